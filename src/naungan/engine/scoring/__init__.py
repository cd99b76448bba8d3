"""Hold a snapshot against the truth of an invented world."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from naungan.engine.scoring.employers_score import finding_lines, match_line
from naungan.engine.scoring.line import Line
from naungan.engine.scoring.people_score import (
    best_threshold,
    coverage_lines,
    dedupe_line,
    finding_lines as person_finding_lines,
    join_links,
    kind_lines,
    link_lines,
)
from naungan.engine.scoring.sides import join_sides, month_of, open_sides


@dataclass(frozen=True)
class Score:
    """Every line of a score, and the best threshold of the residual links."""

    month: str
    lines: tuple[Line, ...]
    threshold: dict[str, float | None]

    def line(self, step: str) -> Line:
        """Find one line by its name."""
        return next(line for line in self.lines if line.step == step)

    def as_json(self) -> dict[str, Any]:
        """Give everything by name."""
        return {
            "month": self.month,
            "lines": [line.as_json() for line in self.lines],
            "residual_best": self.threshold,
        }


def score(snapshot: Path, world: Path, month: str | None = None) -> Score:
    """Score the snapshot in `snapshot` against the truth of `world`.

    Raises InputRefused when a table of either is missing.
    """
    with open_sides(snapshot, world) as con:
        chosen = month_of(con, month)
        join_sides(con, chosen)
        join_links(con)
        lines = [
            dedupe_line(con),
            *link_lines(con),
            match_line(con),
            *coverage_lines(con, chosen),
            *finding_lines(con, chosen),
            *person_finding_lines(con, chosen),
            *kind_lines(con),
        ]
        return Score(chosen, tuple(lines), best_threshold(con))
