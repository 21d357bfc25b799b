"""The readable paper on a tablet's stage: where its words are under a finger or a mouse."""

from tests.browser.tablet import Tablet
from tests.support.readable import HEIGHT, LINES, WIDTH, spot

Place = tuple[float, float]


async def on_stage(tablet: Tablet, page: int, row: int, letter: float) -> Place:
    """A letter's place, in parts of the stage's width and height."""
    x, y = spot(row, LINES[page - 1][row], letter)
    box, lies = await tablet.sheet.box(), await tablet.sheet.lies()
    ratio = await tablet.sheet.host.evaluate("h => h.querySelector('canvas').width / h.clientWidth")
    left, top, width = (each / ratio for each in lies)
    high = width * HEIGHT / WIDTH
    return (left + x * width) / box["width"], (top + y * high) / box["height"]


async def on_screen(tablet: Tablet, page: int, row: int, letter: float) -> Place:
    """A letter's place in CSS pixels of the screen."""
    x, y = await on_stage(tablet, page, row, letter)
    box = await tablet.sheet.box()
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


async def select(tablet: Tablet, start: Place, end: Place) -> None:
    """Drag a mouse over the text between two places on the screen."""
    mouse = tablet.page.mouse
    await mouse.move(*start)
    await mouse.down()
    await mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    await mouse.move(*end)
    await mouse.up()
