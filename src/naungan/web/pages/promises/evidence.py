"""Where the figure of a promise can be opened: the page behind each indicator."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from django.urls import resolve, reverse

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import extent
from naungan.casework.commitments.indicator import Indicator, all_indicators
from naungan.casework.commitments.models import Commitment
from naungan.casework.protection.queries import schemes
from naungan.web.audience import audience_of


def address(scope: Scope, one: Commitment) -> str:
    """Give the address of the page behind a promise's figure; "" where there is none.

    Whoever may not open that page gets no link, nor whoever would find other rows there
    than were counted: those of its own institution.
    """
    known = all_indicators().get(one.indicator)
    if known is None or known.evidence not in PAGES:
        return ""
    if not _is_shown(scope, one, known):
        return ""
    found = PAGES[known.evidence](one)
    declared = audience_of(resolve(found.partition("?")[0]))
    may = declared is None or declared.power is None or scope.may(declared.power)
    return found if may else ""


def _is_shown(scope: Scope, one: Commitment, known: Indicator) -> bool:
    """Tell whether the rows behind a figure are in sight of a scope."""
    if known.of_snapshot or known.evidence in OF_ALL:
        return True
    if one.reads_as_id == scope.institution_id:
        return True
    scheme = extent.read(one.extent).scheme
    if scheme is None:
        return False
    return schemes.schemes(scope).filter(pk=scheme).exists()


def _to(name: str, *arguments: object, **asked: str) -> str:
    kept = {key: value for key, value in asked.items() if value}
    query = f"?{urlencode(kept)}" if kept else ""
    return reverse(name, args=list(arguments)) + query


def _coverage(one: Commitment) -> str:
    universe = extent.read(one.extent).universe
    return _to("coverage.region", one.region_code or "00", semesta=universe)


def _scheme(one: Commitment, page: str, otherwise: str) -> str:
    scheme = extent.read(one.extent).scheme
    return _to(page, scheme) if scheme else _to(otherwise)


def _cases(one: Commitment, **more: str) -> str:
    track = extent.read(one.extent).track
    return _to("cases.list", jalur=track, wilayah=one.region_code, **more)


OF_ALL: Final = ("policies",)
"""Evidence that every institution sees whole."""
PAGES: Final[dict[str, Callable[[Commitment], str]]] = {
    "coverage": _coverage,
    "employers": lambda one: _to("employers", temuan=extent.read(one.extent).finding),
    "cases_late": lambda one: _cases(one, tenggang="over"),
    "cases_open": _cases,
    "cases_settled": lambda one: _cases(one, keadaan="settled"),
    "cases_opened": _cases,
    "mandates": lambda _one: _to("mandates"),
    "visits": lambda _one: _to("visits"),
    "recovered": lambda _one: _to("collection.recovered"),
    "debts": lambda _one: _to("collection"),
    "evaluation": lambda _one: _to("evaluation"),
    "schemes": lambda one: _scheme(one, "schemes.one", "schemes"),
    "schemes_money": lambda one: _scheme(one, "schemes.money", "schemes"),
    "letters": lambda _one: _to("letters"),
    "incoming": lambda _one: _to("incoming"),
    "policies": lambda _one: _to("policies"),
    "meetings": lambda _one: _to("meetings"),
}
"""The page behind each kind of evidence."""
