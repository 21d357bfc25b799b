"""Every refusal has its sentence and is really said; every close code is used and written down."""

import ast

import pytest

from service.errors import Code
from service.protocol.closing import CloseCode
from service.schema.asyncapi import CLOSE_REASONS
from service.sentences import SENTENCES
from tests.architecture.source import name_of, sources, tree

DECLARED_IN = {
    "Code": {"service/sentences.py"},
    "CloseCode": {"service/schema/asyncapi.py"},
}
"""Where a code is only written about; anywhere else it is said."""


def said(family: str) -> set[str]:
    """The members of an enum that the service names outside of its tables."""
    return {
        node.attr
        for path in sources("service")
        if name_of(path) not in DECLARED_IN[family]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == family
    }


def test_every_code_has_a_sentence_and_no_sentence_lacks_a_code() -> None:
    assert SENTENCES.keys() == set(Code)


@pytest.mark.parametrize("code", Code)
def test_a_sentence_is_two_whole_ones_with_a_status(code: Code) -> None:
    sentence = SENTENCES[code]
    assert 400 <= sentence.status < 600
    assert any("가" <= letter <= "힣" for letter in sentence.ko)
    assert sentence.ko.endswith(".")
    assert sentence.en.endswith(".")
    assert sentence.en.isascii()
    assert sentence.again or sentence.status not in {429, 503, 507}


def test_every_code_is_raised_or_returned_somewhere() -> None:
    assert {code.name for code in Code} - said("Code") == set()


def test_every_close_code_is_used_and_explained() -> None:
    assert {code.name for code in CloseCode} - said("CloseCode") == set()
    assert CLOSE_REASONS.keys() == set(CloseCode)
