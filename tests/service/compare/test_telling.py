"""A page map in words and as JSON."""

import json

from service.compare.running import Compared, Refused
from service.compare.telling import as_json, as_prose, refusal
from service.errors import Code
from service.sentences import sentence_of
from service.versions.page_map import Change, Lone, PageMap, Pair, identity

FOUND = Compared(
    "옛 판.pdf",
    "새 판.pdf",
    10,
    11,
    PageMap(
        pairs=(
            Pair(old=1, new=1),
            Pair(old=2, new=3, change=Change.MARGINS),
            Pair(old=3, new=4, change=Change.MARGINS),
            Pair(old=5, new=5, change=Change.TEXT),
            Pair(old=6, new=6, turned=90),
            Pair(old=8, new=9, change=Change.LOOKS, moved=True),
            Pair(old=9, new=10, moved=True),
            Pair(old=10, new=11, moved=True),
        ),
        added=(Lone(page=2), Lone(page=7), Lone(page=8, within=5)),
        removed=(Lone(page=4), Lone(page=7)),
    ),
)


def test_people_read_what_is_new_gone_moved_and_changed() -> None:
    assert as_prose(FOUND).splitlines() == [
        "한장 compare  옛 판.pdf → 새 판.pdf",
        "10쪽 → 11쪽: 그대로 3쪽, 바뀜 2쪽, 옮김 2쪽, 옮기고 바뀜 1쪽, 새 쪽 3쪽, 없어진 쪽 2쪽",
        "10 pages → 11: 3 the same, 2 changed, 2 moved, 1 moved and changed, 3 new, 2 gone",
        "",
        "새 쪽 new",
        "  쪽 2",
        "  쪽 7",
        "  쪽 8  옛 5쪽의 일부 part of old page 5",
        "",
        "없어진 쪽 gone",
        "  쪽 4",
        "  쪽 7",
        "",
        "그대로이고 쪽수만 밀림 the same, at another number",
        "  쪽 2-3 → 3-4  쪽 번호나 머리글만 다름 page number or running line only",
        "",
        "바뀜 changed",
        "  쪽 5 → 5  내용이 다름 other words",
        "  쪽 6 → 6  90도 돌아감 turned by 90 degrees",
        "",
        "옮김 moved",
        "  쪽 9-10 → 10-11",
        "",
        "옮기고 바뀜 moved and changed",
        "  쪽 8 → 9  글자는 같고 모양이 다름 same words, other looks",
    ]


def test_two_of_one_kind_need_few_words() -> None:
    assert as_prose(Compared("a.pdf", "b.pdf", 3, 3, identity(3))).splitlines() == [
        "한장 compare  a.pdf → b.pdf",
        "3쪽 → 3쪽: 그대로 3쪽",
        "3 pages → 3: 3 the same",
    ]


def test_machines_read_one_object() -> None:
    line = as_json(FOUND)
    assert line.count("\n") == 1
    said = json.loads(line)
    assert said["old"] == {"file": "옛 판.pdf", "pages": 10}
    assert said["new"] == {"file": "새 판.pdf", "pages": 11}
    assert said["pairs"][5] == {
        "old": 8,
        "new": 9,
        "kind": "moved_and_changed",
        "change": "looks",
        "turned": 0,
    }
    assert said["added"] == [
        {"page": 2, "within": None},
        {"page": 7, "within": None},
        {"page": 8, "within": 5},
    ]
    assert said["removed"] == [{"page": 4, "within": None}, {"page": 7, "within": None}]


def test_no_name_commands_the_terminal() -> None:
    evil = Compared("\x1b[2J.pdf", "\udcff\n.pdf", 1, 1, identity(1))
    for told in (as_prose(evil), as_json(evil), refusal(Refused("\x1b[2J", Code.NOT_A_PDF))):
        assert all(letter.isprintable() or letter == "\n" for letter in told)
    assert json.loads(as_json(evil))["old"]["file"] == "\x1b[2J.pdf"


def test_a_refusal_names_the_file_and_says_what_to_do() -> None:
    sentence = sentence_of(Code.NOT_A_PDF)
    assert refusal(Refused("a.hwp", Code.NOT_A_PDF)) == f"a.hwp: {sentence.ko} / {sentence.en}"
