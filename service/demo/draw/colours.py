"""The few colours of the demo's papers, as red, green and blue from 0 to 1."""

Colour = tuple[float, float, float]


def rgb(code: str) -> Colour:
    """`"256ef4"` as a colour."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


INK = rgb("1e2124")
MUTED = rgb("58616a")
FAINT = rgb("8a949e")
RULE = rgb("b1b8be")
HAIR = rgb("d6dae0")
WASH = rgb("f4f5f6")
WHITE = rgb("ffffff")
NAVY = rgb("053889")
BLUE = rgb("256ef4")
STEEL = rgb("6c97cc")
SKY = rgb("b0cdfa")
TINT = rgb("ecf2fe")
RED = rgb("d2361c")
SERIES = (BLUE, STEEL, SKY, NAVY, rgb("9aa3ad"), rgb("c6ccd3"))
