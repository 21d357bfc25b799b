"""A page map in words for people, Korean first, or as one JSON object; pure."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from service.check.cells import safe
from service.compare.running import Compared, Refused
from service.sentences import sentence_of
from service.versions.page_map import Change, Kind, Lone, Pair

_T = TypeVar("_T", Lone, Pair)

_KINDS: Final = {
    Kind.SAME: ("그대로", "the same"),
    Kind.CHANGED: ("바뀜", "changed"),
    Kind.MOVED: ("옮김", "moved"),
    Kind.MOVED_AND_CHANGED: ("옮기고 바뀜", "moved and changed"),
}
_SLID: Final = {Kind.SAME: ("그대로이고 쪽수만 밀림", "the same, at another number")}
"""The same pages are listed only where their number is another one."""

_CHANGES: Final = {
    Change.NONE: ("", ""),
    Change.MARGINS: ("쪽 번호나 머리글만 다름", "page number or running line only"),
    Change.LOOKS: ("글자는 같고 모양이 다름", "same words, other looks"),
    Change.TEXT: ("내용이 다름", "other words"),
}


def as_json(compared: Compared) -> str:
    """The map as one line of JSON in UTF-8 with its line end."""
    page_map = compared.page_map
    said = {
        "old": {"file": _name(compared.old), "pages": compared.old_pages},
        "new": {"file": _name(compared.new), "pages": compared.new_pages},
        "pairs": [
            {
                "old": pair.old,
                "new": pair.new,
                "kind": pair.kind,
                "change": pair.change,
                "turned": pair.turned,
            }
            for pair in page_map.pairs
        ],
        "added": [{"page": lone.page, "within": lone.within} for lone in page_map.added],
        "removed": [{"page": lone.page, "within": lone.within} for lone in page_map.removed],
    }
    line = json.dumps(said, ensure_ascii=False)
    return "".join(it if it.isprintable() else json.dumps(it)[1:-1] for it in line) + "\n"


def as_prose(compared: Compared) -> str:
    """The map for people: the sum, then what is new, gone, moved and changed."""
    return "".join(f"{line}\n" for line in _lines(compared))


def refusal(refused: Refused) -> str:
    """Which file cannot be compared, why, and what to do."""
    sentence, name = sentence_of(refused.code), safe(refused.name)
    return f"{name}: {sentence.ko} / {sentence.en}"


def _lines(compared: Compared) -> Iterator[str]:
    page_map = compared.page_map
    yield f"한장 compare  {safe(compared.old)} → {safe(compared.new)}"
    yield from _sum(compared)
    if page_map.added:
        yield ""
        yield "새 쪽 new"
        yield from (f"  {line}" for line in _lone(page_map.added, "옛", "old"))
    if page_map.removed:
        yield ""
        yield "없어진 쪽 gone"
        yield from (f"  {line}" for line in _lone(page_map.removed, "새", "new"))
    for kind, (korean, english) in (_KINDS | _SLID).items():
        pairs = [pair for pair in page_map.pairs if pair.kind is kind]
        if kind is Kind.SAME:
            pairs = [pair for pair in pairs if pair.old != pair.new]
        if pairs:
            yield ""
            yield f"{korean} {english}"
            yield from (f"  {line}" for line in _pairs(pairs))


def _sum(compared: Compared) -> Iterator[str]:
    kinds = [pair.kind for pair in compared.page_map.pairs]
    counts = [(korean, english, kinds.count(kind)) for kind, (korean, english) in _KINDS.items()]
    counts.append(("새 쪽", "new", len(compared.page_map.added)))
    counts.append(("없어진 쪽", "gone", len(compared.page_map.removed)))
    told = [count for count in counts if count[2]]
    korean = ", ".join(f"{word} {count:,}쪽" for word, _, count in told)
    yield f"{compared.old_pages:,}쪽 → {compared.new_pages:,}쪽: {korean}"
    english = ", ".join(f"{count:,} {word}" for _, word, count in told)
    yield f"{compared.old_pages:,} pages → {compared.new_pages:,}: {english}"


def _lone(lone: Sequence[Lone], korean: str, english: str) -> Iterator[str]:
    for run in _runs(lone, lambda a, b: a.page + 1 == b.page and a.within == b.within is None):
        within = run[0].within
        told = f"  {korean} {within}쪽의 일부 part of {english} page {within}" if within else ""
        yield f"쪽 {_span([it.page for it in run])}{told}"


def _pairs(pairs: Sequence[Pair]) -> Iterator[str]:
    for run in _runs(pairs, _follows):
        first = run[0]
        old, new = _span([it.old for it in run]), _span([it.new for it in run])
        told = [_CHANGES[first.change]] if first.change is not Change.NONE else []
        if first.turned:
            told.append((f"{first.turned}도 돌아감", f"turned by {first.turned} degrees"))
        yield f"쪽 {old} → {new}" + "".join(f"  {ko} {en}" for ko, en in told)


def _follows(before: Pair, after: Pair) -> bool:
    return (after.old, after.new) == (before.old + 1, before.new + 1) and (
        (before.change, before.turned) == (after.change, after.turned)
    )


def _runs(things: Sequence[_T], follows: Callable[[_T, _T], bool]) -> Iterator[list[_T]]:
    run: list[_T] = []
    for thing in things:
        if run and not follows(run[-1], thing):
            yield run
            run = []
        run.append(thing)
    if run:
        yield run


def _span(pages: Sequence[int]) -> str:
    return f"{pages[0]}" if len(pages) == 1 else f"{pages[0]}-{pages[-1]}"


def _name(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")
