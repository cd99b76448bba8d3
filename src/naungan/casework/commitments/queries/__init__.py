"""What pages and papers ask about promises; the scope is always given."""

from naungan.casework.commitments.queries.ledger import (
    Effect,
    Ledger,
    Waiting,
    effects,
    ledger,
    waiting,
)
from naungan.casework.commitments.queries.lists import (
    Page,
    Sought,
    commitment,
    commitments,
    listed,
    sift,
)
from naungan.casework.commitments.queries.meeting import (
    Line,
    Table,
    line,
    of_event,
    of_events,
    table,
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
    "Page",
    "Sought",
    "Step",
    "Table",
    "Waiting",
    "Whole",
    "activity",
    "commitment",
    "commitments",
    "effects",
    "evidence",
    "ledger",
    "line",
    "listed",
    "of_event",
    "of_events",
    "sift",
    "table",
    "waiting",
    "whole",
]
