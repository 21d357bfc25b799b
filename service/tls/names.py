"""By which addresses and names tablets in the network reach this machine."""

import socket
from collections.abc import Sequence

from service.tls.authority import address_in


def names_of(machine: str, lan: str, more: Sequence[str]) -> tuple[str, ...]:
    """All names a certificate must hold, the one tablets use first, none twice.

    `machine` is the host name; it is found as `machine.local` by tablets that speak
    multicast DNS (RFC 6762). A name that no certificate can hold is left out.
    """
    first, _, domain = machine.lower().partition(".")
    local = f"{first}.local"
    own = [first, local] if not domain else [machine.lower(), local]
    wanted = [lan, *(each.lower() for each in more), *own, "localhost", "127.0.0.1"]
    return tuple(dict.fromkeys(name for name in wanted if _can_hold(name)))


def this_machine() -> str:
    """The host name."""
    return socket.gethostname()


def _can_hold(name: str) -> bool:
    """Whether it is an address or a host name (RFC 1123, 2.1)."""
    if address_in(name) is not None:
        return True
    labels = name.split(".")
    return name.isascii() and all(
        0 < len(label) <= 63
        and label.replace("-", "a").isalnum()
        and not label.startswith("-")
        and not label.endswith("-")
        for label in labels
    )
