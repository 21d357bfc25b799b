"""The whole way of `hanjang check`: a folder in, lines out, and a quiet end whoever ends it."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from typing import BinaryIO

from service.check.checking import Checker
from service.check.folder import Found
from service.check.lanes import verdicts
from service.check.telling import ForMachines, ForPeople
from service.check.verdict import Tally


async def run_check(
    folder: str,
    found: Iterator[Found],
    fleet: AbstractAsyncContextManager[Sequence[Checker]],
    out: "Lines",
) -> None:
    """Go through what was found and tell of each. Raises NoChild, OSError of the lines."""
    begun, tally = time.monotonic(), Tally()
    out.say(out.voice.beginning(folder))
    async with fleet as checkers, aclosing(verdicts(found, checkers)) as said:
        async for verdict in said:
            tally.take(verdict)
            out.say(out.voice.verdict(verdict))
    out.say(out.voice.end(tally, time.monotonic() - begun))


class Lines:
    """Where lines go, each at once: a reader further down the pipe sees it as it comes."""

    def __init__(self, voice: ForMachines | ForPeople, stream: BinaryIO, encoding: str) -> None:
        self.voice = voice
        self._stream = stream
        self._encoding = encoding

    def say(self, text: str) -> None:
        """Write and flush. Raises OSError, BrokenPipeError when nobody listens any more."""
        self._stream.write(text.encode(self._encoding, "backslashreplace"))
        self._stream.flush()


def standard_lines(*, as_json: bool) -> Lines:
    """Lines on standard output: JSON in UTF-8, prose as wide and encoded as the terminal."""
    stream = sys.stdout.buffer
    if as_json:
        return Lines(ForMachines(), stream, "utf-8")
    terminal = sys.stdout.isatty()
    columns = os.get_terminal_size(sys.stdout.fileno()).columns if terminal else 0
    coloured = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Lines(ForPeople(columns or None, colours=coloured), stream, sys.stdout.encoding)


def nobody_listens() -> None:
    """Let the interpreter end without a word about the closed pipe (Python's note on SIGPIPE)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
