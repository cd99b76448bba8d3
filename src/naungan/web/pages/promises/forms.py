"""What the pages of promises ask for."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import aiming, kinds
from naungan.casework.commitments.aiming import Aimed
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import Indicator
from naungan.casework.compliance import kinds as case_kinds
from naungan.casework.coordination import catalogue
from naungan.casework.intake import door, employers
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.queries.schemes import schemes
from naungan.lib.numbers import is_number, read_number
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.figures.funders import FUNDERS
from naungan.web.language import spoken
from naungan.web.letters.text import texts
from naungan.web.pages.promises import aims, words
from naungan.web.papers.field import PaperField


ANY: Final = [("", gettext_lazy("semua"))]
LARGEST: Final = Decimal(10) ** 15
MOST_CODES: Final = 100
WRITTEN: Final = {"universe", "employers"}
"""What narrows a figure and is written, not chosen."""


class Figure(forms.CharField):
    """A figure as people write it, in thousands or with a decimal comma."""

    def __init__(self, **rest: Any) -> None:
        """Ask for a short text that a phone writes with its digits."""
        widget = forms.TextInput(attrs={"class": "short", "inputmode": "decimal"})
        super().__init__(widget=widget, max_length=30, **rest)

    def clean(self, value: str) -> Decimal | None:
        """Read the figure; None where nothing is written."""
        written = super().clean(value)
        if not written:
            return None
        read = read_number(written).value
        if read is None or abs(read) > LARGEST:
            raise forms.ValidationError(_("“%s” bukan angka.") % written)
        return read.quantize(Decimal("0.01"))


class Target(forms.CharField):
    """A target as people write it: an outcome, or how far the figure is to move."""

    def clean(self, value: str) -> Aimed | None:
        """Read the target; None where nothing is written."""
        written = super().clean(value)
        aimed = aiming.read(written)
        if written and (aimed is None or abs(aimed.value) > LARGEST):
            raise forms.ValidationError(_("“%s” bukan angka.") % written)
        return aimed


def houses() -> list[tuple[str, str]]:
    """Give the institutions of the office for a choice, by name."""
    found = Institution.objects.filter(closed_on=None).order_by("name")
    return [
        ("", "–"),
        *((str(pk), name) for pk, name in found.values_list("pk", "name")),
    ]


class House(forms.ChoiceField):
    """An institution of the office, or none."""

    def __init__(self, **rest: Any) -> None:
        """Ask by a list, read anew for each form."""
        super().__init__(choices=houses, required=False, **rest)

    def clean(self, value: str) -> Institution | None:
        """Give the institution."""
        chosen = super().clean(value)
        return Institution.objects.get(pk=chosen) if chosen else None


class AnyRegion(RegionField):
    """A region, or none."""

    def clean(self, value: str) -> str:
        """Give the code; "" where nothing is written."""
        return super().clean(value) if (value or "").strip() else ""


class PromiseForm(forms.Form):
    """What was promised, by whom, where, by when."""

    use_required_attribute = False  # mistakes are summed up on the page
    what = forms.CharField(
        label=gettext_lazy("Apa yang dijanjikan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Tulis seperti diucapkan, dengan angkanya."),
    )
    promised_on = Day(label=gettext_lazy("Dijanjikan pada"))
    owner_institution = House(
        label=gettext_lazy("Lembaga penanggung jawab"),
        help_text=gettext_lazy("Lembaga yang memakai Naungan; ia dapat menjawab."),
    )
    owner_name = forms.CharField(
        label=gettext_lazy("Lembaga lain"), required=False, max_length=200
    )
    owner_person = forms.CharField(
        label=gettext_lazy("Pejabatnya"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Nama atau jabatan orang yang bertanggung jawab."),
    )
    region_code = AnyRegion(label=gettext_lazy("Wilayah"), required=False)
    due_on = Day(label=gettext_lazy("Batas"), required=False)
    due_words = forms.CharField(
        label=gettext_lazy("Batas seperti diucapkan"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Bila tidak ada tanggalnya: “secepatnya”, “tahun ini”."),
    )


class ChangeForm(PromiseForm):
    """The same, said anew with a reason."""

    reason = forms.CharField(
        label=gettext_lazy("Mengapa diubah"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "Wajib bila pemilik, wilayah, batas, atau sasarannya berubah."
        ),
    )


class FigureForm(forms.Form):
    """The figure that proves a promise: its target, its beginning, what narrows it."""

    use_required_attribute = False  # mistakes are summed up on the page
    target = Target(
        label=gettext_lazy("Sasaran"),
        max_length=60,
        help_text=gettext_lazy(
            "Jumlah akhirnya, mis. 75.000; atau perubahannya dari angka awal, mis. "
            "+2.300 atau turun 500."
        ),
    )
    baseline = Figure(
        label=gettext_lazy("Angka awal"),
        required=False,
        help_text=gettext_lazy("Kosongkan agar dibaca dari data."),
    )
    baseline_on = Day(label=gettext_lazy("Angka awal per"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Mengapa diubah"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "Wajib bila ukuran atau sasarannya sudah pernah ditulis."
        ),
    )

    def __init__(
        self,
        *args: Any,
        scope: Scope,
        indicator: Indicator,
        region_code: str,
        what: str = "",
        **rest: Any,
    ) -> None:
        """Ask for what the indicator heeds in a region; `what` is the promise's sentence."""
        super().__init__(*args, **rest)
        self._scope, self._region_code = scope, region_code
        self._what, self._indicator = what, indicator
        written = WRITTEN if scope.may("see_employers") else {"universe"}
        self.takes = [
            name for name in indicator.takes if name in written or name not in WRITTEN
        ]
        asked = {name: self._asked(name, indicator) for name in self.takes}
        self.fields = {**asked, **self.fields}

    def _asked(self, name: str, indicator: Indicator) -> forms.Field:
        if name == "employers":
            return forms.CharField(
                label=LABELS[name],
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=gettext_lazy(
                    "NPP, NIB, atau NPWP, satu per baris; kosongkan untuk semua."
                ),
            )
        if name == "universe":
            return forms.CharField(label=LABELS[name], required=False, max_length=100)
        return forms.ChoiceField(
            label=LABELS[name],
            choices=_choices(name, indicator, self._scope),
            required=name in indicator.needs,
        )

    def clean_target(self) -> Aimed:
        """Ask which of two a target means, unless it is the one that is there."""
        aimed: Aimed = self.cleaned_data["target"]
        is_there = aimed == aiming.read(self.initial.get("target") or "")
        told = aims.mistake(aimed, "" if is_there else self._what, self._indicator)
        if told:
            raise forms.ValidationError(told)
        return aimed

    def clean_employers(self) -> tuple[int, ...]:
        """Give the numbers of the employers whose codes are written."""
        codes = list(dict.fromkeys(self.cleaned_data["employers"].split()))
        if not codes:
            return ()
        if len(codes) > MOST_CODES:
            raise forms.ValidationError(
                _("Paling banyak %d pemberi kerja.") % MOST_CODES
            )
        found = {code: _bare(code) for code in codes if _bare(code)}
        found |= self._looked_up([code for code in codes if code not in found])
        strange = [code for code in codes if found[code] is None]
        if strange:
            raise forms.ValidationError(
                _("Tidak dikenal pada potret terbit: %s.") % ", ".join(strange[:5])
            )
        return tuple(number for number in found.values() if number is not None)

    def _looked_up(self, codes: list[str]) -> dict[str, int | None]:
        publication = door.newest(self._region_code) if codes else None
        if publication is None:
            return dict.fromkeys(codes)
        return employers.by_codes(publication, self._scope, codes)

    def extent(self) -> Extent:
        """Give what narrows the figure, as it was chosen."""
        given = self.cleaned_data
        said: dict[str, Any] = {name: given.get(name) or "" for name in self.takes}
        scheme, listed = said.pop("scheme", ""), said.pop("employers", "")
        return Extent(
            **said, scheme=int(scheme) if scheme else None, employers=listed or ()
        )


def _bare(code: str) -> int | None:
    """Read the number of an employer that has no code, as a form wrote it."""
    return int(code[1:]) if code[:1] == "#" and is_number(code[1:]) else None


LABELS: Final = {
    "segment": gettext_lazy("Segmen"),
    "category": gettext_lazy("Kelompok pekerja"),
    "fund": gettext_lazy("Dana"),
    "scheme": gettext_lazy("Skema"),
    "track": gettext_lazy("Jalur"),
    "finding": gettext_lazy("Temuan"),
    "letter": gettext_lazy("Jenis surat"),
    "instrument": gettext_lazy("Jenis aturan"),
    "event_kind": gettext_lazy("Jenis kegiatan"),
    "universe": gettext_lazy("Semesta"),
    "employers": gettext_lazy("Pemberi kerja tertentu"),
}


def _choices(
    name: str, indicator: Indicator, scope: Scope
) -> Iterable[tuple[str, Any]]:
    """Give what may be chosen for a word, in the page's language."""
    if name == "scheme":
        found = schemes(scope).exclude(state="draft").order_by("name")
        return [*ANY, *((str(one.pk), one.name) for one in found)]
    if name == "fund":
        known = FUNDERS if indicator.of_snapshot else FUNDS
        return [*ANY, *((code, words.fund(code)) for code in known)]
    codes: dict[str, Iterable[str]] = {
        "segment": words.SEGMENTS,
        "category": CATEGORIES,
        "track": [one.code for one in case_kinds.TRACKS],
        "finding": words.FINDINGS,
        "letter": texts(),
        "instrument": catalogue.words("policy_kinds"),
        "event_kind": catalogue.words("event_kinds"),
    }
    return [*ANY, *((code, words.SAID[name](code)) for code in codes[name])]


class ClaimForm(forms.Form):
    """What somebody says of a promise."""

    use_required_attribute = False  # mistakes are summed up on the page
    status = forms.ChoiceField(
        label=gettext_lazy("Keadaannya"), widget=forms.RadioSelect
    )
    value = Figure(
        label=gettext_lazy("Angka yang disebut"),
        required=False,
        help_text=gettext_lazy(
            "Disandingkan dengan angka dari data, tidak menggantinya."
        ),
    )
    waits_on = House(label=gettext_lazy("Lembaga yang ditunggu"))
    claimed_on = Day(label=gettext_lazy("Per tanggal"))
    name = forms.CharField(
        label=gettext_lazy("Menurut siapa"), required=False, max_length=200
    )
    words = forms.CharField(
        label=gettext_lazy("Keterangan"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **rest: Any) -> None:
        """Say the choices in the page's language."""
        super().__init__(*args, **rest)
        said = [
            (one.code, kinds.label(kinds.CLAIMS, one.code, spoken()))
            for one in kinds.CLAIMS
        ]
        self.fields["status"].choices = said  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """What is shown for a promise."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = forms.CharField(
        label=gettext_lazy("Apa yang ditunjukkan bukti ini"), max_length=500
    )
    url = forms.URLField(
        label=gettext_lazy("Tautan"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    papers = PaperField(label=gettext_lazy("Berkas"), required=False)


class ActivityForm(forms.Form):
    """A piece of work under a promise."""

    use_required_attribute = False  # mistakes are summed up on the page
    what = forms.CharField(label=gettext_lazy("Kegiatan"), max_length=300)
    owner_name = forms.CharField(
        label=gettext_lazy("Pelaksana"), required=False, max_length=200
    )
    due_on = Day(label=gettext_lazy("Batas"), required=False)


class ReasonForm(forms.Form):
    """Why something is done."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = forms.CharField(
        label=gettext_lazy("Alasan"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Sieve(forms.Form):
    """Which promises a list shows."""

    wilayah = AnyRegion(label=gettext_lazy("Wilayah"), required=False)
    pemilik = House(label=gettext_lazy("Pemilik"))
    kata = forms.CharField(
        label=gettext_lazy("Kata dalam janji"), required=False, max_length=100
    )
