"""What a broken promise does to its case: it is open again and waits for us."""

from typing import Final

from naungan.casework import act
from naungan.casework.act import Doer
from naungan.casework.collection.promise import Promised
from naungan.casework.compliance.models import Case, CaseNote
from naungan.casework.compliance.states import after
from naungan.law.words import day, number, rupiah, words


OPEN: Final = "open"


def raise_again(*, by: Doer | None, case: Case, broken_by: Promised) -> None:
    """Open a case again whose instalment was not paid, and say so on it."""
    said = words(
        "Cicilan ke-{number}, {amount}, tidak dibayar sampai {day}; penagihan dibuka "
        "kembali.",
        "Instalment {number} of {amount} was not paid by {day}; collection is open "
        "again.",
        number=number(broken_by.number),
        amount=rupiah(broken_by.amount_idr),
        day=day(broken_by.reopens_on),
    )
    CaseNote.objects.create(
        institution_id=case.institution_id,
        case=case,
        by_id=None,
        kind="remark",
        parts={"id": said.text("id"), "en": said.text("en")},
    )
    fields = ["waits_for"]
    case.waits_for = "us"
    if case.state != OPEN:
        case.state = after("case", case.state, "reopen")
        case.closed_on, case.closing_reason, case.closing_text = None, "", ""
        fields += ["state", "closed_on", "closing_reason", "closing_text"]
        act.record(by=by, verb="reopen", noun="case", noun_id=case.pk)
    case.save(update_fields=fields)
