"""Whether the service runs, and what it speaks."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from service.schema.asyncapi import asyncapi_document


class Health(BaseModel):
    """The process answers."""

    status: str = "ok"


def health_routes(public_url: str) -> APIRouter:
    """`/healthz` and `/asyncapi.json`; OpenAPI is FastAPI's own `/openapi.json`."""
    routes = APIRouter(tags=["service"])

    @routes.get("/healthz")
    async def healthz() -> Health:
        return Health()

    @routes.get("/asyncapi.json")
    async def asyncapi() -> dict[str, Any]:
        return asyncapi_document(public_url)

    return routes
