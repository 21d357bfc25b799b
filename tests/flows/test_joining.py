"""One link for everybody: it asks who you are, from the list or by name."""

from service.model import Person, Role
from service.protocol import commands as c
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

KIM = Person(person_id="p1", name="김유성", department="기획예산과", position="과장")
LEE = Person(person_id="p2", name="이광명", department="안전총괄과", position="팀장")


async def test_members_come_by_one_link_from_the_list_and_by_name(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        for person in (KIM, LEE):
            await room.steer(c.AddPerson, person=person)
        token = (await room.link(Role.MEMBER))["token"]
        look = await room.stranger().post("/api/join/look", {"link": token})
        assert (look["role"], look["asks"], look["name"]) == ("member", True, None)
        assert look["meeting"]["title"] == "간부회의"
        assert [row["name"] for row in look["people"]] == ["김유성", "이광명"]
        assert not any(row["present"] for row in look["people"])

        listed = room.stranger()
        await listed.join(token, person_id="p1")
        named = await room.seat_by(token, Role.MEMBER, "  지나가던 사람 ")
        assert (listed.name, named.name) == ("김유성 과장", "지나가던 사람")
        assert listed.seat_id != named.seat_id
        await room.tablet_of(listed)
        look = await named.post("/api/join/look", {"link": token})
        assert [row["present"] for row in look["people"]] == [True, False]


async def test_a_link_with_a_name_asks_nobody(service: RunningService) -> None:
    async with sitting(service) as room:
        token = (await room.link(Role.PRESENTER, name="오정민 과장"))["token"]
        client = await room.seat_by(token, Role.PRESENTER, "다른 이름")
        assert client.name == "오정민 과장"
        look = await client.post("/api/join/look", {"link": token})
        assert (look["asks"], look["name"], look["people"]) == (False, "오정민 과장", [])
        wall = await room.seat(Role.SCREEN)
        assert wall.name == "회의실 화면"


async def test_a_seat_says_who_it_is(service: RunningService) -> None:
    async with sitting(service) as room:
        client = await room.seat(Role.OBSERVER, "배석자")
        seat = await client.get("/api/seat")
        assert (seat["seat_id"], seat["role"]) == (client.seat_id, "observer")
        assert seat["meeting_id"] == room.meeting_id


async def test_who_does_not_say_who_they_are_is_asked_again(service: RunningService) -> None:
    async with sitting(service) as room:
        token = (await room.link(Role.MEMBER))["token"]
        nobody = room.stranger()
        for who, code in (
            ({}, "malformed"),
            ({"name": " "}, "malformed"),
            ({"name": "가" * 61}, "malformed"),
            ({"person_id": "p9"}, "no_such_person"),
        ):
            answer = await nobody.ask("POST", "/api/join", json={"link": token, **who})
            assert answer.code == code


async def test_links_are_listed_and_drawn_for_the_secretary_alone(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        link = await room.link(Role.MEMBER, hours=2)
        assert link["expires_at"] - link["created_at"] == 2 * 60 * 60 * 1000
        assert link["url"].startswith(f"{service.origin}/join#")
        path = f"/api/meetings/{room.meeting_id}/links"
        listed = (await room.secretary.get(path))["links"]
        assert [row["link_id"] for row in listed] == [link["link_id"]]
        code = await room.secretary.ask("GET", f"{path}/{link['link_id']}/qr.svg")
        assert code.headers["content-type"] == "image/svg+xml"
        assert code.data.startswith(b"<svg")
        assert (await room.secretary.ask("GET", f"{path}/no-such/qr.svg")).code == "not_found"
        member = await room.seat(Role.MEMBER)
        for address in (path, f"{path}/{link['link_id']}/qr.svg"):
            assert (await member.ask("GET", address)).code == "not_allowed"
