"""What may come of a visit, and what each outcome claims about the next snapshot."""

from dataclasses import dataclass
from typing import Final, Literal

from django.utils.translation import gettext_noop as _


Claim = Literal["covered", "listed_no_more", ""]


@dataclass(frozen=True)
class Outcome:
    """One outcome: its words, whether it ends the assignment, what it claims.

    An outcome that claims something can be measured: `covered` says that the person
    is protected, `listed_no_more` that they are no uncovered worker of this village
    any more. `needs` says what must be written beside it.
    """

    code: str
    label: str
    ends: bool
    claim: Claim = ""
    needs: Literal["proof", "note", ""] = ""


OUTCOMES: Final = {
    one.code: one
    for one in (
        Outcome("willing", _("Bertemu, bersedia mendaftar"), ends=True),
        Outcome("refused", _("Bertemu, menolak"), ends=True),
        Outcome(
            "already_covered",
            _("Sudah terlindungi, ada bukti"),
            ends=True,
            claim="covered",
            needs="proof",
        ),
        Outcome("moved", _("Pindah dari desa"), ends=True, claim="listed_no_more"),
        Outcome("died", _("Meninggal dunia"), ends=True, claim="listed_no_more"),
        Outcome("not_found", _("Tidak ditemukan"), ends=False),
        Outcome("other", _("Lainnya, dengan catatan"), ends=False, needs="note"),
    )
}
"""Every outcome by its code."""
