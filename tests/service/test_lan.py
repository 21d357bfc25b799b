"""The address for tablets."""

import ipaddress

import pytest

from service.lan import lan_address, web_origin


def test_a_named_host_is_taken_at_its_word() -> None:
    assert lan_address("meeting.example") == "meeting.example"
    assert lan_address("192.168.0.7") == "192.168.0.7"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])  # noqa: S104  asked about, not bound to
def test_every_network_becomes_one_address_that_can_be_typed(host: str) -> None:
    address = ipaddress.ip_address(lan_address(host))
    assert address.version == 4
    assert not address.is_unspecified


def test_an_ipv6_host_gets_its_brackets() -> None:
    assert web_origin("::1", 8300) == "http://[::1]:8300"
    assert web_origin("192.168.0.7", 80) == "http://192.168.0.7:80"
