"""What the pages of promises ask for."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import kinds
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import Indicator
from naungan.casework.compliance import kinds as case_kinds
from naungan.casework.coordination import catalogue
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.queries.schemes import schemes
from naungan.lib.numbers import read_number
from naungan.web.day_field import Day
from naungan.web.figures.funders import FUNDERS
from naungan.web.language import spoken
from naungan.web.letters.text import texts
from naungan.web.pages.promises import words
from naungan.web.papers.field import PaperField
from naungan.web.region_field import RegionField


ANY: Final = [("", gettext_lazy("semua"))]
LARGEST: Final = Decimal(10) ** 15


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
    target = Figure(label=gettext_lazy("Sasaran"))
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
        self, *args: Any, scope: Scope, indicator: Indicator, **rest: Any
    ) -> None:
        """Ask for what the indicator heeds, and nothing else."""
        super().__init__(*args, **rest)
        self.takes = [name for name in indicator.takes if name != "employers"]
        asked: dict[str, forms.Field] = {
            name: forms.ChoiceField(
                label=LABELS[name],
                choices=_choices(name, indicator, scope),
                required=name in indicator.needs,
            )
            for name in self.takes
            if name != "universe"
        }
        if "universe" in self.takes:
            asked["universe"] = forms.CharField(
                label=LABELS["universe"], required=False, max_length=100
            )
        self.fields = {**asked, **self.fields}

    def extent(self) -> Extent:
        """Give what narrows the figure, as it was chosen."""
        given = self.cleaned_data
        said: dict[str, Any] = {name: given.get(name) or "" for name in self.takes}
        scheme = said.pop("scheme", "")
        return Extent(**said, scheme=int(scheme) if scheme else None)


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
