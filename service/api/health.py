"""Whether the service runs and can do its work, and what it speaks."""

from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from service.observability.readiness import Fitness, Readiness
from service.schema.asyncapi import asyncapi_document

NOT_READY = 503
FRESH = {"Cache-Control": "no-store"}


class Health(BaseModel):
    """The process answers."""

    status: str = "ok"


class Ready(BaseModel):
    """Whether every part works, and how each is, in stable names."""

    ready: bool
    parts: dict[str, Fitness]


def health_routes(public_url: str, readiness: Readiness) -> APIRouter:
    """`/healthz`, `/readyz` and `/asyncapi.json`; OpenAPI is FastAPI's own `/openapi.json`."""
    routes = APIRouter(tags=["service"])

    @routes.get("/healthz")
    async def healthz(response: Response) -> Health:
        response.headers.update(FRESH)
        return Health()

    @routes.get("/readyz", responses={NOT_READY: {"model": Ready}})
    async def readyz(response: Response) -> Ready:
        response.headers.update(FRESH)
        parts = await readiness.parts()
        ready = all(fitness is Fitness.OK for fitness in parts.values())
        if not ready:
            response.status_code = NOT_READY
        return Ready(ready=ready, parts=parts)

    @routes.get("/asyncapi.json")
    async def asyncapi() -> dict[str, Any]:
        return asyncapi_document(public_url)

    return routes
