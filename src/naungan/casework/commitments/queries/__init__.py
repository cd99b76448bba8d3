"""What pages and papers ask about promises; the scope is always given."""

from naungan.casework.commitments.queries.ledger import (
    Effect,
    Ledger,
    effects,
    ledger,
    waiting,
)
from naungan.casework.commitments.queries.lists import (
    Sought,
    commitment,
    commitments,
    listed,
    sift,
    sights,
    turn_of,
)
from naungan.casework.commitments.queries.meeting import (
    Line,
    line,
    lines,
    of_event,
    of_events,
)
from naungan.casework.commitments.queries.whole import (
    Step,
    Whole,
    activity,
    evidence,
    whole,
)


__all__ = [
    "Effect",
    "Ledger",
    "Line",
    "Sought",
    "Step",
    "Whole",
    "activity",
    "commitment",
    "commitments",
    "effects",
    "evidence",
    "ledger",
    "line",
    "lines",
    "listed",
    "of_event",
    "of_events",
    "sift",
    "sights",
    "turn_of",
    "waiting",
    "whole",
]
