"""Inputs packed by gzip (RFC 1952), unpacked as they are read, and no further than their size can warrant."""

import io
import logging
import zlib

from onrecord.errors import MalformedInput, OversizedInput
from onrecord.reading.formats import PACKED, by_suffix

_LOG = logging.getLogger("onrecord")

MAGIC = b"\x1f\x8b"
_MEMBER = MAGIC + b"\x08"
_EITHER = 32 + zlib.MAX_WBITS
_GZIP = 16 + zlib.MAX_WBITS
_PIECE = 1 << 16
_FREE = 1 << 24
_MOST = 200
"""News packs to a fifth; JSON of one key over and over to a fiftieth. Beyond this, after 16 MB, it is a bomb."""


def unpacked(stream: io.BufferedReader, name: str) -> io.BufferedReader:
    """The stream, or what it unpacks to where it is packed: `.gz`, or no suffix of ours, and begins so."""
    named = name.lower().endswith(PACKED) or by_suffix(name) is None
    if not named or not stream.peek(len(MAGIC)).startswith(MAGIC):
        return stream
    return io.BufferedReader(_Unpacked(stream, name), _PIECE)


def inflated(data: bytes, limit: int, *, source: str) -> bytes:
    """What a whole gzip or zlib stream holds.

    Raises:
        MalformedInput: it is damaged.
        OversizedInput: it holds more than `limit` bytes.
    """
    engine = zlib.decompressobj(_EITHER)
    try:
        held = engine.decompress(data, limit + 1)
    except zlib.error as failure:
        raise _damaged(str(failure), source) from None
    if len(held) > limit:
        raise OversizedInput(
            f"unpacks to more than {limit:,} bytes.", source=source, remedy="Read it unpacked, in pieces."
        )
    return held


class _Unpacked(io.RawIOBase):
    """One gzip member after another as one stream; the padding behind the last is read over.

    Damage is raised once; who reads on has what follows from the next member.
    """

    def __init__(self, packed: io.BufferedReader, name: str) -> None:
        self._packed, self._name = packed, name
        self._engine = zlib.decompressobj(_GZIP)
        self._waiting = b""
        self._taken = self._given = 0
        self._over = False

    def readable(self) -> bool:
        return True

    def readinto(self, into: "bytearray | memoryview") -> int:  # type: ignore[override]
        piece = self._next(len(into))
        into[: len(piece)] = piece
        return len(piece)

    def _next(self, most: int) -> bytes:
        while not self._over and self._more():
            piece = self._piece(most)
            if piece:
                return piece
        return b""

    def _more(self) -> bool:
        """Whether there are packed bytes waiting; begins the next member where one has ended."""
        if self._engine.eof:
            self._waiting = self._engine.unused_data.lstrip(b"\0") or self._read().lstrip(b"\0")
            if not self._waiting:
                return bool(self._packed.peek(1))
            if not self._begins():
                _LOG.warning("%s: what follows the packed data is no gzip; it is left out.", self._name)
                self._over = True
            self._engine = zlib.decompressobj(_GZIP)
        self._waiting = self._waiting or self._read()
        if not self._waiting and not self._over:
            self._over = True
            raise _damaged("it is cut off", self._name)
        return not self._over

    def _begins(self) -> bool:
        if len(self._waiting) < len(MAGIC):
            self._waiting += self._read()
        return self._waiting.startswith(MAGIC)

    def _piece(self, most: int) -> bytes:
        try:
            piece = self._engine.decompress(self._waiting, most)
        except zlib.error as failure:
            self._to_next_member()
            raise _damaged(str(failure), self._name) from None
        self._waiting = self._engine.unconsumed_tail
        self._given += len(piece)
        if self._given > max(_FREE, _MOST * self._taken):
            self._over = True
            raise OversizedInput(
                f"unpacks to more than {_MOST} times its size.",
                source=self._name,
                remedy="If it is no bomb, unpack it and read what it holds.",
            )
        return piece

    def _to_next_member(self) -> None:
        self._engine = zlib.decompressobj(_GZIP)
        seen, found = self._waiting[1:], -1
        while (found := seen.find(_MEMBER)) < 0 and (more := self._read()):
            seen = seen[-len(_MEMBER) :] + more
        self._waiting = seen[found:] if found >= 0 else b""
        self._over = found < 0

    def _read(self) -> bytes:
        data = self._packed.read(_PIECE)
        self._taken += len(data)
        return data


def _damaged(how: str, source: str) -> MalformedInput:
    return MalformedInput(
        f"the gzip data is damaged: {how}.", source=source, remedy="Fetch or pack it again."
    )
