"""Fresh ids for whatever the service creates itself."""

import secrets


def new_id() -> str:
    """An id of 96 random bits in the wire's alphabet: nobody meets one by guessing."""
    return secrets.token_urlsafe(12)
