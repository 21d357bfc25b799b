"""Documents to pages: ours beside a bare PyMuPDF loop and `pdftocairo`, all in one run.

Ours is the whole way, with fence and storage: intake, inspection, queue, children, disk,
catalog. The bare loop keeps nothing and checks nothing; it is warm, runs in as many
processes, and uses our encoder, so that the ratio shows what the house itself costs.
Medians are over rounds, taken in turns, so that a busy machine slows both sides.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from tests.load.pages_arriving import growth
from tests.load.pages_beside import Bare, bare_loop, pdftocairo, png_bytes, words_seconds
from tests.load.pages_ours import CORES, Ours, our_house
from tests.load.pages_papers import paper
from tests.load.table import Row

SHORT: Final = 60
LONG: Final = 350
ROUNDS: Final = {SHORT: 3, LONG: 2}
SAMPLED: Final = 10
"""Pages of each kind are spread evenly: ten stand for all."""

READING: Final = 4.0
"""Reading order, links, clean syllables and the fence, beside the words alone."""

JUMPS: Final = (312, 325, 338, 305, 318)
"""Text all of them, and none a neighbour of another: those come with it."""


@dataclass(slots=True)
class Taken:
    """Seconds, round for round; `cpu` is of a page."""

    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    jumps: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    bare_first: list[float] = field(default_factory=list)
    bare_whole: list[float] = field(default_factory=list)
    bare_jumps: list[float] = field(default_factory=list)


async def run() -> list[Row]:
    """Measure, and compare."""
    with tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name:
        folder = Path(name)
        async with our_house(folder / "data") as ours, bare_loop(CORES) as bare:
            short, long = Taken(), Taken()
            first = folder / "60-0.pdf"
            for count, taken in ((SHORT, short), (LONG, long)):
                for number in range(ROUNDS[count]):
                    pdf = folder / f"{count}-{number}.pdf"
                    paper(pdf, count, seed=number)
                    await _round(ours, bare, pdf, count, taken)
            again = "the same file again, pages drawn"
            sha256 = (await ours.all_pages(first, 0)).sha256
            rows = [
                *_rows(short, long, await pdftocairo(first, SAMPLED)),
                Row(
                    "one page on the wire, KiB",
                    await ours.bytes_a_page(sha256, SAMPLED) / 1024,
                    png_bytes(first, SAMPLED) / 1024,
                    "PNG as MuPDF writes it",
                    0.6,
                ),
                Row(again, await ours.pages_drawn_again(first, SHORT), None, "", 0),
                Row(
                    "CPU of reading one page, ms",
                    1e3 * await ours.reading_seconds(first, SHORT),
                    1e3 * words_seconds(first),
                    "PyMuPDF's own words",
                    READING,
                ),
            ]
        most = await growth(folder)
    return [*rows, Row("memory of the service while 499 MB arrive, MiB more", most, None, "", 32)]


async def _round(ours: Ours, bare: Bare, pdf: Path, count: int, taken: Taken) -> None:
    jumps = JUMPS if count == LONG else ()
    taken.bare_first.append(await bare.page(pdf, 1))
    taken.bare_jumps += [await bare.page(pdf, page) for page in jumps]
    before = ours.cpu_seconds()
    timing = await ours.all_pages(pdf, count, jumps)
    taken.cpu.append((ours.cpu_seconds() - before) / count)
    taken.first.append(timing.first)
    taken.whole.append(timing.whole)
    taken.jumps += timing.jumps
    await ours.read_through(timing.sha256, count)
    taken.bare_whole.append(await bare.all_pages(pdf))


def _rows(short: Taken, long: Taken, cairo: float) -> Iterator[Row]:
    yield Row(
        f"first page after the last byte of {SHORT} pages, ms",
        1e3 * median(short.first),
        1e3 * median(short.bare_first),
        "bare open, draw and encode in a warm process",
        1.5,
    )
    for count, taken in ((SHORT, short), (LONG, long)):
        yield Row(
            f"all {count} pages, ms",
            1e3 * median(taken.whole),
            1e3 * median(taken.bare_whole),
            f"bare PyMuPDF loop, {CORES} processes, same encoder",
            1.25,
        )
    yield Row(
        "CPU of one page, 1600 px, ms",
        1e3 * median(short.cpu),
        1e3 * cairo,
        "pdftocairo -png, same width",
        0.2,
    )
    yield Row(
        f"jump to page 312 of {LONG} while 300 are queued, ms",
        1e3 * median(long.jumps),
        1e3 * median(long.bare_jumps),
        "bare draw and encode of that page alone, the file open",
        2.0,
    )
