"""Pins every package to one version: `python -m tests.support.pins` writes the pins anew.

`requirements.lock` holds versions and hashes of everything, for `pip install
--require-hashes`. uv's own lock would name the hosts of registries, so it is not kept;
instead `pyproject.toml` repeats the versions as constraints, and `uv run` resolves to
exactly these. A test compares the two and what is installed.
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
BEGIN, END = "constraint-dependencies = [\n", "]\n"


def locked() -> list[str]:
    """`name==version` of every package in the lock, in its order."""
    return re.findall(r"^([A-Za-z0-9_.-]+==[^ ;\\]+)", LOCK.read_text(), flags=re.MULTILINE)


def constrained() -> list[str]:
    """`name==version` of every constraint in the project file."""
    _, _, rest = PROJECT.read_text().partition(BEGIN)
    return re.findall(r'"([^"]+)"', rest.partition(END)[0])


def write() -> None:
    """Resolve the newest versions the project allows, and pin them in both places."""
    project = PROJECT.read_text()
    head, _, rest = project.partition(BEGIN)
    tail = rest.partition(END)[2]
    PROJECT.write_text(head + BEGIN + END + tail)
    compile_lock = ["uv", "pip", "compile", "pyproject.toml", "--group", "dev", "--universal"]
    quiet = ["--generate-hashes", "--no-header", "--no-annotate", "--quiet", "-o", LOCK.name]
    subprocess.run([*compile_lock, *quiet], cwd=ROOT, check=True)
    pins = "".join(f'    "{pin}",\n' for pin in locked())
    PROJECT.write_text(head + BEGIN + pins + END + tail)


if __name__ == "__main__":
    write()
