"""The list of cases as a file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Case
from naungan.web.download import Column, Sheet
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown import head
from naungan.web.pages.cases.shown.ladder import title


def of_list(chosen: Iterable[str], cases: Iterable[Case]) -> Sheet:
    """Give the cases sought, with their stage and term."""
    return Sheet(
        code="cases",
        title=_("Kasus pemberi kerja"),
        meta=tuple(chosen),
        columns=(
            Column(_("Nomor"), "code"),
            Column(_("Pemberi kerja")),
            Column(_("NPP"), "code"),
            Column(_("Tempat")),
            Column(_("Jalur")),
            Column(_("Keadaan")),
            Column(_("Tahap")),
            Column(_("Sejak"), "date"),
            Column(_("Batas"), "date"),
            Column(_("Menunggu")),
            Column(_("Orang"), "number"),
            Column(_("Dibuka"), "date"),
        ),
        rows=(_row(one) for one in cases),
        notes=(_("Kasus yang dimiliki atau diikuti lembaga Anda."),),
    )


def _row(case: Case) -> list[object]:
    return [
        case.number,
        case.name,
        case.npp,
        head.where(case),
        words.kind(kinds.TRACKS, case.track),
        words.of_case(case),
        title(case.stage) if case.stage else None,
        case.stage_since,
        case.due_on,
        words.waits(case) if case.state == "open" else None,
        case.people,
        case.opened_on,
    ]
