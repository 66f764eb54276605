"""The crisis as fixtures."""

from ledger.crisis import coder, kept, ledger

__all__ = ["coder", "kept", "ledger"]
