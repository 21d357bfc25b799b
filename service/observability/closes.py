"""Close codes as words of a metric's label: few, and the same for ever; pure."""

from service.protocol.closing import CloseCode

ENDED = "ended"
AWAY = "away"
LOST = "lost"
FAILED = "failed"
OTHER = "other"

_PEERS = {
    1000: ENDED,  # the tablet said goodbye
    1001: AWAY,  # the page was left, or the service goes down
    1005: ENDED,  # closed without a code: browsers do that on reload
    1006: LOST,  # nothing was said at all: the network, a flat battery, no pong
    1002: CloseCode.MALFORMED.name.lower(),  # no frame of the protocol
    1007: CloseCode.MALFORMED.name.lower(),  # text that is no UTF-8
    1009: CloseCode.OVERSIZED.name.lower(),
    1011: FAILED,  # a fault of ours: the log has it
    1012: AWAY,
}
"""RFC 6455, 7.4.1, and the registry of close codes it began."""

WORDS: tuple[str, ...] = (
    *(code.name.lower() for code in CloseCode),
    ENDED,
    AWAY,
    LOST,
    FAILED,
    OTHER,
)


def close_word(code: int) -> str:
    """The word of a close code; whatever a strange tablet invents is `other`."""
    try:
        return CloseCode(code).name.lower()
    except ValueError:
        return _PEERS.get(code, OTHER)
