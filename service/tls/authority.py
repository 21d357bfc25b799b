"""The authority and the certificate it signs (RFC 5280); pure but for fresh keys.

The authority can speak only for addresses of this network: its name constraints (4.2.1.10)
keep it from vouching for any other site, whoever may get hold of its key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LIVES = timedelta(days=3_650)
CERTIFICATE_LIVES = timedelta(days=397)
"""Apple takes at most 398 days from public authorities and 825 from one's own; below both."""

RENEWED_BEFORE = timedelta(days=30)
"""So long before its end a certificate is made anew."""

CLOCKS_DIFFER = timedelta(hours=26)
"""Valid from before now: a tablet whose clock stands in another zone would refuse it."""

PRIVATE = tuple(
    ip_network(each)
    for each in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "127.0.0.0/8",
        "fc00::/7",
        "fe80::/10",
        "::1/128",
    )
)
"""Addresses that are nobody's outside a network of its own (RFC 1918, 3927, 4193, 4291)."""

Key = ec.EllipticCurvePrivateKey
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Signed:
    """A certificate and the key that belongs to it."""

    certificate: x509.Certificate
    key: Key


def made_authority(house: str, names: Sequence[str], now: datetime) -> Signed:
    """A fresh authority that may speak for private addresses and for these names."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(f"Hanjang {house}")
    builder = (
        _builder(subject, subject, key, now, now + AUTHORITY_LIVES)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(x509.NameConstraints(_permitted(names), None), critical=True)
    )
    return Signed(builder.sign(key, SHA256()), key)


def made_certificate(authority: Signed, names: Sequence[str], now: datetime) -> Signed:
    """A fresh certificate for these addresses and names; the first of them is its title."""
    key = ec.generate_private_key(ec.SECP256R1())
    ends = min(now + CERTIFICATE_LIVES, authority.certificate.not_valid_after_utc)
    issuer = authority.certificate.subject
    builder = (
        _builder(_name(names[0]), issuer, key, now, ends)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), False
        )
    )
    return Signed(builder.sign(authority.key, SHA256()), key)


def speaks_for(authority: x509.Certificate, name: str) -> bool:
    """Whether the authority may sign for this address or name."""
    bounds = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    permitted = bounds.permitted_subtrees or []
    address = address_in(name)
    if address is not None:
        values = [each.value for each in permitted if isinstance(each, x509.IPAddress)]
        networks = [each for each in values if isinstance(each, IPv4Network | IPv6Network)]
        return any(address in network for network in networks)
    hosts = [each.value for each in permitted if isinstance(each, x509.DNSName)]
    return any(name == host or name.endswith(f".{host}") for host in hosts)


def is_due(certificate: x509.Certificate, names: Sequence[str], now: datetime) -> bool:
    """Whether a certificate must be made anew: near its end, or for other names."""
    if now + RENEWED_BEFORE >= certificate.not_valid_after_utc:
        return True
    alternatives = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return {str(each.value) for each in alternatives.value} != set(names)


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 over the certificate as tablets show it: `AB:CD:…`."""
    return certificate.fingerprint(SHA256()).hex(":").upper()


def address_in(name: str) -> Address | None:
    """The IP address a name is; None for any other name."""
    try:
        return ip_address(name)
    except ValueError:
        return None


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Key, now: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(ends - CLOCKS_DIFFER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _permitted(names: Sequence[str]) -> list[x509.GeneralName]:
    hosts = dict.fromkeys(["local", "localhost", *(n for n in names if address_in(n) is None)])
    networks: dict[Network, None] = dict.fromkeys(PRIVATE)
    for name in names:
        address = address_in(name)
        if address is not None and not any(address in network for network in PRIVATE):
            networks[ip_network(name)] = None
    return [*map(x509.DNSName, hosts), *map(x509.IPAddress, networks)]


def _general(name: str) -> x509.GeneralName:
    address = address_in(name)
    return x509.DNSName(name) if address is None else x509.IPAddress(address)


def _name(said: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, said[:64])])
