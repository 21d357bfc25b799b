"""Why the service closes a socket, and whether the tablet should come back; pure."""

from enum import IntEnum


class CloseCode(IntEnum):
    """Why the service closed a socket: 4000 to 4499 come back, 4500 to 4999 stay away."""

    SLOW = 4001  # the outbox passed its bound; come back and resume
    BUSY = 4002  # the service cannot read its log just now
    FLOODING = 4003  # more messages than the budget; come back after a pause
    HELLO_LATE = 4004  # no Hello within the time allowed
    MALFORMED = 4500  # not JSON, unknown type or field, value out of bounds
    OVERSIZED = 4501  # a message above MAX_MESSAGE_BYTES
    UNAUTHORISED = 4502  # the token is forged or unknown
    EXPIRED = 4503  # the join link has passed its time
    REVOKED = 4504  # the secretary took the join link back
    ELSEWHERE = 4505  # this seat does not belong to that meeting, or there is no such meeting
    OUTDATED = 4506  # the tablet speaks another protocol version: reload the page
    FOREIGN = 4507  # the page that opened the socket is not ours (Origin)


def comes_back(code: int) -> bool:
    """Whether a tablet should reconnect after this close code (anything unknown: yes)."""
    return not 4500 <= code <= 4999
