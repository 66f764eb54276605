"""E-mail (RFC 5322): the message's own words, of its text part or else of its HTML part. Attachments are not read."""

import io
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from onrecord.errors import MalformedInput
from onrecord.reading.asked import Asked, Fields, Found
from onrecord.reading.bounds import longest, whole
from onrecord.reading.formats import Format
from onrecord.reading.fragments import text_of


def message_in(stream: io.BufferedReader, name: str, asked: Asked) -> Iterator[Found]:
    """The message, with its subject as title, its sender's name as byline, and the day that it was sent.

    Raises:
        MalformedInput: it cannot be taken apart.
    """
    data = whole(stream, longest(Format.MAIL, asked.settings), source=name)
    try:
        fields = _fields(data)
    except Exception as failure:  # the parser fails in many ways on hostile heads; the others go on
        raise MalformedInput(
            f"the e-mail cannot be taken apart ({type(failure).__name__}).",
            source=name,
            remedy="Save its text as a .txt file.",
        ) from failure
    yield name, fields


def _fields(data: bytes) -> Fields:
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    told = {
        "title": str(message.get("Subject", "")).strip(),
        "byline": _sender(message),
        "published": str(message.get("Date", "")).strip(),
    }
    return {"text": _text(message)} | {key: value for key, value in told.items() if value}


def _text(message: EmailMessage) -> str:
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        words = str(part.get_content()) if part is not None else ""
        words = (text_of(words) if kind == "html" else words.replace("\r\n", "\n")).strip()
        if words:
            return words
    return ""


def _sender(message: EmailMessage) -> str:
    senders = getattr(message.get("From"), "addresses", ())
    return ", ".join(sender.display_name for sender in senders if sender.display_name)
