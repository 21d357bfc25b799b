"""Charts of an office paper: lying bars, standing pairs, a timeline."""

from service.demo.draw.colours import BLUE, HAIR, MUTED, NAVY, RULE, SERIES, SKY, STEEL, WASH
from service.demo.draw.flow import Flow
from service.demo.paper import Bars, Pillars, Timeline

_NAMES = 92.0
"""Points at the left for what a row is called."""

_TALL = 150.0


def bars(flow: Flow, block: Bars) -> None:
    """One bar a row, its figure behind it; the longest takes three quarters of the room."""
    step = 25.0
    flow.gap(4)
    top = flow.take(step * len(block.rows) + 6)
    longest = max(value for _, value, _ in block.rows)
    scale = (flow.width - _NAMES) * 0.78 / longest
    start = flow.left + _NAMES
    for at, (name, value, label) in enumerate(block.rows):
        y = top + at * step
        flow.sheet.text(flow.left, y + 16, name, 11, align="right", room=_NAMES - 12)
        flow.sheet.box(start, y + 4, value * scale, 17, fill=SERIES[at % len(SERIES)])
        flow.sheet.text(start + value * scale + 8, y + 16, label, 10.5, colour=MUTED)
    end = top + step * len(block.rows)
    flow.sheet.line((start, top), (start, end), width=0.8, colour=RULE)
    flow.gap(6)


def pillars(flow: Flow, block: Pillars) -> None:
    """Two standing bars for every name, from a base line at nought."""
    flow.gap(4)
    top = flow.take(_TALL + 58)
    left, width, sheet = flow.left, flow.width, flow.sheet
    for at, (name, colour) in enumerate(zip(block.series, (SKY, BLUE), strict=True)):
        sheet.box(left + at * 84, top + 3, 10, 10, fill=colour)
        sheet.text(left + at * 84 + 15, top + 12, name, 10)
    sheet.text(left, top + 12, block.unit, 9, colour=MUTED, align="right", room=width)
    base = top + 34 + _TALL
    scale = (_TALL - 14) / max(max(first, second) for _, first, second in block.rows)
    for quarter in range(1, 5):
        y = base - quarter * (_TALL - 14) / 4
        sheet.line((left, y), (left + width, y), width=0.4, colour=HAIR)
    slot = width / len(block.rows)
    thick = min(slot * 0.3, 34)
    for at, (name, first, second) in enumerate(block.rows):
        middle = left + (at + 0.5) * slot
        for x, value, colour in ((middle - thick, first, SKY), (middle, second, BLUE)):
            tall = value * scale
            sheet.box(x + 1, base - tall, thick - 2, tall, fill=colour)
            sheet.text(x - 10, base - tall - 4, f"{value:,g}", 9, align="centre", room=thick + 20)
        sheet.text(middle - slot / 2, base + 15, name, 10, align="centre", room=slot)
    sheet.line((left, base), (left + width, base), width=0.9, colour=MUTED)
    flow.gap(4)


def timeline(flow: Flow, block: Timeline) -> None:
    """Months across, steps down, a bar from the first slot of a step to its last."""
    step, names = 25.0, 150.0
    flow.gap(4)
    height = step * (len(block.rows) + 1)
    top = flow.take(height + 6)
    left, width, sheet = flow.left, flow.width, flow.sheet
    slot = (width - names) / len(block.slots)
    sheet.box(left, top, width, step, fill=WASH)
    for at, name in enumerate(block.slots):
        x = left + names + at * slot
        sheet.text(x, top + 17, name, 10, bold=True, align="centre", room=slot)
        sheet.line((x, top), (x, top + height), width=0.4, colour=HAIR)
    for at, (name, first, last) in enumerate(block.rows, start=1):
        y = top + at * step
        sheet.text(left + 6, y + 17, name, 10.5)
        colour = NAVY if at == len(block.rows) else STEEL
        start = left + names + first * slot + 4
        sheet.box(start, y + 7, (last - first + 1) * slot - 8, 11, fill=colour)
        sheet.line((left, y), (left + width, y), width=0.4, colour=HAIR)
    sheet.line((left, top), (left + width, top), width=1.1, colour=NAVY)
    sheet.line((left, top + height), (left + width, top + height), width=1.1, colour=NAVY)
    flow.gap(6)
