"""One page or feed from the web, within bounds of bytes, seconds and redirects, each redirect checked again.

The connection goes to a number that was checked, whatever the name says a moment later. Proxies of the
environment are not used, no cookie is kept, and no other address that a page names is asked.
"""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import SHUT_RDWR, create_connection, socket
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

from onrecord.config import Settings
from onrecord.errors import OversizedInput, UnfetchedInput
from onrecord.reading.addresses import Target, target_of
from onrecord.reading.payloads import Answer, text_of_answer
from onrecord.version import __version__

_MOST_NUMBERS = 4
_OK = 200
_MOVED = frozenset({301, 302, 303, 307, 308})
_HEAD = {
    "User-Agent": f"onrecord/{__version__}",
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/xml, text/*;q=0.9, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class Fetched(NamedTuple):
    """What was found: the address that the redirects ended at, the media type, and the bytes."""

    url: str
    kind: str
    data: bytes


def fetched(url: str, *, settings: Settings, allow_private: bool, source: str) -> Fetched:
    """What the address holds.

    Raises:
        UnfetchedInput: it may not be asked, does not answer in time, or answers with anything but a page.
        OversizedInput: there is more than `settings.max_fetch_bytes`.
    """
    ends = time.monotonic() + settings.max_fetch_seconds
    for _ in range(settings.max_redirects + 1):
        target = target_of(url, allow_private=allow_private, source=source)
        answer = _answer(target, ends, settings.max_fetch_bytes, source)
        if answer.status not in _MOVED:
            return _read(url, answer, settings, source)
        url = urldefrag(urljoin(url, answer.head.get("Location", ""))).url
    raise _failed(f"redirects more than {settings.max_redirects} times", source)


def _read(url: str, answer: Answer, settings: Settings, source: str) -> Fetched:
    if answer.status != _OK:
        raise _failed(f"answered with status {answer.status}", source)
    return Fetched(url, answer.kind, text_of_answer(answer, settings.max_fetch_bytes, source=source))


def _answer(target: Target, ends: float, limit: int, source: str) -> Answer:
    left = ends - time.monotonic()
    if left <= 0:
        raise _failed("took too long", source)
    connection = _Connection(target, left)
    try:
        with _ended_after(left, connection):
            connection.request("GET", target.path, headers=_HEAD)
            response = connection.getresponse()
            body = _body(response, limit, source) if response.status == _OK else b""
    except (OSError, HTTPException, ValueError) as failure:
        late = time.monotonic() >= ends or isinstance(failure, TimeoutError)
        raise _failed("took too long" if late else f"failed: {_told(failure)}", source) from failure
    finally:
        connection.close()
    if time.monotonic() >= ends:  # cut off by the clock, which looks like an end
        raise _failed("took too long", source)
    return Answer(response.status, response.headers, body)


def _body(response: HTTPResponse, limit: int, source: str) -> bytes:
    body = response.read(limit + 1)
    if len(body) > limit:
        raise OversizedInput(
            f"has more than {limit:,} bytes.",
            source=source,
            remedy="Save it as a file, or raise max_fetch_bytes.",
        )
    if response.length:
        raise ValueError(f"the answer ends {response.length:,} bytes early")
    return body


class _Connection(HTTPConnection):
    """A connection to a number that was checked, under the name that was given."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self.default_port = 443 if target.secure else 80  # or the Host line would name the port
        self.sock: socket | None = None
        self._target, self._seconds = target, seconds

    def connect(self) -> None:
        """Connect, and where it is to be secure prove that the other side bears the name."""
        self.sock = self._reached()
        self.sock.settimeout(self._seconds)
        if self._target.secure:
            context = ssl.create_default_context()
            secured = context.wrap_socket(
                self.sock, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self.sock = secured  # before the handshake, so that the clock can end it
            secured.do_handshake()

    def _reached(self) -> socket:
        """A connection to the first number that answers: a machine may have no way to the IPv6 ones."""
        *others, last = self._target.numbers[:_MOST_NUMBERS]
        for number in others:
            try:
                return create_connection((number, self._target.port), self._seconds / _MOST_NUMBERS)
            except OSError:
                continue
        return create_connection((last, self._target.port), self._seconds / _MOST_NUMBERS)

    def end(self) -> None:
        """Break off whatever is under way."""
        try:
            if self.sock:
                self.sock.shutdown(SHUT_RDWR)
        except OSError:  # ended already
            pass


@contextmanager
def _ended_after(seconds: float, connection: _Connection) -> Iterator[None]:
    """End the connection after so many seconds: one that drips a byte a second is never idle."""
    clock = threading.Timer(seconds, connection.end)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _told(failure: Exception) -> str:
    return str(failure)[:200].rstrip(".") or type(failure).__name__


def _failed(what: str, source: str) -> UnfetchedInput:
    return UnfetchedInput(
        f"could not be fetched: it {what}.", source=source, remedy="Open it in a browser and save the page."
    )
