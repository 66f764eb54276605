"""Where an address on the web leads, and whether it may be asked: the public internet, unless more is allowed."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from onrecord.errors import UnfetchedInput

_PORTS = {"http": 80, "https": 443}
_NAT64 = ip_network("64:ff9b::/96")
_IN_A_PATH = "/%:@!$&'()*+,;=-._~"
_IN_A_QUERY = _IN_A_PATH + "?"


class Target(NamedTuple):
    """A place to ask: its name, and the checked numbers that it may be reached at."""

    secure: bool
    host: str
    numbers: tuple[str, ...]
    port: int
    path: str


def is_address(source: str) -> bool:
    """Whether a source is an address on the web, not a file."""
    return source[:8].lower().startswith(("http://", "https://"))


def target_of(url: str, *, allow_private: bool, source: str) -> Target:
    """Where the address leads; the name is looked up, and every number that it has is checked.

    Raises:
        UnfetchedInput: it is no http(s) address, is not known, or leads into a private network.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        raise _refused("is no address", source) from None
    if parts.scheme not in _PORTS or not host or parts.username is not None:
        raise _refused("is no http or https address without a password", source)
    numbers = _looked_up(host, port, source)
    for number in numbers:
        if not (allow_private or is_public(number)):
            raise UnfetchedInput(
                f"leads to {number}, which is not on the public internet.",
                source=source,
                remedy="If that is meant, allow private addresses.",
            )
    return Target(parts.scheme == "https", host, tuple(numbers), port, _path(parts))


def is_public(number: str) -> bool:
    """Whether an IP address is on the public internet, the IPv4 address within an IPv6 one included."""
    address = ip_address(number)
    if isinstance(address, IPv6Address) and (within := _within(address)) is not None:
        address = within
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, 6to4, Teredo or NAT64 address stands for (RFC 4291, 3056, 4380, 6052)."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _looked_up(host: str, port: int, source: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise UnfetchedInput(
            f"the name {host[:100]} is not known.", source=source, remedy="Check the address and the network."
        )
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _path(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_IN_A_QUERY)}" if parts.query else ""
    return (quote(parts.path, safe=_IN_A_PATH) or "/") + query


def _refused(what: str, source: str) -> UnfetchedInput:
    return UnfetchedInput(
        f"{what}.", source=source, remedy="Give an address such as https://example.org/feed."
    )
