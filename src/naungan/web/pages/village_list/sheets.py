"""A village's list as a file: everybody in order, NIK masked."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework.protection.models import Entry
from naungan.web.pages.village_list import presenter
from naungan.web.pages.village_list.place import Place
from naungan.web.pages.village_list.words import span
from naungan.web.sheets.sheet import Column, Sheet


def of_village(place: Place, lines: Sequence[Entry], today: date) -> Sheet:
    """Arrange the list of a village for taking away."""
    return Sheet(
        code="village-list",
        title=_("Daftar usulan %(village)s") % {"village": place.name},
        meta=(
            place.scheme.name,
            span(place.scheme.from_month, place.scheme.until_month),
            _("Diambil %s") % date_format(today, "j F Y"),
        ),
        columns=(
            Column(_("Nomor"), "number"),
            Column(_("Nama")),
            Column("NIK", "code"),
            Column(_("Tanggal lahir"), "date"),
            Column(_("Pekerjaan")),
            Column(_("Keadaan")),
            Column(_("Hasil pemeriksaan")),
        ),
        rows=[_row(one) for one in lines],
        notes=(_("NIK disamarkan."),),
    )


def _row(entry: Entry) -> tuple[object, ...]:
    line = presenter.line(entry)
    return (
        entry.position,
        line.name,
        line.nik,
        entry.birth_date,
        entry.occupation,
        line.state,
        "; ".join(line.found),
    )
