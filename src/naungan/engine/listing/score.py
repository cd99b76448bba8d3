"""How pressing an employer is, from 0 to 100, as a sum of reasons that anybody can add up.

This is the one place where the weights stand. They are a proposal for the order in
which to look, no measure of guilt: an office that sets other priorities changes the
points here and runs again. People and rupiah count by their logarithm, because the
step from 1 to 10 people matters as much as that from 10 to 100.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Reason:
    """One part of the score.

    `most` are the points of an employer at or beyond `full`; below it the points
    grow with `share`, SQL over `amount`, `full` and the graded columns.
    """

    column: str
    most: int
    share: str

    def points(self) -> str:
        """Write the SQL of the whole points this reason gives."""
        return f"round({self.most} * least(1, greatest(0, {self.share})))::UTINYINT"


def _logarithm(column: str, full: int) -> str:
    return f"coalesce(round(ln(1 + greatest({column}, 0)) / ln(1 + {full}), 6), 0)"


def _grade(column: str) -> str:
    return f"CASE {column} WHEN 'high' THEN 1 WHEN 'medium' THEN 0.5 ELSE 0 END"


PEOPLE_FULL: Final = 250
MONTHLY_FULL_IDR: Final = 250_000_000
MONTHS_FULL: Final = 12
REASONS: Final = (
    Reason("people", 35, _logarithm("people", PEOPLE_FULL)),
    Reason("monthly_idr", 25, _logarithm("monthly_idr / 1e6", MONTHLY_FULL_IDR // 10**6)),
    Reason("months_in_arrears", 15, f"coalesce(months_in_arrears, 0) / {MONTHS_FULL}.0"),
    Reason("severity", 15, _grade("severity")),
    Reason("confidence", 10, _grade("confidence")),
)  # fmt: skip
"""The reasons in the order in which pages say them; their points add up to 100."""


def points_columns() -> str:
    """Write the SQL of one column of points per reason, `people_points` and so on."""
    return ", ".join(f"{one.points()} AS {one.column}_points" for one in REASONS)


def total() -> str:
    """Write the SQL that adds the columns of points up."""
    return " + ".join(f"{one.column}_points::UTINYINT" for one in REASONS)
