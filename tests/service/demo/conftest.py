"""The demo's papers, drawn once for all tests by the very child the demo starts."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from service.demo.drawing import draw_papers

MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every paper of Monday, 23 November 2026."""
    folder = tmp_path_factory.mktemp("papers")
    asyncio.run(draw_papers(folder, MONDAY))
    return folder
