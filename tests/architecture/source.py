"""The source as these tests read it: tracked files, and what Python files import."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Every file the repository holds or is about to hold; nothing that is ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name]
    return tuple(path for path in paths if path.is_file())


def sources(*folders: str, suffixes: tuple[str, ...] = (".py",)) -> list[Path]:
    """The tracked files of these folders with these endings."""
    return [
        path
        for path in tracked()
        if path.suffix in suffixes and path.relative_to(ROOT).parts[0] in folders
    ]


def name_of(path: Path) -> str:
    """A file as the repository calls it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(path.read_text())


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules a Python file imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
