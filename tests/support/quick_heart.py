"""The service with a quicker heart: `python -m tests.support.quick_heart serve`.

What waits for beats waits less; whatever is compared with a beat is scaled with it.
"""

from functools import partial
from typing import Final
from unittest.mock import patch

from service import __main__ as command
from service.server import Server

BEAT_SECONDS: Final = 2.0


if __name__ == "__main__":
    with patch.object(command, "Server", partial(Server, beat_seconds=BEAT_SECONDS)):
        command.commands()
