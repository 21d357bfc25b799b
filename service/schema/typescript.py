"""The wire as TypeScript: readable discriminated unions; pure.

The result is committed as `tablet_client/src/protocol/messages.ts`; a test writes it
again and compares, so a change of the protocol that forgets the tablet cannot pass.
"""

import inspect as source
import textwrap
from collections.abc import Iterable, Iterator
from enum import Enum
from types import ModuleType
from typing import get_args

from msgspec import inspect as wire

from service import model
from service.protocol import (
    closing,
    codec,
    commands,
    events,
    frames,
    message,
    presence,
    signals,
    state,
)

UNIONS = {
    "AnyCommand": commands.AnyCommand,
    "AnyEvent": events.AnyEvent,
    "SignalFromTablet": signals.SignalFromTablet,
    "SignalToTablet": signals.SignalToTablet,
    "AnyFrame": frames.AnyFrame,
    "MessageFromTablet": codec.MessageFromTablet,
}
"""The families a tablet needs by name, and the file whose types each of them follows."""

CHAPTERS: tuple[tuple[str, ModuleType, tuple[str, ...]], ...] = (
    ("Values", model, ()),
    ("Positions", message, ()),
    ("Commands: what a tablet may ask for", commands, ("AnyCommand",)),
    ("Events: what a command did", events, ("AnyEvent",)),
    ("Signals: what passes and is forgotten", signals, ("SignalFromTablet", "SignalToTablet")),
    ("Presence: who is here and where they are", presence, ()),
    ("State: what the folds of the logs hold", state, ()),
    ("Frames: what the service tells a tablet", frames, ("AnyFrame", "MessageFromTablet")),
)

ALIASES = {
    "Id": "An opaque name: 1 to 64 of A-Z a-z 0-9 _ -.",
    "Points": "x, y, pressure (0 to 255) of every point, one after the other.",
}
"""Names of `service.model` kept in TypeScript; other plain values are string or number."""

SIMPLE: dict[type[wire.Type], str] = {
    wire.StrType: "string",
    wire.IntType: "number",
    wire.BoolType: "boolean",
    wire.NoneType: "null",
}
"""Kinds without parts; a kind that is neither here nor known to `_plain` is a KeyError."""


def typescript_source() -> str:
    """The whole of `messages.ts`."""
    types = _reachable()
    parts = [
        "// Generated from service/protocol by `python -m service.schema typescript`.\n"
        "// Do not edit: change the protocol and write this file again.\n",
        *_constants(),
        *(_alias(name, promise) for name, promise in ALIASES.items()),
    ]
    for title, module, unions in CHAPTERS:
        parts.append(f"// --- {title}\n")
        parts += [_declare(kind) for kind in types if kind.cls.__module__ == module.__name__]
        parts += [_union(name) for name in unions]
    parts.append(_names("FRAME_TYPES", "AnyFrame"))
    return "\n".join(parts)


def _reachable() -> list[wire.StructType | wire.EnumType]:
    """Every struct and enum a tablet can meet, in the order the sources declare them."""
    found: dict[type, wire.StructType | wire.EnumType] = {}
    pending = list(wire.multi_type_info(UNIONS.values()))
    while pending:
        kind = pending.pop()
        if isinstance(kind, wire.StructType | wire.EnumType):
            if kind.cls in found:
                continue
            found[kind.cls] = kind
        pending += _inside(kind)
    return sorted(found.values(), key=lambda kind: source.getsourcelines(kind.cls)[1])


def _inside(kind: wire.Type) -> Iterable[wire.Type]:
    match kind:
        case wire.StructType():
            return [field.type for field in kind.fields]
        case wire.UnionType():
            return kind.types
        case wire.ListType() | wire.VarTupleType():
            return [kind.item_type]
        case wire.DictType():
            return [kind.key_type, kind.value_type]
        case _:
            return []


def _constants() -> Iterator[str]:
    for name, value, promise in (
        ("PROTOCOL_VERSION", message.PROTOCOL_VERSION, "What Hello says; another is refused."),
        ("MAX_MESSAGE_BYTES", message.MAX_MESSAGE_BYTES, "Largest message a tablet may send."),
        ("MAX_POINTS", model.MAX_POINTS, "Points in one stroke; a longer line is sent as two."),
    ):
        yield f"{_doc(promise)}export const {name} = {value};\n"
    codes = "".join(f"  {code.name}: {code.value},\n" for code in closing.CloseCode)
    promise = "Why the service closed the socket: below 4500 come back, from 4500 on stay away."
    yield f"{_doc(promise)}export const CLOSE = {{\n{codes}}} as const;\n"


def _alias(name: str, promise: str) -> str:
    return f"{_doc(promise)}export type {name} = {_plain(wire.type_info(getattr(model, name)))};\n"


def _declare(kind: wire.StructType | wire.EnumType) -> str:
    promise = _doc(kind.cls.__dict__.get("__doc__"))
    name = kind.cls.__name__
    if isinstance(kind, wire.EnumType):
        return f"{promise}export type {name} =\n{_choices(_enum_values(kind.cls))};\n"
    if kind.array_like:
        fields = ", ".join(f"{field.encode_name}: {_ts(field.type)}" for field in kind.fields)
        return f"{promise}export type {name} = readonly [{fields}];\n"
    tag = [f'  readonly type: "{kind.tag}";\n'] if kind.tag is not None else []
    fields = "".join(tag + [_field(kind, field) for field in kind.fields])
    return f"{promise}export interface {name} {{\n{fields}}}\n"


def _field(owner: wire.StructType, field: wire.Field) -> str:
    # What the service sends is always whole; what a tablet sends may leave defaults out.
    sent_by_tablet = owner.cls in get_args(UNIONS["MessageFromTablet"])
    optional = "?" if sent_by_tablet and not field.required else ""
    return f"  readonly {field.encode_name}{optional}: {_ts(field.type)};\n"


def _union(name: str) -> str:
    members = [member.__name__ for member in get_args(UNIONS[name])]
    return f"export type {name} =\n{_choices(members)};\n"


def _names(constant: str, union: str) -> str:
    """The tags of a union as a value, so that an unknown type is noticed when it arrives."""
    tags = "".join(f'  "{member.__name__}",\n' for member in get_args(UNIONS[union]))
    return (
        f"{_doc('What a tablet of this version understands.')}"
        f'export const {constant}: readonly {union}["type"][] = [\n{tags}];\n'
    )


def _ts(kind: wire.Type) -> str:
    for name in ALIASES:
        if kind == wire.type_info(getattr(model, name)):
            return name
    return _plain(kind)


def _plain(kind: wire.Type) -> str:
    match kind:
        case wire.StructType() | wire.EnumType():
            return str(kind.cls.__name__)
        case wire.UnionType():
            return _family(kind) or " | ".join(_ts(member) for member in kind.types)
        case wire.ListType() | wire.VarTupleType():
            item = _ts(kind.item_type)
            return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"
        case wire.DictType():
            return f"Readonly<Record<string, {_ts(kind.value_type)}>>"
        case _:
            return SIMPLE[type(kind)]


def _family(kind: wire.UnionType) -> str | None:
    """The name of this union, when it is one of the protocol's families."""
    members = {member.cls for member in kind.types if isinstance(member, wire.StructType)}
    named = (name for name, union in UNIONS.items() if set(get_args(union)) == members)
    return next(named, None)


def _enum_values(enum: type[Enum]) -> list[str]:
    return [f'"{member.value}"' for member in enum]


def _choices(members: Iterable[str]) -> str:
    return "\n".join(f"  | {member}" for member in members)


def _doc(promise: str | None) -> str:
    if not promise:
        return ""
    lines = source.cleandoc(promise).splitlines()
    if len(lines) == 1:
        return f"/** {lines[0]} */\n"
    body = textwrap.indent("\n".join(lines), " * ", lambda _line: True)
    return "/**\n" + "\n".join(line.rstrip() for line in body.splitlines()) + "\n */\n"
