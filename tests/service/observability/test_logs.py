"""Log lines: who and where from the context, never a secret, libraries no deeper than info."""

import io
import json
import logging
import sys
from typing import Any

import pytest
import structlog

from service.identity.tokens import Tokens
from service.ids import new_id
from service.observability.logs import configure_logs
from service.observability.secrets import MASK, masked, without_secrets

TOKENS = [Tokens(bytes(range(32)), "seat").sign(f"seat-{number:011}") for number in range(300)]
"""Enough for signatures that begin and end with every letter of the alphabet, '-' and '_' too."""


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The lines written so far, as JSON says them."""
    error = io.StringIO()
    monkeypatch.setattr(sys, "stderr", error)
    configure_logs("json", "debug")
    return lambda: [json.loads(line) for line in error.getvalue().splitlines()]


def test_every_line_of_a_visit_names_meeting_and_seat(lines: Any) -> None:
    structlog.contextvars.bind_contextvars(meeting="m1", seat="s1")
    structlog.get_logger().warning("flooding")
    logging.getLogger("uvicorn.error").warning("오류 %s", 7)
    for line in lines():
        assert (line["meeting"], line["seat"]) == ("m1", "s1")


def test_libraries_keep_their_secrets_below_info(lines: Any) -> None:
    logging.getLogger("websockets.server").debug("< Authorization: Bearer abc")
    logging.getLogger("uvicorn.error").info("started")
    assert [line["event"] for line in lines()] == ["started"]


def test_a_secret_is_masked_wherever_it_stands(lines: Any) -> None:
    token = TOKENS[0]
    log = structlog.get_logger()
    log.warning("joined", token=token, url=f"http://hall/join#{token}", seat="s1")
    log.error(f"no such link {token}!")
    logging.getLogger("library").warning("GET /join#%s", token)
    try:
        raise ValueError(token)
    except ValueError as error:
        log.error("unexpected", exc_info=error)
    said = lines()
    assert len(said) == 4
    assert token not in json.dumps(said)
    assert said[0]["seat"] == "s1"
    assert "ValueError" in said[3]["exception"]


def test_every_token_is_known_by_its_shape() -> None:
    assert {masked(f"({token})") for token in TOKENS} == {f"({MASK})"}


@pytest.mark.parametrize(
    "harmless",
    [
        "service.render.worker",
        "0123456789ab",
        "2026-11-22T05:00:00.000000Z",
        "쪽 12.5",
        pytest.param(new_id(), id="a fresh id"),
    ],
)
def test_what_is_no_secret_stays(harmless: str) -> None:
    line = {"event": harmless, "pages": 3}
    assert without_secrets(None, "info", dict(line)) == line


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Authorization: Bearer abc.def", f"Authorization: Bearer {MASK}"),
        ("http://h/join#abc next", f"http://h/join#{MASK} next"),
    ],
)
def test_what_stands_beside_a_secret_stays(text: str, left: str) -> None:
    assert masked(text) == left
