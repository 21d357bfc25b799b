"""Imports run one way, pure rooms touch nothing, and each library lives in one room."""

import ast
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, imports, name_of, sources, tree

PURE = (
    "service/model.py",
    "service/errors.py",
    "service/sentences.py",
    "service/protocol/*.py",
    "service/meeting/agenda.py",
    "service/meeting/decision.py",
    "service/meeting/inked.py",
    "service/meeting/leading.py",
    "service/meeting/marks.py",
    "service/meeting/packet.py",
    "service/meeting/plan.py",
    "service/meeting/powers.py",
    "service/meeting/preparing.py",
    "service/meeting/reporting.py",
    "service/meeting/resume.py",
    "service/meeting/rows.py",
    "service/meeting/rules.py",
    "service/meeting/sheet.py",
    "service/meeting/sight.py",
    "service/meeting/standing.py",
    "service/meeting/state.py",
    "service/meeting/succession.py",
    "service/meeting/twin.py",
    "service/meeting/writing.py",
    "service/realtime/attendance.py",
    "service/realtime/budget.py",
    "service/realtime/framing.py",
    "service/realtime/pace.py",
    "service/realtime/pages_shown.py",
    "service/realtime/piece.py",
    "service/realtime/pointers.py",
    "service/realtime/presence.py",
    "service/realtime/reading.py",
    "service/realtime/seating.py",
    "service/realtime/writing_hands.py",
    "service/observability/attention.py",
    "service/observability/closes.py",
    "service/observability/recent.py",
    "service/observability/watch.py",
    "service/render/limits.py",
    "service/render/paper.py",
    "service/render/asides.py",
    "service/render/news.py",
    "service/render/readings.py",
    "service/render/schedule.py",
    "service/render/standing.py",
    "service/render/work.py",
    "service/ingest/names.py",
    "service/search/folding.py",
    "service/search/found.py",
    "service/search/hangul.py",
    "service/search/matching.py",
    "service/search/particles.py",
    "service/search/query.py",
    "service/search/showing.py",
    "service/versions/candidates.py",
    "service/versions/chain.py",
    "service/versions/judging.py",
    "service/versions/leaf.py",
    "service/versions/likeness.py",
    "service/versions/looks.py",
    "service/versions/mapping.py",
    "service/versions/page_map.py",
    "service/versions/parts.py",
    "service/versions/running.py",
    "service/versions/shingles.py",
    "service/versions/traits.py",
    "storage/records.py",
    "storage/keys.py",
)
PURE_MAY_IMPORT = {
    "bisect",
    "collections",
    "dataclasses",
    "enum",
    "functools",
    "inspect",
    "itertools",
    "math",
    "msgspec",
    "re",
    "service",
    "storage",
    "typing",
    "unicodedata",
}
"""All of them compute and nothing else: no clock, chance, file, socket, process or loop."""

ROOMS_OF = {
    "pymupdf": ("service/render/pdf/library.py", "service/demo/draw/*.py"),
    "PIL": (
        "service/render/encoder.py",
        "service/render/image_format.py",
        "service/render/tones.py",
        "service/render/printing.py",
        "service/demo/draw/*.py",
    ),
    "fastapi": ("service/api/*.py", "service/app.py", "service/server.py"),
    "starlette": ("service/api/*.py",),
    "uvicorn": ("service/server.py", "service/http_protocol.py", "service/tablet_protocol.py"),
    "websockets": ("service/tablet_protocol.py",),
    "sqlalchemy": ("storage/sql/*.py",),
    "sqlmodel": ("storage/sql/*.py",),
    "alembic": ("storage/sql/*.py",),
    "aiosqlite": ("storage/sql/*.py",),
    "sqlite3": ("storage/sql/*.py",),
    "prometheus_client": ("service/observability/*.py", "service/app.py"),
    "itsdangerous": ("service/identity/tokens.py",),
    "typer": ("service/__main__.py",),
    "rich": ("service/__main__.py", "service/terminal.py"),
    "segno": ("service/api/qr.py", "service/terminal.py", "service/tls/trust_page.py"),
    "cryptography": ("service/tls/*.py",),
    "pydantic": ("service/api/*.py", "service/settings.py", "service/__main__.py"),
    "pydantic_settings": ("service/settings.py",),
}


def test_the_contracts_of_pyproject_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("pattern", PURE)
def test_pure_modules_touch_nothing(pattern: str) -> None:
    files = [path for path in sources("service", "storage") if fnmatch(name_of(path), pattern)]
    assert files, "the pattern names no file"
    for path in files:
        libraries = {module.partition(".")[0] for module in imports(path)}
        assert libraries <= PURE_MAY_IMPORT, name_of(path)
        assert not builtin_calls(path) & {"open", "print", "input", "exec", "eval"}


def test_pure_modules_import_only_pure_ones() -> None:
    pure = {
        name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in sources("service", "storage")
        if any(fnmatch(name_of(path), pattern) for pattern in PURE)
    }
    # Values that the pure rooms pass along without using what is behind them.
    known = pure | {"service.meeting", "service.realtime.connection", "storage.errors"}
    for path in sources("service", "storage"):
        if any(fnmatch(name_of(path), pattern) for pattern in PURE):
            ours = {m for m in imports(path) if m.partition(".")[0] in {"service", "storage"}}
            assert ours <= known, name_of(path)


@pytest.mark.parametrize("library", ROOMS_OF)
def test_one_library_one_room(library: str) -> None:
    users = {
        name_of(path)
        for path in sources("service", "storage")
        if any(module.partition(".")[0] == library for module in imports(path))
    }
    strangers = {
        user for user in users if not any(fnmatch(user, room) for room in ROOMS_OF[library])
    }
    assert strangers == set()


def builtin_calls(path: Path) -> set[str]:
    """Names of plain functions a file calls."""
    return {
        node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
