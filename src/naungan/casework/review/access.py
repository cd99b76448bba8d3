"""May this person decide: each rule refuses with a sentence, or says nothing."""

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.review.kinds import KINDS, UNDONE
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair
from naungan.lib import regions


def check_decides(*, by: Scope, pair: Pair, kind: str) -> None:
    """Refuse whoever may not decide, a pair elsewhere, and an answer to another question."""
    check_power(by=by, power="review")
    check_here(by=by, place_code=pair.place_code)
    if kind not in KINDS or pair.subject not in KINDS[kind].subjects:
        raise ActRefused("Pilih salah satu dari ketiga jawaban.")


def check_here(*, by: Scope, place_code: str) -> None:
    """Refuse a pair outside the region of the person's institution."""
    if not regions.lies_in(place_code, by.region_code):
        raise ActRefused("Pasangan ini di luar wilayah lembaga Anda.")


def check_undoes(*, by: Scope, verdict: Verdict) -> None:
    """Refuse to undo what is not one's institution's, what was undone, or an undoing."""
    check_power(by=by, power="review")
    if verdict.institution_id != by.institution_id:
        raise ActRefused(
            "Putusan lembaga lain tidak diurungkan; putuskan sendiri pasangannya."
        )
    undone = Verdict.objects.filter(undoes=verdict).exists()
    if verdict.kind == UNDONE or undone:
        raise ActRefused("Putusan ini sudah diurungkan.")
