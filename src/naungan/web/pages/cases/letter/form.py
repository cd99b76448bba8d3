"""What only an officer can tell a letter: points, places, days; the rest the case knows."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.core.validators import MinValueValidator
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution
from naungan.law.book import enacted
from naungan.web.fields.day import Day
from naungan.web.letters.facts import AdministrativeFine, Appearance, Party
from naungan.web.letters.text import Text, text_of
from naungan.web.pages.cases.forms import Asking


LONGEST: Final = 2_000
MOST_IDR: Final = 10**13
POINTS: Final[dict[str, str | Promise]] = {
    "examined": _("Yang diperiksa"),
    "found": _("Yang ditemukan"),
    "asked": _("Yang harus dilakukan"),
    "evidence": _("Bukti yang dilampirkan"),
    "coordination": _("Koordinasi yang sudah dilakukan"),
    "services": _("Pelayanan publik yang dimaksud"),
    "conditions": _("Syarat pencabutan"),
    "circumstances": _("Keadaan yang mendasari"),
    "court_parties": _("Para pihak"),
}
"""Lists that a letter may hold, by the field of its facts."""
SENTENCES: Final[dict[str, str | Promise]] = {
    "reason": _("Alasan"),
    "recommendation": _("Rekomendasi"),
}
OF_MANDATE: Final[dict[str, str | Promise]] = {
    "matter": _("Perkara yang dikuasakan"),
    "court": _("Pengadilan yang dituju"),
}
OF_HOLDER: Final[dict[str, Any]] = {
    "official": _("Nama pejabat penerima kuasa"),
    "position": _("Jabatannya"),
    "number": _("Nomor pegawainya"),
}
NO_INSTITUTION: Final = {"pupn": "Kantor Pelayanan Kekayaan Negara dan Lelang"}
"""Actors of the law that have no desk in this office, by how a letter calls them."""
LONGEST_NAME: Final = 200
USUAL: Final = {
    "asked": "mendaftarkan diri dan semua pekerja sebagai peserta\n"
    "melengkapi dan membetulkan data upah serta program",
    "examined": "daftar pekerja dan upah\npendaftaran dan bukti bayar iuran",
}
"""What is proposed where an officer wrote nothing yet; letters speak Indonesian."""


class LetterForm(Asking):
    """The fields that the letter of a step asks for, each only where it does."""

    def __init__(
        self,
        given: Any,
        code: str,
        *,
        may_annex: bool,
        start: Mapping[str, Any],
        institutions: QuerySet[Institution],
    ) -> None:
        """Read from the letter's text what it must be told; `start` is proposed."""
        super().__init__(given, initial=dict(start))
        text = text_of(code)
        kinds = {one.kind for one in text.parts}
        if goes_elsewhere(text):
            self._to(code, institutions)
        self._needed = [one.of for one in text.parts if one.needed]
        for one in text.parts:
            if one.kind == "items" and one.of in POINTS:
                self.fields[one.of] = _area(POINTS[one.of], USUAL.get(one.of, ""))
                self.fields[one.of].help_text = _("Satu pokok tiap baris.")
        for name, label in (*SENTENCES.items(), *OF_MANDATE.items()):
            if any(f"{{{name}}}" in one.text for one in text.parts):
                self.fields[name] = _area(label)
        self._of_kinds(kinds, may_annex=may_annex)
        self.fields["remark"] = _area(_("Catatan dalam surat"))

    def _to(self, code: str, institutions: QuerySet[Institution]) -> None:
        """Ask to whom; whoever is no institution of this office is written out."""
        step = enacted().steps.get(code)
        outside = NO_INSTITUTION.get((step.addressed_to if step else None) or "")
        if outside:
            self.fields["to_name"] = forms.CharField(
                label=_("Kepada"), max_length=LONGEST_NAME, initial=outside
            )
            return
        self.fields["to"] = forms.ModelChoiceField(
            institutions, label=_("Kepada"), empty_label=_("Pilih lembaga")
        )
        self.fields["to"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]

    def _of_kinds(self, kinds: set[str], *, may_annex: bool) -> None:
        if "parties" in kinds:
            for name, label in OF_HOLDER.items():
                self.fields[name] = forms.CharField(
                    label=label, max_length=LONGEST_NAME, required=name != "number"
                )
        if "appearance" in kinds:
            self.fields["on"] = Day(label=_("Hari menghadap"))
            self.fields["time"] = forms.CharField(label=_("Pukul"), max_length=20)
            self.fields["place"] = forms.CharField(label=_("Tempat"), max_length=200)
        if "fine" in kinds:
            self.fields["base_idr"] = _amount(_("Dasar denda, rupiah"))
            self.fields["rate"] = forms.CharField(
                label=_("Tarif denda"), max_length=100
            )
            self.fields["amount_idr"] = _amount(_("Jumlah denda, rupiah"))
        if "workers" in kinds and may_annex:
            self.fields["annex"] = forms.BooleanField(
                label=_("Lampirkan daftar pekerja, NIK disamarkan"), required=False
            )

    def lacking(self) -> str:
        """Lead to the first list that the letter needs and that was sent empty."""
        if not self.is_bound or not self.errors:
            return ""
        lists = [
            name for name in self._needed if name in POINTS and name in self.fields
        ]
        empty = [name for name in lists if not self.cleaned_data.get(name)]
        return f"#id_{empty[0]}" if empty else ""

    def ask_last_day(self, proposed: date | None, today: date) -> None:
        """Ask until when a letter gives time that is written after the day of its step."""
        self.fields["ends_on"] = Day(
            label=_("Tenggang berakhir"),
            help_text=_(
                "Suratnya bertanggal hari ini, maka tenggangnya dihitung dari hari ini."
            ),
            validators=[MinValueValidator(today)],
            initial=proposed,
        )

    def told(self) -> dict[str, Any]:
        """Give what was written as the letter's facts have it."""
        given = self.cleaned_data
        found: dict[str, Any] = {
            name: _lines(given[name]) for name in POINTS if name in given
        }
        found.update({name: given[name] for name in SENTENCES if name in given})
        found["remark"] = given.get("remark", "")
        if given.get("to"):
            found["to"] = Party(given["to"].name, attention="Kepala")
        if given.get("to_name"):
            found["to"] = Party(given["to_name"], attention="Kepala")
        if given.get("on"):
            found["appearance"] = Appearance(given["on"], given["time"], given["place"])
        if given.get("amount_idr"):
            found["fine"] = AdministrativeFine(
                given["base_idr"], given["rate"], given["amount_idr"]
            )
        return found

    def of_mandate(self) -> dict[str, str]:
        """Give what was written of a mandate: its matter, its court, who holds it."""
        given = self.cleaned_data
        return {name: given.get(name, "") for name in (*OF_MANDATE, *OF_HOLDER)}


def as_if_filled(make: Callable[[Any], LetterForm], on: date) -> LetterForm:
    """Give a form with every question answered, to see what only the cases lack."""
    asked = make(None)
    filled = make({name: _stand_in(asked, name, on) for name in asked.fields})
    filled.is_valid()
    return filled


def goes_elsewhere(text: Text) -> bool:
    """Tell whether a letter goes to an institution and only speaks of the employer."""
    kinds = {one.kind for one in text.parts}
    return text.form == "letter" and "employer" in kinds


def _stand_in(form: forms.Form, name: str, on: date) -> Any:
    """Give what is proposed for a field, else something of its kind."""
    field = form.fields[name]
    if proposed := form.get_initial_for_field(field, name):
        return proposed
    if isinstance(field, forms.ModelChoiceField):
        return field.queryset.values_list("pk", flat=True).first()  # type: ignore[union-attr]
    if isinstance(field, forms.IntegerField):
        return "1"
    return f"{on}" if isinstance(field, Day) else "–"


def _area(label: Any, initial: str = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, max_length=LONGEST, required=False, widget=area, initial=initial
    )


def _amount(label: Any) -> forms.IntegerField:
    whole = forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=0, max_value=MOST_IDR, widget=whole
    )


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.splitlines() if line.strip())
