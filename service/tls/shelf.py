"""The files in `DATA/tls`: the authority, the certificate it signed, and the keys of both."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from service.tls.authority import (
    RENEWED_BEFORE,
    Signed,
    is_due,
    made_authority,
    made_certificate,
    speaks_for,
)


class Unusable(Exception):
    """The files are there and cannot be used; the text says which one."""


class OutOfBounds(Exception):
    """The authority on the shelf may not speak for this name; the text is the name."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies on the shelf now; `renewed`: the certificate was made by this very call."""

    authority: x509.Certificate
    chain: Path
    key: Path
    ends: datetime
    renewed: bool


def has_authority(folder: Path) -> bool:
    """Whether `hanjang tls` was ever run on this folder."""
    return (folder / "authority.crt").is_file()


def kept_or_made(folder: Path, house: str, names: Sequence[str], now: datetime) -> Kept:
    """The certificate for these names, made when it is missing, near its end or for others.

    Raises OSError, Unusable, OutOfBounds.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority = _read(folder, "authority") if has_authority(folder) else None
    if authority is None or now + RENEWED_BEFORE >= authority.certificate.not_valid_after_utc:
        authority = made_authority(house, names, now)
        _write(folder, "authority", authority, [authority.certificate])
    for name in names:
        if not speaks_for(authority.certificate, name):
            raise OutOfBounds(name)
    server = _read(folder, "server") if (folder / "server.crt").is_file() else None
    renewed = (
        server is None
        or server.certificate.issuer != authority.certificate.subject
        or is_due(server.certificate, names, now)
        or not _signed_by(server.certificate, authority.certificate)
    )
    if server is None or renewed:
        server = made_certificate(authority, names, now)
        _write(folder, "server", server, [server.certificate, authority.certificate])
    return Kept(
        authority=authority.certificate,
        chain=folder / "server.crt",
        key=folder / "server.key",
        ends=server.certificate.not_valid_after_utc,
        renewed=renewed,
    )


def _signed_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _read(folder: Path, name: str) -> Signed:
    place = folder / f"{name}.crt"
    try:
        certificate = x509.load_pem_x509_certificate(place.read_bytes())
        place = folder / f"{name}.key"
        key = load_pem_private_key(place.read_bytes(), password=None)
    except ValueError as error:
        raise Unusable(place.name) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise Unusable(place.name)
    if key.public_key() != certificate.public_key():
        raise Unusable(place.name)
    return Signed(certificate, key)


def _write(folder: Path, name: str, signed: Signed, chain: Sequence[x509.Certificate]) -> None:
    """The key first: a certificate that is there always has the key it belongs to."""
    plain = signed.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    _replace(folder / f"{name}.key", plain, 0o600)
    pem = b"".join(each.public_bytes(Encoding.PEM) for each in chain)
    _replace(folder / f"{name}.crt", pem, 0o644)


def _replace(place: Path, data: bytes, mode: int) -> None:
    """Never half a file, and never one that others could read for a moment."""
    aside = place.with_suffix(f"{place.suffix}.new")
    aside.unlink(missing_ok=True)
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(place)
