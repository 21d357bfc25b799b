"""The README is true: its settings are the code's, its commands and paths exist."""

import re
import subprocess
import sys
from pathlib import Path

from service.settings import settings_table

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


def test_the_settings_table_is_the_codes() -> None:
    shown = re.search(r"<!-- settings -->\n(.*?)<!-- /settings -->", README, flags=re.DOTALL)
    assert shown is not None
    assert shown[1].strip() == settings_table()


def test_every_path_of_the_map_exists() -> None:
    paths = re.findall(r"`((?:service|storage|tests|tablet_client|\.ci)/[\w./]*)`", README)
    assert len(paths) > 5
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert missing == []


def test_the_two_commands_are_those_ci_and_help_know() -> None:
    assert "pip install uv && uv run hanjang demo" in README
    assert "\n    uv run pytest\n" in README
    assert "uv run pytest" in (ROOT / ".ci" / "run").read_text()
    said = subprocess.run(
        [sys.executable, "-m", "service", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("serve", "demo", "settings"):
        assert command in said.stdout
