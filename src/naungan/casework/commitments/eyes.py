"""With whose eyes an indicator reads: an institution at work, with no person.

What an institution may see is what the database shows it. The office reads for a
promise as that institution does, and afterwards works on as whoever it was before.
"""

import contextlib
from collections.abc import Iterable, Iterator
from typing import Final

from django.db import connection

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.indicator import Indicator


SEES: Final = frozenset(
    {"see_coverage", "see_employers", "see_cases", "see_schemes", "see_letters"}
    | {"see_incoming", "see_meetings", "see_claims"}
)
"""What is needed to count; nobody is named to these eyes."""
SETTINGS: Final = (scope.USER, scope.INSTITUTION, scope.EVERY)


def of(institution: Institution) -> Scope:
    """Give the scope in which an institution's records are counted."""
    return Scope(
        user_id=0,
        appointment_id=None,
        institution_id=institution.pk,
        institution_code=institution.code,
        region_code=institution.region_code,
        powers=SEES,
        institution_kind=institution.kind,
    )


@contextlib.contextmanager
def looking_as(institution: Institution) -> Iterator[Scope]:
    """Let the database show what an institution sees, until the block ends."""
    before = _settings()
    scope.tell(None, institution.pk, every=False)
    try:
        yield of(institution)
    finally:
        _restore(before)


def _settings() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(["current_setting(%s, true)"] * len(SETTINGS)),
            list(SETTINGS),
        )
        return [value or "" for value in cursor.fetchone()]


def _restore(before: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(["set_config(%s, %s, true)"] * len(SETTINGS)),
            [part for pair in zip(SETTINGS, before, strict=True) for part in pair],
        )


def holder(
    indicator: Indicator, candidates: Iterable[Institution | None]
) -> Institution | None:
    """Give the first institution whose records hold an indicator; None where none does."""
    known = (one for one in candidates if one is not None)
    return next((one for one in known if indicator.is_held_by(one.kind)), None)
