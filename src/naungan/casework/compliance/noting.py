"""What a new publication says of what cases rest on: noted on each, never written over.

The office itself does it, for all its cases at once, after the publication stands;
done twice it notes nothing twice.
"""

from collections import defaultdict
from datetime import date
from typing import Any, Final

from naungan.casework import act, clock
from naungan.casework.compliance import citing
from naungan.casework.compliance.models import Case, CaseFinding, CaseNote
from naungan.casework.intake import frozen
from naungan.casework.intake.frozen import FoundNow
from naungan.casework.intake.models import Publication


AT_A_TIME: Final = 5_000

Known = dict[str, tuple[int, int]]
"""People and rupiah a month by finding, as they were last known of a case."""


def note(publication: Publication, on: date | None = None) -> int:
    """Note on every open or settled case what a publication says; give how many notes.

    The notes are of the day `on`, of today where none is given. A case that holds findings of this run, or of a later one, knows better already.
    """
    younger = CaseFinding.objects.filter(how="run", run__gte=publication.run)
    cases = list(
        Case.objects.filter(series=publication.region_code, employer_id__isnull=False)
        .exclude(state="closed")
        .exclude(pk__in=younger.values("case_id"))
    )
    if not cases:
        return 0
    now = frozen.findings_now(publication, [one.employer_id or 0 for one in cases])
    known = _known(cases, publication)
    at = clock.stamp(on or clock.today())
    notes = [
        each
        for case in cases
        for each in _notes(
            case, known[case.pk], now.get(case.employer_id or 0, {}), publication
        )
    ]
    for each in notes:
        each.at = at
    CaseNote.objects.bulk_create(notes, batch_size=AT_A_TIME, ignore_conflicts=True)
    if notes:
        act.record(
            by=None,
            verb="note",
            noun="case",
            noun_id=len(cases),
            region=publication.region_code,
            run=publication.run,
            notes=len(notes),
        )
    return len(notes)


def _known(cases: list[Case], publication: Publication) -> dict[int, Known]:
    """Give what was last known of each case before this publication."""
    found: dict[int, Known] = defaultdict(dict)
    numbers = [one.pk for one in cases]
    frozen_rows = CaseFinding.objects.filter(case_id__in=numbers, how="run")
    for row in frozen_rows.order_by("run").values_list(
        "case_id", "code", "people", "monthly_idr"
    ):
        found[row[0]][row[1]] = (row[2], row[3])
    later = CaseNote.objects.filter(
        case_id__in=numbers, kind="data_now_says", run__lt=publication.run
    )
    for case_id, code, says, parts in later.order_by("run").values_list(
        "case_id", "code", "says", "parts"
    ):
        gone = says == "gone"
        found[case_id][code] = (0, 0) if gone else tuple(parts["now"])
    return found


def _notes(
    case: Case, known: Known, now: dict[str, FoundNow], publication: Publication
) -> list[CaseNote]:
    told = {
        code: (one.people, one.monthly_idr)
        for code, one in now.items()
        if citing.track_of(code) == case.track
    }
    return [
        CaseNote(
            institution_id=case.institution_id,
            case=case,
            kind="data_now_says",
            code=code,
            says=_says(known.get(code), told.get(code)),
            run=publication.run,
            month=publication.month,
            parts=_parts(known.get(code), told.get(code)),
        )
        for code in sorted({*known, *told})
        if known.get(code) != (0, 0) or code in told
    ]


def _says(was: tuple[int, int] | None, now: tuple[int, int] | None) -> str:
    if now is None:
        return "gone"
    if was is None or was == (0, 0):
        return "new"
    return "present" if was == now else "changed"


def _parts(was: tuple[int, int] | None, now: tuple[int, int] | None) -> dict[str, Any]:
    return {"was": list(was or (0, 0)), "now": list(now or (0, 0))}
