"""Settings: from the environment, checked, told in one sentence."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from service.settings import Settings, broken_setting, settings_table


def test_the_environment_sets_and_the_command_line_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANJANG_PORT", "9000")
    monkeypatch.setenv("HANJANG_ORIGINS", '["https://meet.example"]')
    assert Settings().port == 9_000
    assert Settings().origins == ("https://meet.example",)
    assert Settings(port=9_001).port == 9_001
    assert Settings(data=Path("elsewhere")).data == Path("elsewhere")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "eighty"),
        ("WORKERS", "0"),
        ("MAX_PAGES", "-1"),
        ("PUBLIC_URL", "meet.example"),
        ("PUBLIC_URL", "https://meet.example/path"),
        ("LOG_LEVEL", "loud"),
        ("LINK_HOURS", "100000"),
        ("PAGE_SECONDS", "0"),
    ],
)
def test_a_broken_setting_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"HANJANG_{name}", value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    said = broken_setting(refused.value)
    assert name.lower() in said
    assert "\n" not in said
    assert said.startswith("설정 ")


def test_the_table_has_every_setting_with_what_it_does() -> None:
    rows = settings_table().splitlines()[2:]
    assert len(rows) == len(Settings.model_fields)
    for row, (name, field) in zip(rows, Settings.model_fields.items(), strict=True):
        assert row.startswith(f"| `HANJANG_{name.upper()}` |")
        assert field.description is not None
        assert field.description in row
