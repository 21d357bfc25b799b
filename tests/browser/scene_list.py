"""The screens, in the order people meet them."""

from typing import Final

from playwright.async_api import expect

from service.model import Role
from tests.browser.former_scenes import FORMER_SCENES
from tests.browser.leading_scenes import (
    member_asks,
    member_at_a_kept_item,
    member_is_held,
    member_is_offered_a_page,
    presenter_at_a_kept_item,
    presenter_is_asked,
    presenter_sees_who_is_behind,
    secretary_in_the_meeting,
    secretary_steers,
    wall_at_a_closed_item,
)
from tests.browser.notes_scenes import NOTES_SCENES
from tests.browser.offline_scenes import OFFLINE_SCENES
from tests.browser.pen_scenes import PEN_SCENES
from tests.browser.pens import take
from tests.browser.presenting_scenes import (
    member_in_the_dark,
    member_is_shown_a_part,
    member_reads_side_by_side,
    member_sees_where_the_presenter_looks,
    presenter_chooses_a_pointer,
    presenter_has_notes,
    presenter_in_the_dark,
    presenter_picks_a_part,
    presenter_points,
    presenter_shows_a_part,
    presenter_writes,
    wall_in_the_dark,
    wall_shows_a_part,
)
from tests.browser.scenes import (
    House,
    Scene,
    desk,
    finds,
    goes_away,
    is_painted,
    lead,
    scene,
    secretary,
    sit,
    visit,
)
from tests.browser.tablet import Tablet
from tests.browser.version_scenes import VERSION_SCENES


@scene(None)
async def home(tablet: Tablet, house: House) -> None:
    await tablet.open(house.origin)
    await expect(tablet.page.get_by_role("heading", level=1)).to_be_visible()


@scene(None)
async def join_without_link(tablet: Tablet, house: House) -> None:
    await tablet.open(f"{house.origin}/join")
    await expect(tablet.see("join-no-link")).to_be_visible()


@scene(None)
async def join_revoked(tablet: Tablet, house: House) -> None:
    await goes_away(tablet, house)
    await expect(tablet.see("join-refused-link_revoked")).to_be_visible()


@scene(None)
async def join_who(tablet: Tablet, house: House) -> None:
    await tablet.open((await house.opened.link(Role.MEMBER))["url"])
    await expect(tablet.see("join-not-listed")).to_be_visible()


@scene(None)
async def join_name(tablet: Tablet, house: House) -> None:
    await tablet.open((await house.opened.link(Role.MEMBER))["url"])
    await tablet.tap("join-not-listed")
    await expect(tablet.see("join-name")).to_be_visible()


@scene(Role.SECRETARY)
async def meetings(tablet: Tablet, house: House) -> None:
    await secretary(tablet, house)


@scene(Role.SECRETARY)
async def meeting_form(tablet: Tablet, house: House) -> None:
    await secretary(tablet, house)
    await tablet.tap("create-meeting")
    await expect(tablet.see("meeting-form")).to_be_visible()


@scene(Role.SECRETARY)
async def service_status(tablet: Tablet, house: House) -> None:
    await secretary(tablet, house)
    await tablet.tap("menu")
    await tablet.tap("service-status")
    await expect(tablet.see("status-meeting").first).to_be_visible()


@scene(Role.SECRETARY)
async def the_desk(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)


@scene(Role.SECRETARY)
async def desk_item_form(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)
    await tablet.tap("add-item")
    await expect(tablet.see("item-form")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_document(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)
    await tablet.see("document-actions").first.click()
    await expect(tablet.see("document-actions-panel")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_page(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)
    await tablet.see("document-open").first.click()
    await expect(tablet.see("viewer-page")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_people(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)
    await tablet.tap("manage-people")
    await tablet.see("people-dialog").locator("summary").click()
    await expect(tablet.see("people-paste")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_link_form(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)
    await tablet.tap("create-link")
    await expect(tablet.see("link-form")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_code(tablet: Tablet, house: House) -> None:
    await house.opened.link(Role.MEMBER)
    await desk(tablet, house)
    await tablet.see("link-member").first.get_by_role("button", name="QR").first.click()
    await expect(tablet.see("qr-dialog").get_by_role("img")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_closing(tablet: Tablet, house: House) -> None:
    await desk(tablet, house)
    await tablet.tap("meeting-close")
    await expect(tablet.see("confirm-yes")).to_be_visible()


@scene(Role.MEMBER)
async def waiting(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.preparing, Role.MEMBER, "조은별 과장")
    await expect(tablet.see("waiting")).to_be_visible()


@scene(Role.MEMBER)
async def member(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)


@scene(Role.MEMBER)
async def member_looks_closer(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("zoom-in")
    await expect(tablet.see("zoom-reset")).to_be_visible()


@scene(Role.MEMBER)
async def member_reads_ahead(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.press("PageDown", "PageDown")
    await expect(tablet.see("follow-pill")).to_be_visible()
    await is_painted(tablet)


@scene(Role.MEMBER)
async def member_writes(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("tool-highlighter")
    await tablet.pen.draw((0.35, 0.3), (0.6, 0.3))
    await tablet.tap("tool-pen")
    await tablet.pen.draw((0.4, 0.45), (0.6, 0.55))
    await tablet.is_live()


@scene(Role.MEMBER)
async def member_thumbnails(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("thumbnails-toggle")
    await expect(tablet.see("thumbnails").locator("img").first).to_be_visible()


@scene(Role.MEMBER)
async def member_menu(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("menu")
    await expect(tablet.see("menu-panel")).to_be_visible()


@scene(Role.MEMBER)
async def member_page_number(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("page-number")
    await expect(tablet.see("jump-page")).to_be_visible()


@scene(Role.MEMBER)
async def member_finds(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await finds(tablet)


@scene(Role.MEMBER)
async def member_finds_nothing(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("find-open")
    await tablet.see("find-field").fill("없는낱말")
    await expect(tablet.see("find-nothing")).to_be_visible()


@scene(Role.MEMBER)
async def member_contents(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    if not await tablet.see("tab-contents").is_visible():
        await tablet.tap("show-agenda")
    await tablet.tap("tab-contents")
    await expect(tablet.see("contents").locator("[aria-busy]")).to_have_count(0)
    await expect(tablet.see("contents").get_by_role("button").nth(1)).to_be_visible()


@scene(Role.MEMBER)
async def member_selects(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await take(tablet, "tool-select")
    await expect(tablet.see("select-bar")).to_be_visible()


@scene(Role.MEMBER)
async def after_the_meeting(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.closed, Role.MEMBER, "조은별 과장")
    await expect(tablet.see("closed-banner")).to_be_visible()
    await is_painted(tablet)


@scene(Role.PRESENTER)
async def presenter_before(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.preparing, Role.PRESENTER, "김유성 과장")
    await is_painted(tablet)


@scene(Role.PRESENTER)
async def presenter(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)


@scene(Role.PRESENTER)
async def presenter_agenda(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("show-agenda")
    await expect(tablet.see("agenda")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_hands_over(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("hand-over")
    await expect(tablet.see("hand-over-panel")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_finds(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await finds(tablet)


@scene(Role.SCREEN)
async def wall_before(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.preparing, Role.SCREEN, None)
    await expect(tablet.page.get_by_role("heading", level=1)).to_be_visible()


@scene(Role.SCREEN)
async def wall(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.opened, Role.SCREEN, None)
    await is_painted(tablet)


@scene(Role.SCREEN)
async def wall_after(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.closed, Role.SCREEN, None)
    await expect(tablet.page.get_by_role("heading", level=1)).to_be_visible()


SCENES: Final[tuple[Scene, ...]] = (
    home,
    join_without_link,
    join_revoked,
    join_who,
    join_name,
    meetings,
    meeting_form,
    service_status,
    the_desk,
    desk_item_form,
    desk_document,
    desk_page,
    desk_people,
    desk_link_form,
    desk_code,
    desk_closing,
    secretary_in_the_meeting,
    secretary_steers,
    waiting,
    member,
    member_reads_ahead,
    member_writes,
    *PEN_SCENES,
    *VERSION_SCENES,
    *NOTES_SCENES,
    *OFFLINE_SCENES,
    *FORMER_SCENES,
    member_thumbnails,
    member_menu,
    member_page_number,
    member_finds,
    member_finds_nothing,
    member_contents,
    member_selects,
    member_asks,
    member_is_offered_a_page,
    member_is_held,
    member_at_a_kept_item,
    member_in_the_dark,
    member_is_shown_a_part,
    member_sees_where_the_presenter_looks,
    member_reads_side_by_side,
    after_the_meeting,
    presenter_before,
    presenter,
    presenter_agenda,
    presenter_hands_over,
    presenter_is_asked,
    presenter_sees_who_is_behind,
    presenter_at_a_kept_item,
    presenter_finds,
    presenter_points,
    presenter_chooses_a_pointer,
    presenter_writes,
    presenter_has_notes,
    presenter_picks_a_part,
    presenter_shows_a_part,
    presenter_in_the_dark,
    wall_before,
    wall,
    wall_shows_a_part,
    wall_in_the_dark,
    wall_at_a_closed_item,
    wall_after,
)
