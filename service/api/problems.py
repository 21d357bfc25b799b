"""Refusals and failures as HTTP answers: one body shape for every door."""

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


def problem_response(code: Code) -> JSONResponse:
    """The answer for a code, with its status."""
    said = sentence_of(code)
    headers = {"WWW-Authenticate": "Bearer"} if said.status == 401 else None  # RFC 9110, 15.5.2
    return JSONResponse(
        {"code": code.value, "ko": said.ko, "en": said.en, "again": said.again},
        status_code=said.status,
        headers=headers,
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
        return problem_response(Code.NOT_FOUND if error.status_code == 404 else Code.MALFORMED)

    @app.exception_handler(Exception)
    async def _(request: Request, error: Exception) -> JSONResponse:
        log.error("unexpected", path=request.url.path, exc_info=error)
        return problem_response(Code.INTERNAL)
