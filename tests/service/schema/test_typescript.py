"""The tablet's types are the service's, written down anew each time."""

from pathlib import Path

from service.schema.typescript import UNIONS, typescript_source

COMMITTED = Path(__file__).parents[3] / "tablet_client" / "src" / "protocol" / "messages.ts"


def test_the_committed_types_are_those_of_the_protocol() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == typescript_source(), (
        "run: python -m service.schema typescript > tablet_client/src/protocol/messages.ts"
    )


def test_every_family_is_declared_once_and_whole() -> None:
    text = typescript_source()
    for name, union in UNIONS.items():
        start = text.index(f"export type {name} =\n")
        body = text[start : text.index(";", start)]
        assert [line.strip(" |") for line in body.splitlines()[1:]] == [
            member.__name__ for member in union.__args__
        ]


def test_only_what_a_tablet_may_leave_out_is_optional() -> None:
    optional = [line.strip() for line in typescript_source().splitlines() if "?:" in line]
    assert optional == [
        "readonly position?: Position | null;",
        "readonly notes?: Position | null;",
        "readonly collected?: Position | null;",
        "readonly after?: number;",
        "readonly region?: Region | null;",
        "readonly colour?: Colour;",
        "readonly shape?: PointerShape;",
        "readonly size?: PointerSize;",
    ]
