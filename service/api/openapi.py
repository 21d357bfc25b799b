"""The HTTP side written down: FastAPI's document, with the wire's commands in it."""

from typing import Any

from fastapi import FastAPI

from service.api.commands import command_schemas


class Api(FastAPI):
    """A FastAPI application whose `/openapi.json` also describes every command."""

    def openapi(self) -> dict[str, Any]:
        """The document, made once."""
        made = self.openapi_schema is not None
        document = super().openapi()
        if not made:
            document.setdefault("components", {}).setdefault("schemas", {}).update(
                command_schemas()
            )
        return document
