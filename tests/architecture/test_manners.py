"""The house's manners: small files, honest names, room cards, no waiting for a time."""

import ast
import statistics

import pytest

from tests.architecture.source import ROOT, imports, name_of, sources, tracked, tree

CODE = (".py", ".ts", ".tsx")
EVERYTHING = ("service", "storage", "tests", "tablet_client")
GENERATED = "tablet_client/src/protocol/messages.ts"
LONGEST = 400
MEDIAN = 150
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "handler", "misc"}
CARD = ("In:", "Out:", "Never:", "Start:")
INDEX = "pypi"
HOSTS = (
    f"{INDEX}.org",
    "python" + "hosted.org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "yarnpkg" + ".com",
    "unpkg" + ".com",
    "jsdelivr" + ".net",
    "esm" + ".sh",
    "golang" + ".org",
    "crates" + ".io",
)
"""Whoever builds this names their own index; put together, so that this file names none."""

HOUSE = {".ci", ".readme", "service", "storage", "tablet_client", "tests"}
TOP = {"LICENSE", "README.md", "pyproject.toml", "requirements.lock", "uv.lock", ".gitignore"}


def test_no_file_is_long_and_most_are_short() -> None:
    lengths = {
        name_of(path): len(path.read_text().splitlines())
        for path in sources(*EVERYTHING, suffixes=CODE)
        if name_of(path) != GENERATED
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert statistics.median(lengths.values()) < MEDIAN


def test_no_name_says_nothing() -> None:
    vague = [
        name_of(path)
        for path in sources(*EVERYTHING, suffixes=CODE)
        if VAGUE & {part.partition(".")[0] for part in path.relative_to(ROOT).parts}
    ]
    assert vague == []


def test_every_room_has_its_card() -> None:
    for path in sources("service", "storage"):
        if path.name != "__init__.py" or path.parent.name == "migrations":
            continue
        card = ast.get_docstring(tree(path)) or ""
        if name_of(path) == "service/protocol/__init__.py":
            assert "Four families" in card  # the wire's own map says more than a card
            continue
        lines = [line.strip() for line in card.splitlines()]
        for heading in CARD:
            assert any(line.startswith(heading) for line in lines), (name_of(path), heading)
        assert len(tree(path).body) == 1, f"{name_of(path)} does more than introduce itself"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in sources("service", "storage")
        if path.read_text().strip() and not ast.get_docstring(tree(path))
    ]
    assert silent == []


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_package_index(host: str) -> None:
    naming = [name_of(path) for path in tracked() if host.encode() in path.read_bytes()]
    assert naming == []


def test_tests_wait_for_conditions_and_never_for_a_time() -> None:
    sleeping = []
    for path in sources("tests"):
        if name_of(path) == "tests/support/until.py":  # the one place that looks again and again
            continue
        sleeping += [
            f"{name_of(path)}:{node.lineno}"
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and called(node) == "sleep" and not is_zero(node)
        ]
    assert sleeping == []


def test_only_the_composition_root_reads_settings() -> None:
    readers = {
        name_of(path)
        for path in sources("service", "storage")
        if "service.settings" in set(imports(path))
    }
    assert readers == {"service/__main__.py", "service/app.py"}


def test_nothing_lies_about_at_the_top() -> None:
    there = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert there <= HOUSE | TOP


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def is_zero(call: ast.Call) -> bool:
    """Whether its one argument is a plain 0."""
    return [ast.unparse(argument) for argument in call.args] == ["0"]
