"""The address by which tablets in the same network reach this machine."""

import socket

_EVERY_NETWORK = frozenset({"", "0.0.0.0", "::"})  # noqa: S104  compared with, not bound to
_ELSEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation, so nobody's; connecting a UDP socket sends nothing."""

_ALONE = "127.0.0.1"


def lan_address(host: str) -> str:
    """The host to write into links when serving on `host`; blocks only for a moment.

    A host that was named is taken at its word. For every network at once it is the IPv4
    address of the interface that leads outside, or 127.0.0.1 when the machine has none.
    """
    if host not in _EVERY_NETWORK:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            address = str(probe.getsockname()[0])
        except OSError:
            return _ALONE
    return _ALONE if address in _EVERY_NETWORK else address


def web_origin(host: str, port: int, scheme: str = "http") -> str:
    """`http://192.168.0.7:8300`; an IPv6 host gets its brackets."""
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"
