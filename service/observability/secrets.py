"""What must not stand in a log line: masked wherever it comes from."""

import re
from collections.abc import MutableMapping
from typing import Any, Final

MASK: Final = "***"

SECRET_NAMES: Final = frozenset(
    {"authorization", "cookie", "link", "password", "secret", "token", "url"}
)
"""Names of values that are never written: an address may end in a link's token."""

_SECRETS: Final = re.compile(
    r"(?P<before>(?i:bearer)\s+|/join\#)\S+"  # RFC 6750; a join link
    # an id and its HMAC-SHA256 (identity.tokens)
    r"|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{8,64}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])"
)


def without_secrets(
    _logger: object, _method: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """A structlog processor: masks secret values by name, and tokens inside any text."""
    for name, value in line.items():
        if name in SECRET_NAMES:
            line[name] = MASK
        elif isinstance(value, str):
            line[name] = masked(value)
    return line


def masked(text: str) -> str:
    """The text with every token in it masked."""
    return _SECRETS.sub(lambda found: (found["before"] or "") + MASK, text)
