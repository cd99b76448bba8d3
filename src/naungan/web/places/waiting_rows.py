"""How much waits behind the pages of a navigation: every count by one statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.web.page import Page


@dataclass
class WaitingRows:
    """What waits for one scope behind some pages, asked once and only when shown."""

    scope: Scope
    pages: Iterable[Page]

    def of(self, code: str) -> int:
        """Count what waits behind a page."""
        return self._counts.get(code, 0)

    @cached_property
    def _counts(self) -> dict[str, int]:
        asked = {
            f"{page.code}_{at}": _count(rows)
            for page in self.pages
            if page.rows is not None
            for at, rows in enumerate(page.rows(self.scope))
        }
        if not asked:
            return {}
        here = Institution.objects.filter(pk=self.scope.institution_id)
        found: dict[str, Any] = dict(here.values(**asked).first() or {})
        counts: dict[str, int] = {}
        for name, many in found.items():
            code = name.rpartition("_")[0]
            counts[code] = counts.get(code, 0) + many
        return counts


def _count(rows: QuerySet[Any]) -> Coalesce:
    """Count rows inside a larger statement; no row is none, and not nothing."""
    every = rows.order_by().annotate(every=Value(1)).values("every")
    counted = every.annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
