"""Cases that were settled, while later data show the employer all the same."""

from collections.abc import Iterable

from django.db.models import F, Max, OuterRef, Q, Subquery

from naungan.casework.compliance.models import Case, CaseNote


def denied() -> Q:
    """Tell of cases whether the newest data since they were settled deny it."""
    said = CaseNote.objects.filter(kind="data_now_says").order_by()
    newest = said.filter(case_id=OuterRef("case_id")).values("case_id")
    last = newest.annotate(last=Max("run")).values("last")
    found = said.filter(case__state="settled", at__date__gte=F("case__closed_on"))
    shown = found.exclude(says="gone").filter(run=Subquery(last))
    return Q(state="settled", pk__in=shown.values("case_id"))


def mark(cases: Iterable[Case]) -> None:
    """Tell each case of a page whether data deny that it was settled."""
    settled = {one.pk: one for one in cases if one.state == "settled"}
    if not settled:
        return
    held = Case.objects.filter(denied(), pk__in=list(settled)).order_by()
    for number in held.values_list("pk", flat=True):
        settled[number].is_denied = True  # type: ignore[attr-defined]
