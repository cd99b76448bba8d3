"""Decide for every person whether they are protected in the month of the run."""

from naungan.engine.coverage.memberships import create_memberships
from naungan.engine.coverage.payments import gather_payments
from naungan.engine.coverage.people import create_coverage
from naungan.engine.coverage.segment_rules import (
    create_employer_rules,
    create_segment_rules,
)
from naungan.engine.coverage.words import create_words
from naungan.engine.law_values import law_of
from naungan.engine.work import Work


def cover(work: Work) -> None:
    """Create `bills`, `payments`, `memberships`, `covered` and the view `coverage`.

    Raises `LawRefused` when the law of the run's month lacks a value.
    """
    law = law_of(work.con, work.request.month)
    create_words(work.con)
    create_segment_rules(work.con, law)
    create_employer_rules(work.con, law)
    file_end = gather_payments(work.con, law.month)
    create_memberships(work.con, law, file_end)
    create_coverage(work.con, law)
