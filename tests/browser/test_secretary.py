"""The secretary prepares a meeting at the desk, from nothing to open."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import Desk, Paper
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.tablet import REFUSED
from tests.browser.tablets import Tablets
from tests.support import pdfs
from tests.support.pdfs.armed import javascript
from tests.support.running_service import RunningService

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LONG = 300
"""Pages enough to be drawn for many seconds, while the first is looked at."""


async def a_desk(service: RunningService, tablets: Tablets, *items: str) -> Desk:
    """A fresh meeting on the secretary's screen, with these agenda items."""
    tablet = await tablets.unpack(DESKTOP)
    await tablet.enter(f"{service.origin}/join#{service.secretary_link}")
    desk = Desk(tablet)
    await desk.create_meeting("월요일 간부회의", "중회의실")
    for title in items:
        await desk.add_item(title, "기획예산과", "김유성 과장")
    return desk


async def test_items_and_people_are_written_ordered_and_removed(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "예산", "재난", "인사")
    await expect(desk.titles).to_have_text(["예산", "재난", "인사"])
    await desk.press("‘인사’ 안건 위로")
    await expect(desk.titles).to_have_text(["예산", "인사", "재난"])
    await desk.press("‘예산’ 안건 아래로")
    await expect(desk.titles).to_have_text(["인사", "예산", "재난"])
    await desk.press("‘예산’ 안건 삭제")
    await desk.tablet.tap("confirm-yes")
    await expect(desk.titles).to_have_text(["인사", "재난"])

    await desk.paste_people("정한결, 한장시, 시장\n오세린\t한장시\t부시장\n노을; 교통행정과; 과장")
    await expect(desk.tablet.see("people-panel")).to_contain_text("노을 과장")
    await expect(desk.tablet.see("people-panel")).to_contain_text("3명")


async def test_many_files_at_once_one_of_them_refused(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "예산", "재난")
    desk.tablet.forgive(REFUSED)
    await desk.choose_files(
        0,
        Paper("편성 방향.pdf", pdfs.good(2, seed=1)),
        Paper("사진.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        Paper("요구서.pdf", pdfs.good(4, seed=2)),
    )
    await desk.is_ready(0, "편성 방향", pages=2)
    await desk.is_ready(0, "요구서", pages=4)
    refused = desk.item(0).get_by_test_id("refused")
    await expect(refused).to_have_attribute("data-code", "not_a_pdf")
    await expect(refused.get_by_role("alert")).to_contain_text("PDF")
    await refused.get_by_role("button", name="목록에서 지우기").click()
    await expect(refused).to_have_count(0)

    await desk.drop_files(
        1, Paper("제설.pdf", pdfs.good(1, seed=3)), Paper("점검.pdf", pdfs.good(1, seed=4))
    )
    await desk.is_ready(1, "제설", pages=1)
    await desk.is_ready(1, "점검", pages=1)
    await desk.drop_on_desk(Paper("2. 재난 종합대책.pdf", pdfs.good(3, seed=5)))
    await desk.is_ready(1, "재난 종합대책", pages=3)


async def test_a_protected_file_asks_for_its_password(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "인사")
    desk.tablet.forgive(REFUSED)
    await desk.choose_files(0, Paper("인사 운영.pdf", pdfs.protected("한장-2027", pages=2)))
    refused = desk.item(0).get_by_test_id("refused")
    await expect(refused).to_have_attribute("data-code", "password_needed")
    await desk.give_password("틀린 암호")
    await expect(refused).to_have_attribute("data-code", "wrong_password")
    await desk.give_password("한장-2027")
    await desk.is_ready(0, "인사 운영", pages=2)


async def test_bytes_and_pages_are_counted_and_page_one_opens_before_the_last_is_drawn(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "예산")
    await desk.slow_down(kilobytes_a_second=200)
    await desk.choose_files(0, Paper("예산서.pdf", pdfs.good(LONG, seed=6) + bytes(300_000)))
    sending = desk.item(0).get_by_test_id("uploading").get_by_role("progressbar")
    await expect(sending).to_have_attribute("aria-valuenow", desk.MORE_THAN_NOTHING)
    await desk.full_speed()

    drawing = desk.item(0).get_by_test_id("document-row").get_by_role("progressbar")
    await expect(drawing).to_have_attribute("aria-valuemax", str(LONG))
    await expect(drawing).to_have_attribute("aria-valuenow", desk.MORE_THAN_NOTHING)
    await desk.tablet.tap("document-open")
    await expect(desk.tablet.see("viewer-page")).to_be_visible()
    await expect(drawing).to_be_attached()
    await desk.tablet.press("Escape")
    await expect(drawing).to_be_attached()


async def test_a_file_that_brings_more_than_pages_says_so(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "예산")
    armed = javascript("http://127.0.0.1:9", "/nowhere")
    await desk.choose_files(0, Paper("요청서.pdf", armed), Paper("편성.pdf", pdfs.good(2, seed=8)))
    await desk.is_ready(0, "편성", pages=2)
    notes = desk.item(0).get_by_test_id("document-carries")
    await expect(notes).to_have_count(1)
    await expect(notes).to_contain_text("스크립트(JavaScript)")
    await expect(notes).to_contain_text("실행하거나 열지 않고")


async def test_papers_are_renamed_moved_and_removed(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "예산", "재난")
    await desk.choose_files(0, Paper("편성 방향.pdf", pdfs.good(seed=7)))
    await desk.is_ready(0, "편성 방향", pages=1)
    await desk.choose_files(0, Paper("요구서.pdf", pdfs.good(seed=8)))
    await desk.is_ready(0, "요구서", pages=1)

    await desk.act_on("편성 방향")
    await desk.tablet.see("document-name").fill("편성 방향(안).pdf")
    await desk.tablet.tap("document-rename")
    await expect(desk.papers(0)).to_contain_text(["편성 방향(안)", "요구서"])
    await desk.act_on("요구서")
    await desk.press("위로")
    await expect(desk.papers(0)).to_contain_text(["요구서", "편성 방향(안)"])
    await desk.act_on("요구서")
    await desk.tablet.see("document-move").select_option(label="2. 재난")
    await expect(desk.papers(1)).to_contain_text(["요구서"])
    await desk.act_on("요구서")
    await desk.tablet.tap("document-remove")
    await desk.tablet.tap("confirm-yes")
    await expect(desk.papers(1)).to_have_count(0)


async def test_a_link_with_its_code_and_the_opening_bring_the_papers_to_a_phone(
    service: RunningService, tablets: Tablets
) -> None:
    desk = await a_desk(service, tablets, "예산")
    await desk.choose_files(0, Paper("예산서.pdf", pdfs.good(2, seed=9)))
    await desk.is_ready(0, "예산서", pages=2)
    await desk.paste_people("조은별, 안전총괄과, 과장")
    link = await desk.create_link("member")
    await desk.tablet.see("link-member").get_by_role("button", name="QR").first.click()
    code = desk.tablet.see("qr-dialog").get_by_role("img")
    await expect(code).to_be_visible()
    assert await code.evaluate("image => image.naturalWidth") > 0
    await desk.tablet.press("Escape")

    phone = await tablets.unpack(PHONE)
    await phone.open(link)
    await phone.tap("join-person-조은별")
    await expect(phone.see("waiting")).to_contain_text("예산")
    await expect(desk.tablet.see("present")).to_contain_text("조은별")

    await desk.open_meeting()
    await expect(phone.see("sheet")).to_have_attribute("data-page", "1")
    await phone.shows(f"{await desk.document_id(0)}.1.1")
