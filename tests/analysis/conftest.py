"""The ledger that the tests of the ledger ask."""

from ledger.crisis import coder, kept, ledger

__all__ = ["coder", "kept", "ledger"]
