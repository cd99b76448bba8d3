"""The description as a page in the look of the office, for people and without scripts."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from naungan.casework.accounts.powers import POWERS
from naungan.web.api.document import description, operations
from naungan.web.audience import PUBLIC, audience
from naungan.web.programs import problem


INTERNAL: Final = "$ref"


@audience(PUBLIC)
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show every operation: what it asks, what it answers, what it needs."""
    document = description()
    schemas = document["components"]["schemas"]
    shown = [_operation(one, schemas) for one in operations(document)]
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in shown:
        groups.setdefault(one["tag"], []).append(one)
    return render(
        request,
        "api/reference.html",
        {
            "about": document["info"]["description"],
            "groups": list(groups.items()),
            "problems": problem.EVERY,
            "limits": settings.API_LIMITS,
            "address": request.build_absolute_uri("/api/v1/"),
        },
    )


def _operation(one: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    power = one.get("x-power")
    answer = next(iter(one["responses"].values()))["content"]["application/json"]
    shape = _name(answer["schema"])
    return {
        "id": one["operationId"],
        "tag": one["tags"][0],
        "method": one["method"],
        "address": one["address"],
        "summary": one["summary"],
        "says": one["description"],
        "power": _(POWERS[power][0]) if power else "",
        "open": "security" not in one,
        "parameters": [_parameter(each) for each in one.get("parameters", [])],
        "sends": list(one.get("requestBody", {}).get("content", {})),
        "answer": shape,
        "fields": _fields(schemas.get(shape, {})),
    }


def _parameter(one: dict[str, Any]) -> dict[str, Any]:
    schema = one["schema"]
    return {
        "name": one["name"],
        "required": one.get("required", False),
        "type": _type(schema),
        "says": one.get("description") or schema.get("description", ""),
    }


def _fields(schema: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"name": name, "type": _type(one), "says": one.get("description", "")}
        for name, one in schema.get("properties", {}).items()
    ]


def _type(schema: dict[str, Any]) -> str:
    """Say the type of a value shortly: `string`, `integer | null`, `Figure[]`."""
    if INTERNAL in schema:
        return _name(schema)
    if "anyOf" in schema:
        return " | ".join(_type(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        return f"{_type(schema['items'])}[]"
    return str(schema.get("format") or schema.get("type", ""))


def _name(schema: dict[str, Any]) -> str:
    return str(schema.get(INTERNAL, "")).rsplit("/", 1)[-1]
