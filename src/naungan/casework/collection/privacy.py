"""The fields of collection: an employer's debt, who recorded it, workers by number."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


MONEY: Final = Held(
    "personal",
    "menagih iuran pemberi kerja, yang dapat berupa orang perseorangan",
    "cases",
    "dihapus bersama kasusnya",
)
WORKER: Final = Held(
    "personal",
    "menghitung sekali pekerja yang menjadi terlindungi",
    "cases",
    "dihapus bersama kasusnya",
)
WORK: Final = Held(
    "personal", "siapa mencatat uang kasus", "cases", "dihapus bersama kasusnya"
)
OF_CASE: Final = ("id", "case", "institution")


def _of(kind: Held, *fields: str) -> dict[str, Held]:
    return dict.fromkeys(fields, kind)


DECLARED: Final[Declared] = {
    "collection.Debt": {
        **of_nobody(*OF_CASE, "counted_on", "payments_from", "source", "run", "month"),
        **of_nobody("confidence", "law_version", "labour_intensive", "state"),
        **of_nobody("made_at", "workers"),
        **_of(MONEY, "question", "principal_idr"),
        **_of(WORK, "made_by"),
    },
    "collection.DebtLine": {
        **of_nobody(*OF_CASE, "debt", "month", "programme", "due_on"),
        **_of(MONEY, "employer_idr", "worker_idr"),
    },
    "collection.Payment": {
        **of_nobody(*OF_CASE, "for_month", "source", "state", "recorded_at"),
        **of_nobody("voided_at"),
        **_of(MONEY, "paid_on", "amount_idr", "reference", "surplus_idr"),
        **_of(MONEY, "void_reason"),
        **_of(WORK, "recorded_by", "voided_by"),
    },
    "collection.Allocation": {
        **of_nobody(*OF_CASE, "payment", "line", "kind"),
        **_of(MONEY, "amount_idr"),
    },
    "collection.InstalmentPlan": {
        **of_nobody(*OF_CASE, "signed_on", "state", "broken_on", "law_version"),
        **of_nobody("made_at"),
        **_of(MONEY, "agreement", "paid_before_idr"),
        **_of(WORK, "made_by"),
    },
    "collection.Instalment": {
        **of_nobody(*OF_CASE, "plan", "number", "due_on", "reopens_on"),
        **_of(MONEY, "amount_idr"),
    },
    "collection.Recovery": {
        **of_nobody(*OF_CASE, "payment", "step"),
        **_of(MONEY, "paid_on", "contribution_idr", "fine_idr"),
    },
    "collection.WorkerGained": {
        **of_nobody(*OF_CASE, "series", "run", "seen_on", "step"),
        **_of(WORKER, "person_id", "gain"),
    },
}
