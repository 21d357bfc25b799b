"""Structured logs on standard error, Korean unescaped, without secrets."""

import logging
import sys
from typing import Literal

import structlog

from service.observability.secrets import without_secrets

Shape = Literal["text", "json"]


def configure_logs(shape: Shape, level: str) -> None:
    """Send structlog's and the libraries' lines to standard error, from `level` up.

    Of the libraries' lines nothing below info: at debug the WebSocket library writes every
    header and message, and tokens are in them.
    """
    ending: structlog.typing.Processor
    if shape == "json":
        ending = structlog.processors.JSONRenderer(ensure_ascii=False)
    else:
        ending = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        without_secrets,
    ]
    threshold = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[*shared, ending],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processor=ending, foreign_pre_chain=shared)
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(threshold, logging.INFO))
