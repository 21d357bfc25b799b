"""Refusals and failures as HTTP answers: one body shape for every door."""

from collections.abc import Mapping

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from service.errors import Code, ServiceError, storage_code
from service.sentences import sentence_of
from storage.errors import StorageError

log = structlog.get_logger()


class Problem(BaseModel):
    """What went wrong: a stable code, a sentence in both languages, whether to try again."""

    code: str
    ko: str
    en: str
    again: bool


_DOORS = {404: Code.NOT_FOUND, 405: Code.WRONG_METHOD}
"""What the router itself refuses, before any door of ours."""


def problem_response(code: Code, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer for a code, with its status."""
    said = sentence_of(code)
    due = {"WWW-Authenticate": "Bearer"} if said.status == 401 else {}  # RFC 9110, 15.5.2
    return JSONResponse(
        {"code": code.value, "ko": said.ko, "en": said.en, "again": said.again},
        status_code=said.status,
        headers={**due, **(headers or {})},
    )


def answer_problems(app: FastAPI) -> None:
    """Turn whatever is raised behind a door into a Problem; only the log hears details."""

    @app.exception_handler(ServiceError)
    async def _(request: Request, error: ServiceError) -> JSONResponse:
        return problem_response(error.code)

    @app.exception_handler(StorageError)
    async def _(request: Request, error: StorageError) -> JSONResponse:
        log.error("storage failed", path=request.url.path, error=str(error))
        return problem_response(storage_code(error))

    @app.exception_handler(RequestValidationError)
    async def _(request: Request, error: RequestValidationError) -> JSONResponse:
        return problem_response(Code.MALFORMED)

    @app.exception_handler(HTTPException)
    async def _(request: Request, error: HTTPException) -> JSONResponse:
        return problem_response(_DOORS.get(error.status_code, Code.MALFORMED), error.headers)

    @app.exception_handler(Exception)
    async def _(request: Request, error: Exception) -> JSONResponse:
        log.error("unexpected", path=request.url.path, exc_info=error)
        return problem_response(Code.INTERNAL)
