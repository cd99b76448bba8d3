"""Employers in the order in which an office means to look at them: points and weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from naungan.engine.door.door import Door
from naungan.engine.door.employers import Sought
from naungan.engine.door.scope import Scope, within
from naungan.engine.rows import Row
from naungan.lib.sql_text import literal


@dataclass(frozen=True, kw_only=True)
class Weight:
    """Points that an office adds for a line of business, a region or a kind.

    Empty fields mean any; all that are given must fit.
    """

    points: int
    sector: str = ""
    region: str = ""
    kind: str = ""

    def condition(self) -> str:
        """Return the SQL condition over `employer_ranking`."""
        parts = [within(self.region)]
        if self.sector:
            parts.append(f"starts_with(coalesce(kbli, ''), {literal(self.sector)})")
        if self.kind:
            parts.append(f"kind = {literal(self.kind)}")
        return f"coalesce({' AND '.join(parts)}, false)"


class Targets(Door):
    """Looks at employers with findings, weighted."""

    def employers_weighted(
        self,
        scope: Scope,
        sought: Sought,
        weights: Sequence[Weight],
        *,
        limit: int,
        offset: int = 0,
    ) -> list[Row]:
        """Return employers with findings by score and weights together.

        `weighed` is the list of the weights that fit, by their place in `weights`;
        `weighted` is the score with their points.
        """
        query = f"""SELECT * REPLACE (string_split(codes, '+') AS codes),
                {_weighed(weights)} AS weighed, score + {_points(weights)} AS weighted
            FROM employer_ranking WHERE {scope.condition()} AND {sought.condition()}
            ORDER BY weighted DESC, rank LIMIT {int(limit)} OFFSET {int(offset)}"""
        return self._rows(query, sought.values())

    def employers_fitting(
        self, scope: Scope, sought: Sought, weights: Sequence[Weight]
    ) -> list[int]:
        """Return how many of the employers sought each weight fits."""
        counts = ", ".join(
            f"count(*) FILTER ({one.condition()}) AS fits_{place}"
            for place, one in enumerate(weights)
        )
        if not counts:
            return []
        query = f"""SELECT {counts} FROM employer_ranking
            WHERE {scope.condition()} AND {sought.condition()}"""
        return [int(one) for one in self._rows(query, sought.values())[0].values()]


def _points(weights: Sequence[Weight]) -> str:
    terms = (
        f"CASE WHEN {one.condition()} THEN {int(one.points)} ELSE 0 END"
        for one in weights
    )
    return f"({' + '.join(('0', *terms))})"


def _weighed(weights: Sequence[Weight]) -> str:
    terms = ", ".join(
        f"CASE WHEN {one.condition()} THEN {place} END"
        for place, one in enumerate(weights)
    )
    return f"list_filter([{terms}]::INTEGER[], lambda place: place IS NOT NULL)"
