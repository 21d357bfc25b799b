"""The authority of the house: how long it signs, for whom, and when a certificate is due."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509

from service.tls.authority import (
    CERTIFICATE_LIVES,
    Signed,
    fingerprint,
    is_due,
    made_authority,
    made_certificate,
    speaks_for,
)

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
NAMES = ("192.168.0.7", "cityhall", "cityhall.local", "localhost", "127.0.0.1")


@pytest.fixture(scope="module")
def authority() -> Signed:
    return made_authority("cityhall", NAMES, NOW)


def test_a_certificate_lives_as_long_as_tablets_accept(authority: Signed) -> None:
    made = made_certificate(authority, NAMES, NOW).certificate
    life = made.not_valid_after_utc - made.not_valid_before_utc
    assert life == CERTIFICATE_LIVES < timedelta(days=398)
    assert made.not_valid_before_utc < NOW - timedelta(hours=24)
    made.verify_directly_issued_by(authority.certificate)


def test_it_names_what_tablets_type_and_serves_only(authority: Signed) -> None:
    made = made_certificate(authority, NAMES, NOW).certificate
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.IPAddress) == [
        ip_address("192.168.0.7"),
        ip_address("127.0.0.1"),
    ]
    assert names.get_values_for_type(x509.DNSName) == ["cityhall", "cityhall.local", "localhost"]
    assert not made.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


@pytest.mark.parametrize(
    ("name", "speaks"),
    [
        ("10.3.4.5", True),
        ("192.168.77.1", True),
        ("fe80::1", True),
        ("other.local", True),
        ("cityhall", True),
        ("8.8.8.8", False),
        ("bank.example", False),
        ("notcityhall", False),
    ],
)
def test_it_speaks_for_this_network_alone(authority: Signed, name: str, speaks: bool) -> None:
    assert speaks_for(authority.certificate, name) is speaks


def test_an_address_that_is_not_private_is_named_one_by_one() -> None:
    public = made_authority("cityhall", ["203.0.113.9"], NOW).certificate
    assert speaks_for(public, "203.0.113.9")
    assert not speaks_for(public, "203.0.113.10")


def test_it_is_due_near_its_end_and_for_other_names(authority: Signed) -> None:
    made = made_certificate(authority, NAMES, NOW).certificate
    assert not is_due(made, NAMES, NOW + timedelta(days=360))
    assert is_due(made, NAMES, NOW + timedelta(days=367))
    assert is_due(made, ["192.168.0.8", *NAMES[1:]], NOW)
    assert not is_due(made, NAMES[::-1], NOW)


def test_the_fingerprint_is_written_as_tablets_write_it(authority: Signed) -> None:
    pairs = fingerprint(authority.certificate).split(":")
    assert len(pairs) == 32
    assert all(len(pair) == 2 and pair == pair.upper() for pair in pairs)
