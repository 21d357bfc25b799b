"""What the person who runs the service sees of a meeting, and what nobody may see in its log."""

import asyncio
import json
from pathlib import Path

import pytest

from service.model import Role
from service.protocol import commands as c
from service.protocol.closing import CloseCode
from tests.support.http_client import HttpClient
from tests.support.running_service import RunningService, running_service
from tests.support.sitting import page, sitting
from tests.support.tablet import Tablet
from tests.support.until import until


async def numbers(client: HttpClient) -> dict[str, float]:
    """The metrics by name and labels."""
    text = (await client.ask("GET", "/metrics")).data.decode()
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


async def test_a_visit_leaves_its_numbers(service: RunningService) -> None:
    async with sitting(service) as room:
        stranger = room.stranger()
        before = await numbers(stranger)
        member = await room.tablet(Role.MEMBER)
        presenter = await room.leading()
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        assert await member.ask(c.TurnPage, page=page(3)) == "not_leading"
        while_there = await numbers(stranger)
        await member.go()

        def grew(name: str, now: dict[str, float]) -> float:
            return now[name] - before[name]

        assert while_there['hanjang_connections{role="presenter"}'] >= 1
        assert grew('hanjang_connections{role="member"}', while_there) == 1
        assert grew('hanjang_resumes_total{kind="welcome"}', while_there) == 2
        assert grew('hanjang_commands_total{outcome="accepted"}', while_there) == 2
        assert grew('hanjang_commands_total{outcome="not_leading"}', while_there) == 1
        assert grew("hanjang_commit_seconds_count", while_there) >= 2
        assert grew("hanjang_fan_out_seconds_count", while_there) >= 2
        status = await room.secretary.get("/api/status")
        (row,) = (each for each in status["meetings"] if each["meeting_id"] == room.meeting_id)
        assert row["title"] == "간부회의"
        assert row["tablets"] in {1, 2}
        assert row["turned_at"] <= status["now"]
        assert status["attention"] == []


async def test_a_close_is_counted_by_its_code(service: RunningService) -> None:
    async with sitting(service) as room:
        stranger = room.stranger()
        before = await numbers(stranger)
        tablet = await room.tablet(Role.MEMBER)
        await tablet.send_text("no message at all")
        assert await tablet.is_closed() == CloseCode.MALFORMED
        guest = await room.tablet(Role.MEMBER)
        await guest.go()
        for word in ("malformed", "ended"):
            await grows_by_one(stranger, f'hanjang_closes_total{{code="{word}"}}', before)


async def grows_by_one(client: HttpClient, name: str, before: dict[str, float]) -> None:
    """Wait until a number is one more than before."""
    async with asyncio.timeout(20):
        while (now := (await numbers(client))[name]) == before[name]:
            pass
    assert now == before[name] + 1


async def test_the_log_names_meeting_and_seat_and_no_secret(tmp_path: Path) -> None:
    settings = {"HANJANG_LOG_LEVEL": "debug"}
    with running_service(tmp_path / "data", settings) as service:
        secrets = [service.secretary_link]
        async with sitting(service) as room:
            secrets.append(room.secretary.token)
            link = await room.link(Role.MEMBER)
            member = await room.seat_by(link["token"], Role.MEMBER, "참석자")
            secrets += [link["token"], member.token]
            tablet = await room.tablet_of(member)
            await tablet.send_text(f'{{"type":"Nothing","token":"{member.token}"}}')
            assert await tablet.is_closed() == CloseCode.MALFORMED
            forged = Tablet(service.origin, member.token[:-1], room.meeting_id)
            with pytest.raises(AssertionError):
                await forged.come_in()
            await room.stranger(member.token[:-1]).ask("GET", f"/api/seat?token={link['token']}")
            await room.stranger().ask("POST", "/api/join", json={"link": link["token"] + "x"})
            await until(lambda: "unauthorised" in service.said())
            said = service.said()
        lines = [json.loads(line) for line in said.splitlines()]
        for secret in secrets:
            assert secret[:-1] not in said
        came = [line for line in lines if line["event"] == "tablet_in"]
        went = [line for line in lines if line.get("closed") == "malformed"]
        assert (len(came), len(went)) == (1, 1)
        for line in came + went:
            assert (line["meeting"], line["seat"]) == (room.meeting_id, member.seat_id)


async def test_no_line_a_message_at_info(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        before = len(service.said().splitlines())
        for number in (1, 2, 3) * 20:
            assert await presenter.ask(c.TurnPage, page=page(number)) is None
        assert len(service.said().splitlines()) - before < 20
