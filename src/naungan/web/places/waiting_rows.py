"""How much waits behind the pages of a navigation: every count by one statement.

What is asked follows from the scope and the day alone, so that the statement is put
together once and kept: that takes longer than the answer does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final, NoReturn

from django.db import connection
from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.web.page import Page


MOST_KEPT: Final = 512
"""Statements of so many scopes are kept, some ten kilobytes each."""


@dataclass
class WaitingRows:
    """What waits for one scope behind some pages, asked once and only when shown."""

    scope: Scope
    pages: Sequence[Page]

    def of(self, code: str, kind: int = 0) -> int:
        """Count what waits behind a page: its own rows, or those of one kind besides."""
        return self._counts.get(f"{code}_{kind}", 0)

    @cached_property
    def _counts(self) -> dict[str, int]:
        found = _asked(self.scope, tuple(self.pages), clock.today())
        if found is None:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(found.sql, found.given)
            row = cursor.fetchone() or ()
        counts: dict[str, int] = {}
        for name, many in zip(found.names, row, strict=False):
            counts[name] = counts.get(name, 0) + many
        return counts


@dataclass(frozen=True)
class _Asked:
    """A statement with what it is given, and which page each of its counts is for."""

    sql: str
    given: tuple[Any, ...]
    names: tuple[str, ...]


@lru_cache(MOST_KEPT)
def _asked(scope: Scope, shown: tuple[Page, ...], _today: date) -> _Asked | None:
    """Put the statement of some pages together for a scope and a day; None asks nothing.

    Rows of a page may not look into the database themselves: what they found would be
    kept with the statement.
    """
    with connection.execute_wrapper(_refuse):
        kept = [
            (f"{page.code}_{kind}", _count(rows))
            for page in shown
            for kind, rows_of in enumerate(
                (page.rows, *(one.rows for one in page.also))
            )
            if rows_of is not None
            for rows in rows_of(scope)
        ]
        if not kept:
            return None
        here = Institution.objects.filter(pk=scope.institution_id).order_by()
        counts = [count for _name, count in kept]
        sql, given = here.values_list(*counts).query.sql_with_params()
    return _Asked(sql, tuple(given), tuple(name for name, _count in kept))


def _refuse(*_given: Any) -> NoReturn:
    raise AssertionError("what waits is told by its rows, and asked later")


def _count(rows: QuerySet[Any]) -> Coalesce:
    """Count rows inside a larger statement; no row is none, and not nothing."""
    every = rows.order_by().annotate(every=Value(1)).values("every")
    counted = every.annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
