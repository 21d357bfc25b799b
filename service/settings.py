"""Every setting once: name, unit, default, one sentence.

Read by `app` and `__main__` alone, from the environment (`HANJANG_` and the name in
capitals); the command line wins. The README's table is made from this file.
"""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be chosen when the service starts."""

    model_config = SettingsConfigDict(env_prefix="HANJANG_", extra="forbid", frozen=True)

    host: str = Field(
        default="0.0.0.0",  # noqa: S104  every tablet in the room must reach it
        description="Address to serve on; 0.0.0.0 is every network the machine is in.",
    )
    port: int = Field(default=8300, ge=0, le=65_535, description="Port; 0 takes a free one.")
    data: Path = Field(
        default=Path("hanjang-data"),
        description="Folder of everything that is kept; made when it is missing.",
    )
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/]+$",
        description="Address that tablets use, when a proxy stands in front of the service.",
    )
    origins: tuple[str, ...] = Field(
        default=(),
        description="Further origins whose pages may talk to the service, as a JSON list.",
    )
    tls_cert: Path | None = Field(
        default=None, description="PEM file with the certificate and its chain, to serve https."
    )
    tls_key: Path | None = Field(
        default=None, description="PEM file with the certificate's key; both or none."
    )
    tls_names: tuple[str, ...] = Field(
        default=(),
        description="Further names and addresses for the certificate of `hanjang tls`, as a JSON "
        "list.",
    )
    trust_port: int | None = Field(
        default=None,
        ge=0,
        le=65_535,
        description="Port of the plain-http page where tablets learn to trust `hanjang tls`; the "
        "one after the service's unless told otherwise.",
    )
    link_hours: int = Field(
        default=24, ge=1, le=24 * 31, description="Hours a join link lives unless told otherwise."
    )
    max_file_mb: int = Field(
        default=500, ge=1, le=10_000, description="Largest PDF accepted, in megabytes (10^6)."
    )
    max_pages: int = Field(
        default=1_000, ge=1, le=10_000, description="Most pages accepted in one PDF."
    )
    uploads_at_once: int = Field(
        default=20, ge=1, le=200, description="PDFs received at the same time."
    )
    workers: int = Field(
        default=max(1, os.cpu_count() or 1),
        ge=1,
        le=64,
        description="Processes that draw pages; the machine's cores unless told otherwise.",
    )
    page_seconds: float = Field(
        default=20, gt=0, le=600, description="Seconds one page may take to draw."
    )
    document_seconds: float = Field(
        default=1_800, gt=0, le=86_400, description="Seconds all pages of one PDF may take to draw."
    )
    inspect_seconds: float = Field(
        default=30, gt=0, le=600, description="Seconds a PDF may take to be inspected."
    )
    worker_memory_mib: int = Field(
        default=1_024, ge=256, le=65_536, description="Memory one drawing process may use, in MiB."
    )
    metrics_token: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="Bearer token for /metrics; without one it answers this machine alone.",
    )
    log_shape: Literal["text", "json"] = Field(
        default="text", description="Log lines for people (text) or for machines (json)."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="The least a log line must be to be written."
    )

    @property
    def token_for_metrics(self) -> str | None:
        """The token itself; the field hides it from whatever prints settings."""
        return None if self.metrics_token is None else self.metrics_token.get_secret_value()

    @property
    def tls(self) -> tuple[Path, Path] | None:
        """Certificate and key, when both are named."""
        if self.tls_cert is None or self.tls_key is None:
            return None
        return self.tls_cert, self.tls_key

    @model_validator(mode="after")
    def _both_or_none(self) -> "Settings":
        if (self.tls_cert is None) != (self.tls_key is None):
            raise ValueError("tls_cert and tls_key belong together")
        return self


def broken_setting(error: ValidationError) -> str:
    """One sentence, Korean and English, about the first setting that cannot be used."""
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"]) or "tls_cert, tls_key"
    return (
        f"설정 {name} 값을 쓸 수 없습니다: {first['msg']} / "
        f"The setting {name} cannot be used: {first['msg']}"
    )


def settings_table() -> str:
    """Every setting as a Markdown table, in the order of this file."""
    rows = ["| setting | default | what it does |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = "the machine's cores" if name == "workers" else _shown(field.default)
        rows.append(f"| `HANJANG_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)


def _shown(default: object) -> str:
    return "none" if default in (None, ()) else f"`{default}`"
