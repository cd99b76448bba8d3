"""The description of the interface (OpenAPI), in the reader's language."""

from functools import cache
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_safe

from naungan.web.api import (  # noqa: F401 (each declares its operations)
    employers,
    figures,
    law,
    ledger,
    meetings,
    own,
    printed,
    promises,
    upload,
    workers,
)
from naungan.web.api.door import api
from naungan.web.audience import PUBLIC, audience
from naungan.web.programs import problem


UNDER: Final = "/api/v1/"
SAID: Final = ("summary", "description")
FIRST_REFUSAL: Final = 400


@audience(PUBLIC)
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the description as JSON."""
    del request
    made = JsonResponse(description(), json_dumps_params={"ensure_ascii": False})
    made["Content-Language"] = get_language() or "id"
    return made


def description() -> dict[str, Any]:
    """Give the description in the language that is active."""
    return _in(get_language() or "id")


@cache
def _in(language: str) -> dict[str, Any]:
    # Made anew for each language: the text of an operation is shared by nobody.
    document: dict[str, Any] = api.get_openapi_schema(path_prefix=UNDER)
    with override(language):
        said: dict[str, Any] = _said(document)
    for operation in operations(said):
        for status, answer in operation["responses"].items():
            _set_refusal(int(status), answer)
    return said


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Give every operation of a description with its method and address."""
    return [
        operation | {"method": method.upper(), "address": address}
        for address, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


@cache
def query_names(name: str) -> frozenset[str]:
    """Name what may stand in the query of an address, by the name of the address."""
    return frozenset(
        each["name"]
        for one in operations(_in("id"))
        if f"api.{one['operationId']}" == name
        for each in one.get("parameters", [])
        if each["in"] == "query"
    )


def _said(part: Any) -> Any:
    """Translate every text that people read; names and values stay."""
    if isinstance(part, list):
        return [_said(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {name: _one(name, value) for name, value in part.items()}


def _one(name: str, value: Any) -> Any:
    if isinstance(value, str) and name in SAID:
        one_line = " ".join(value.split())
        return gettext(one_line) if one_line else value
    if name == "tags" and isinstance(value, list):
        return [gettext(one) if isinstance(one, str) else _said(one) for one in value]
    return _said(value)


def _set_refusal(status: int, answer: dict[str, Any]) -> None:
    """Say that refusals have a form of their own, and in words what they mean."""
    if status < FIRST_REFUSAL or "content" not in answer:
        return
    (shape,) = answer["content"].values()
    answer["content"] = {problem.CONTENT_TYPE: shape}
    kinds = [str(one.title) for one in problem.EVERY if one.status == status]
    answer["description"] = " / ".join(kinds)
