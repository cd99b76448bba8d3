"""The list of a village as a file: every row, NIK masked."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from naungan.casework.intake.models import Publication
from naungan.web.download import Column, Sheet
from naungan.web.pages.workers import presenter
from naungan.web.pages.workers.place import Place
from naungan.web.pages.workers.presenter import WorkerLine


def of_village(
    place: Place, publication: Publication, lines: Iterable[WorkerLine], today: date
) -> Sheet:
    """Arrange the workers of a village for a file."""
    return Sheet(
        code="uncovered",
        title=_("Pekerja belum terlindungi, %s") % place.name,
        meta=(
            _("Wilayah: %(name)s (%(code)s)")
            % {"name": place.name, "code": place.code},
            _("Data: %(month)s, potret ke-%(run)s, versi hukum %(law)s")
            % {
                "month": presenter.month(publication.month),
                "run": publication.run,
                "law": publication.law_version,
            },
            _("Diunduh %s; NIK disamarkan, pengunduhan tercatat.")
            % today.strftime("%d/%m/%Y"),
        ),
        columns=(
            Column(_("Nomor orang"), "code"),
            Column(_("Nama")),
            Column(_("NIK"), "code"),
            Column(_("Lahir")),
            Column(_("Status")),
            Column(_("Segmen")),
            Column(_("Pekerjaan atau pemberi kerja")),
            Column(_("Sejak")),
            Column(_("Petugas")),
            Column(_("Selesai paling lambat"), "date"),
            Column(_("Kunjungan terakhir"), "date"),
            Column(_("Hasil")),
        ),
        rows=(_cells(one) for one in lines),
    )


def _cells(one: WorkerLine) -> tuple[Any, ...]:
    held = one.assignment
    last = held.last if held else None
    return (
        *(str(one.number), one.name, one.nik, one.born, one.status, one.segment),
        *(one.work, one.since, held.officer if held else None),
        held.assignment.dispatch.due_on if held else None,
        last.visit.visited_on if last else None,
        last.outcome if last else None,
    )
