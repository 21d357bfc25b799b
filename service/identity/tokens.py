"""Signed tokens: an id and a purpose that nobody else can make.

HMAC-SHA256 through itsdangerous, with a key drawn for each purpose, so that a link's
token can never pass for a seat's. A token carries no date: what it names has one.
"""

import hashlib
import os
import secrets
from pathlib import Path

from itsdangerous import BadSignature, Signer

from service.errors import AccessRefused, Code

MAX_TOKEN = 200
"""Ours are about 60 characters; a longer one is not worth hashing."""


class Tokens:
    """Makes and reads the tokens of one purpose, `"link"` or `"seat"`."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        self._signer = Signer(secret, salt=f"hanjang.{purpose}", digest_method=hashlib.sha256)

    def sign(self, name: str) -> str:
        """The token of an id."""
        return self._signer.sign(name).decode()

    def read(self, token: str) -> str:
        """The id in a token. Raises AccessRefused(LINK_FORGED)."""
        if len(token) > MAX_TOKEN:
            raise AccessRefused(Code.LINK_FORGED)
        try:
            return self._signer.unsign(token).decode()
        except (BadSignature, UnicodeError) as error:
            raise AccessRefused(Code.LINK_FORGED) from error


def secret_in(file: Path) -> bytes:
    """The installation's key, made at the first start; readable by its owner alone.

    Losing the file makes every link and seat void; raises OSError when it cannot be
    read or made.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError:
        key = secrets.token_bytes(32)
        aside = file.with_suffix(".new")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(key)
            out.flush()
            os.fsync(out.fileno())
        aside.rename(file)
        return key
