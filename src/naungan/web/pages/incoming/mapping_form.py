"""Which header of a file means which of our columns: one choice for each header."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_noop

from naungan.casework.intake.preview import HeaderColumn, Target
from naungan.web.pages.incoming.words import Badge


PREFIX: Final = "kolom-"
SHEET: Final = "_sheet"
MOST_SAMPLES: Final = 3
COLUMNS: Final = {
    "source": gettext_noop("Sumber daftar"),
    "nik": "NIK",
    "name": gettext_noop("Nama"),
    "birth_date": gettext_noop("Tanggal lahir"),
    "sex": gettext_noop("Jenis kelamin"),
    "village_code": gettext_noop("Kode desa"),
    "village": gettext_noop("Nama desa"),
    "district": gettext_noop("Nama kecamatan"),
    "employer_ref": gettext_noop("Kode pemberi kerja"),
    "wage": gettext_noop("Upah"),
    "segment": gettext_noop("Segmen"),
    "category": gettext_noop("Kategori"),
    "kpj": "KPJ",
    "npp": "NPP",
    "nib": "NIB",
    "npwp": "NPWP",
    "programmes": gettext_noop("Program"),
    "reported_wage": gettext_noop("Upah dilaporkan"),
    "start_month": gettext_noop("Awal kepesertaan"),
    "paid_through": gettext_noop("Iuran terakhir"),
    "status": gettext_noop("Status kepesertaan"),
    "funder": gettext_noop("Sumber dana"),
    "kbli": "KBLI",
    "kbli_version": gettext_noop("Versi KBLI"),
    "scale": gettext_noop("Skala usaha"),
    "risk_group": gettext_noop("Tingkat risiko"),
    "declared_workers": gettext_noop("Jumlah tenaga kerja"),
    "kind": gettext_noop("Jenis pemberi kerja"),
    "month": gettext_noop("Bulan"),
    "billed": gettext_noop("Tagihan"),
    "paid": gettext_noop("Dibayar"),
    "paid_on": gettext_noop("Tanggal bayar"),
    "region_code": gettext_noop("Kode wilayah"),
    "year": gettext_noop("Tahun"),
    "workers": gettext_noop("Jumlah pekerja"),
}
"""Our columns in words; one that is not here is called as the file's format does."""


@dataclass(frozen=True)
class MappingRow:
    """One header with its field."""

    header: str
    samples: str
    field: forms.BoundField
    badge: Badge | None


@dataclass(frozen=True)
class Fault:
    """What is to be mended, and where."""

    place: str
    said: str


class MappingForm(forms.Form):
    """A choice for each header; a column of ours is meant by one header at most."""

    def __init__(
        self, given: Any, headers: Sequence[HeaderColumn], targets: Sequence[Target]
    ) -> None:
        super().__init__(given)
        self._headers, self._targets = headers, targets
        choices = [("", _("abaikan")), *((one.name, said(one)) for one in targets)]
        for at, header in enumerate(headers):
            self.fields[f"{PREFIX}{at}"] = forms.ChoiceField(
                label=header.header,
                choices=choices,
                required=False,
                initial=header.target or "",
            )

    def clean(self) -> dict[str, Any]:
        """Refuse two headers for one column."""
        asked: dict[str, Any] = super().clean() or {}
        seen: set[str] = set()
        for name, target in list(asked.items()):
            if target and target in seen:
                word = next(said(one) for one in self._targets if one.name == target)
                self.add_error(name, _("“%s” sudah dipilih untuk kolom lain.") % word)
            seen.add(target)
        return asked

    def mapping(self) -> dict[str, str]:
        """Give what was chosen: our column, and the header that means it."""
        return {
            self.cleaned_data[f"{PREFIX}{at}"]: header.label
            for at, header in enumerate(self._headers)
            if self.cleaned_data.get(f"{PREFIX}{at}")
        }

    def faults(self) -> list[Fault]:
        """Give everything that is to be mended, with the field where it is mended."""
        first = next(iter(self), None)
        place = first.id_for_label if first else ""
        found = [Fault(place, str(one)) for one in self.non_field_errors()]
        return found + [
            Fault(field.id_for_label, f"{field.label}: {field.errors[0]}")
            for field in self
            if field.errors
        ]

    def rows(self) -> list[MappingRow]:
        """Give each header with what stands below it and why it was understood so."""
        return [
            MappingRow(
                header.header or "–",
                " · ".join(header.samples[:MOST_SAMPLES]) or "–",
                self[f"{PREFIX}{at}"],
                _badge(header),
            )
            for at, header in enumerate(self._headers)
        ]


def said(target: Target) -> str:
    """Name a column; what cannot be missing is marked."""
    word = COLUMNS.get(target.name)
    name = _(word) if word else target.heading
    return _("%s (wajib)") % name if target.required else name


def _badge(header: HeaderColumn) -> Badge | None:
    if header.target is None:
        return None
    if header.why == "remembered":
        return Badge(_("Diingat"), "good", "good")
    if header.why == "contents":
        return Badge(_("Dikenali dari isinya"), "warn", "warn")
    return Badge(_("Dikenali"), "good", "good")
