"""Addresses: fetched only when asked, within bounds, and never from a private network unasked."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from onrecord.config import Settings
from onrecord.errors import InputError, OversizedInput, UnfetchedInput
from onrecord.reading import read
from onrecord.reading.addresses import is_public, target_of
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
PAGE = f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{f'<p>{PROSE}</p>' * 5}</article></body></html>"
FEED = f"<rss><channel><title>Post</title><item><link>/1</link><description>{PROSE}</description></item></channel></rss>"
BODIES = {
    "/page": (PAGE.encode(), {"Content-Type": "text/html"}),
    "/feed": (FEED.encode(), {"Content-Type": "text/html"}),
    "/packed": (gzip.compress(PAGE.encode()), {"Content-Type": "text/html", "Content-Encoding": "gzip"}),
    "/text": (f" {PROSE}".encode(), {"Content-Type": "text/plain"}),
    "/latin": (
        "The café of the ministers".encode("latin-1"),
        {"Content-Type": "text/plain; charset=latin-1"},
    ),
    "/lines.jsonl.gz": (gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'), {}),
    "/bomb": (gzip.compress(b" " * 2_000_000), {"Content-Type": "text/html", "Content-Encoding": "gzip"}),
    "/large": (b"a" * 200_000, {"Content-Type": "text/plain"}),
    "/short": (b"words", {"Content-Type": "text/plain", "Content-Length": "500"}),
}
SETTINGS = Settings(max_fetch_bytes=100_000, max_fetch_seconds=1.5, max_redirects=3)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.answer(302, b"", {"Location": self.path.removeprefix("/to/")})
        elif self.path == "/drip":
            self.drip()
        elif self.path in BODIES:
            self.answer(200, *BODIES[self.path])
        else:
            self.answer(404, b"none", {})

    def answer(self, status: int, body: bytes, head: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in {"Content-Length": str(len(body)), **head}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        try:
            for _ in range(100):
                self.wfile.write(b"H")
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def items(url: str, **given: Any) -> list[Report | InputError]:
    return list(read([url], settings=SETTINGS, **{"fetch": True, "allow_private": True, **given}))


def one(url: str) -> Report:
    (item,) = items(url)
    assert isinstance(item, Report), item
    return item


def error(url: str, **given: Any) -> InputError:
    (item,) = items(url, **given)
    assert isinstance(item, InputError) and url[:100] in str(item) and item.remedy
    return item


def test_address_is_not_fetched_unless_asked(site: str) -> None:
    told = error(f"{site}/page", fetch=False)
    assert isinstance(told, UnfetchedInput) and "--fetch" in str(told)


def test_page_feed_and_other_formats_are_read(site: str) -> None:
    assert PROSE in one(f"{site}/page").text and one(f"{site}/page").url == f"{site}/page"
    assert PROSE in one(f"{site}/packed").text
    assert (one(f"{site}/feed").outlet, one(f"{site}/feed").url) == ("Post", f"{site}/1")
    assert one(f"{site}/text").text == f" {PROSE}"
    assert one(f"{site}/latin").text == "The café of the ministers"
    assert len(items(f"{site}/lines.jsonl.gz")) == 2


def test_private_address_is_refused_unless_allowed(site: str) -> None:
    assert "127.0.0.1" in str(error(f"{site}/page", allow_private=False))


@pytest.mark.parametrize(
    ("path", "kind", "word"),
    [
        ("/none", UnfetchedInput, "404"),
        ("/to//to//to//to//to//page", UnfetchedInput, "redirects"),
        ("/to/ftp://example.org/", UnfetchedInput, "http"),
        ("/to/file:///etc/passwd", UnfetchedInput, "http"),
        ("/to/", UnfetchedInput, "redirects"),
        ("/large", OversizedInput, "100,000"),
        ("/bomb", OversizedInput, "100,000"),
        ("/short", UnfetchedInput, "fetched"),
        ("/drip", UnfetchedInput, "too long"),
    ],
)
def test_what_is_out_of_bounds_is_an_error_soon(
    site: str, path: str, kind: type[InputError], word: str
) -> None:
    begun = time.monotonic()
    told = error(site + path)
    assert type(told) is kind and word in str(told)
    assert time.monotonic() - begun < 5


def test_redirect_is_followed_and_the_last_address_kept(site: str) -> None:
    assert one(f"{site}/to//page").url == f"{site}/page"


def test_redirect_into_a_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    public = frozenset({"127.0.0.1"})
    monkeypatch.setattr("onrecord.reading.addresses.is_public", public.__contains__)
    assert isinstance(items(f"{site}/page", allow_private=False)[0], Report)
    assert "10.0.0.1" in str(error(f"{site}/to/http://10.0.0.1/", allow_private=False))


def answers(*numbers: str) -> Any:
    return lambda host, port, **_: [(0, 0, 0, "", (number, port)) for number in numbers]


@pytest.mark.parametrize(
    "numbers", [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::ffff:169.254.169.254"], ["fe80::1%eth0"]]
)
def test_every_number_of_a_name_is_checked(monkeypatch: pytest.MonkeyPatch, numbers: list[str]) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers(*numbers))
    assert isinstance(error("https://harbour.example/", allow_private=False), UnfetchedInput)


def test_connection_goes_to_the_number_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("93.184.215.14"))
    target = target_of("https://Harbour.example/a b?c=d é", allow_private=False, source="a")
    assert target == (True, "harbour.example", ("93.184.215.14",), 443, "/a%20b?c=d%20%C3%A9")


def test_next_number_is_tried_where_one_does_not_answer(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("127.0.0.9", "127.0.0.1"))

    def connect(address: tuple[str, int], *rest: Any) -> Any:
        if address[0] == "127.0.0.9":
            raise ConnectionRefusedError
        made = socket.socket()
        made.connect(address)
        return made

    monkeypatch.setattr("onrecord.reading.fetching.create_connection", connect)
    assert one(f"{site}/text").text == f" {PROSE}"


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_number_that_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_number_that_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "https://user:word@example.org/",
        "http://[::1",
        "http://a:99999/",
        "http://\x00/",
        "http://" + "a" * 5_000,
    ],
)
def test_address_that_is_none_is_an_error_and_the_others_go_on(url: str, tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    told, report = read([url, tmp_path / "a.txt"], fetch=True)
    assert isinstance(told, UnfetchedInput) and isinstance(report, Report)
