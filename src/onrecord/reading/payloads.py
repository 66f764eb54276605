"""What a web server answered (RFC 9112): its head, and its body freed of the coding that it travelled in."""

import io
from http.client import HTTPException, HTTPMessage, parse_headers
from typing import NamedTuple

from onrecord.errors import MalformedInput, UndecodableInput
from onrecord.reading.decoding import recoded
from onrecord.reading.gzipped import inflated

_LONGEST_LINE = 65_536
_PACKED = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "deflate": b"\x78"}


class Answer(NamedTuple):
    """A status such as 200, the head, and the bytes of the body as they came."""

    status: int
    head: HTTPMessage
    body: bytes

    @property
    def kind(self) -> str:
        """The media type, `text/html`; text where there is none."""
        return self.head.get_content_type()


def answer_of(data: bytes, *, source: str) -> Answer:
    """The answer that the bytes are, chunks put together.

    Raises:
        MalformedInput: they are none.
    """
    stream = io.BytesIO(data)
    line = stream.readline(_LONGEST_LINE).split(None, 2)
    try:
        if len(line) < 2 or not line[0].startswith(b"HTTP/"):
            raise ValueError
        status, head = int(line[1]), parse_headers(stream)
    except (ValueError, HTTPException):
        raise MalformedInput(
            "holds no answer of a web server.", source=source, remedy="Leave it out, or archive it again."
        ) from None
    body = stream.read()
    if "chunked" in head.get("Transfer-Encoding", "").lower():
        body = _joined(body)
    return Answer(status, head, body)


def text_of_answer(answer: Answer, limit: int, *, source: str) -> bytes:
    """The body unpacked, in UTF-8 where the server names another encoding.

    Raises:
        UndecodableInput: it is packed in a way that is not read.
        MalformedInput: it is damaged.
        OversizedInput: it unpacks to more than `limit` bytes.
    """
    body, coding = answer.body, answer.head.get("Content-Encoding", "").strip().lower()
    if coding in _PACKED:  # archives often keep the header and unpack the body
        if body.startswith(_PACKED[coding]):
            body = inflated(body, limit, source=source)
    elif coding not in ("", "identity") and b"<" not in body[:_LONGEST_LINE]:
        raise UndecodableInput(
            f"is packed by {coding[:20]!r}.", source=source, remedy="Archive or serve it plain, or by gzip."
        )
    return recoded(body, answer.head.get_content_charset())


def _joined(body: bytes) -> bytes:
    """The chunks as one; the body as it is where it is not in chunks, as many archives keep it."""
    stream, pieces = io.BytesIO(body), []
    while size := _size(stream.readline(_LONGEST_LINE)):
        piece = stream.read(size)
        pieces.append(piece)
        if stream.readline(_LONGEST_LINE).strip():
            return body
    return b"".join(pieces) or body


def _size(line: bytes) -> int:
    try:
        return max(int(line.split(b";")[0], 16), 0)
    except ValueError:
        return 0
