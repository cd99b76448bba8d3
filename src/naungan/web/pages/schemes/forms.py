"""What the pages of schemes ask for."""

from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from naungan.casework.accounts.models import Institution
from naungan.casework.protection.actions.enrolment import GROUNDS
from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.models import Campaign, Scheme
from naungan.casework.protection.models.scheme import BASIS_KINDS, FIGURES, STANDINGS
from naungan.casework.protection.packages import PACKAGES
from naungan.casework.protection.policies import POLICIES
from naungan.lib import regions
from naungan.lib.dates import month_text
from naungan.web.fields.day import Day
from naungan.web.fields.month import Month
from naungan.web.fields.region import RegionField
from naungan.web.fields.rupiah import Rupiah


OLDEST: Final = 120
FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_PEOPLE: Final = 1_000_000
REGENCY_DOTS: Final = 1  # in the code of a regency: 16.04


def _choices(table: Any) -> list[tuple[str, Any]]:
    return [(code, gettext_lazy(one.label)) for code, one in table.items()]


def _texts(table: dict[str, str]) -> list[tuple[str, Any]]:
    return [(code, gettext_lazy(text)) for code, text in table.items()]


class SchemeForm(forms.Form):
    """What a scheme is."""

    use_required_attribute = False  # mistakes are summed up on the page
    name = forms.CharField(label=gettext_lazy("Nama skema"), max_length=200)
    region_code = RegionField(
        label=gettext_lazy("Wilayah"),
        help_text=gettext_lazy("Nama atau kode kabupaten, kota, kecamatan, atau desa."),
    )
    category = forms.ChoiceField(
        label=gettext_lazy("Untuk siapa"), choices=_choices(CATEGORIES)
    )
    fund = forms.ChoiceField(
        label=gettext_lazy("Dana"),
        choices=_choices(FUNDS),
        help_text=gettext_lazy("Tepat satu dana membayar seorang dalam sebulan."),
    )
    package = forms.ChoiceField(
        label=gettext_lazy("Paket"),
        choices=_choices(PACKAGES),
        widget=forms.RadioSelect,
        initial="two",
    )
    honorarium_idr = Rupiah(
        label=gettext_lazy("Honorarium sebulan"),
        required=False,
        help_text=gettext_lazy("Hanya pada paket atas honorarium."),
    )
    from_month = Month(label=gettext_lazy("Bulan mulai"))
    until_month = Month(label=gettext_lazy("Bulan terakhir"))
    policy = forms.ChoiceField(
        label=gettext_lazy("Arti kuota"),
        choices=_texts(POLICIES),
        widget=forms.RadioSelect,
        initial="at_most",
    )
    age_from = forms.IntegerField(
        label=gettext_lazy("Umur paling muda"),
        min_value=0,
        max_value=OLDEST,
        initial=18,
    )
    age_below = forms.IntegerField(
        label=gettext_lazy("Umur harus di bawah"),
        min_value=1,
        max_value=OLDEST,
        initial=65,
    )
    criteria = forms.CharField(
        label=gettext_lazy("Syarat lain"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    criteria_reason = forms.CharField(
        label=gettext_lazy("Alasan syarat"),
        max_length=500,
        help_text=gettext_lazy("Mengapa umur dan syarat ini yang dipakai."),
    )
    needs_registry = forms.BooleanField(
        label=gettext_lazy("Orang harus ada dalam daftar induk"), required=False
    )

    def plan(self) -> SchemePlan:
        """Give what was said as the act takes it."""
        return SchemePlan(**self.cleaned_data)


def said_of(one: Scheme) -> dict[str, Any]:
    """Give a scheme as its form shows it again."""
    names = [name for name in SchemeForm.base_fields if not name.endswith("_month")]
    return {
        **{name: getattr(one, name) for name in names},
        "from_month": month_text(one.from_month),
        "until_month": month_text(one.until_month),
    }


class BasisForm(forms.Form):
    """A legal basis with its full number."""

    use_required_attribute = False  # mistakes are summed up on the page
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), choices=_texts(BASIS_KINDS))
    number = forms.CharField(
        label=gettext_lazy("Nomor lengkap"),
        max_length=100,
        help_text=gettext_lazy(
            "Seperti 400.10.2.4/6/DPMD/IV/2024; kantor, bulan, dan tahunnya dibaca."
        ),
    )
    about = forms.CharField(
        label=gettext_lazy("Tentang"), required=False, max_length=300
    )


class FigureForm(forms.Form):
    """What somebody said or printed of a scheme."""

    use_required_attribute = False  # mistakes are summed up on the page
    kind = forms.ChoiceField(
        label=gettext_lazy("Yang dilaporkan"), choices=_texts(FIGURES)
    )
    standing = forms.ChoiceField(
        label=gettext_lazy("Kedudukan"), choices=_texts(STANDINGS)
    )
    year = forms.IntegerField(
        label=gettext_lazy("Tahun anggaran"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    amount = Rupiah(label=gettext_lazy("Angka"))
    source = forms.CharField(label=gettext_lazy("Sumber"), max_length=300)


class InScheme(forms.Form):
    """A form whose regions lie in the region of a scheme."""

    def __init__(self, given: Any, *, scheme: Scheme, **rest: Any) -> None:
        """Look for regions nowhere else."""
        super().__init__(given, **rest)
        for field in self.fields.values():
            if isinstance(field, RegionField):
                field.inside = scheme.region_code


class SameQuotaForm(InScheme):
    """The same number for every village of a region."""

    use_required_attribute = False  # mistakes are summed up on the page
    region_code = RegionField(label=gettext_lazy("Semua desa di"))
    people = forms.IntegerField(
        label=gettext_lazy("Orang tiap desa"), min_value=0, max_value=MOST_PEOPLE
    )
    rural = forms.BooleanField(
        label=gettext_lazy("Desa saja, tanpa kelurahan"), required=False, initial=True
    )


class OneQuotaForm(InScheme):
    """The quota of one village or district."""

    use_required_attribute = False  # mistakes are summed up on the page
    region_code = RegionField(label=gettext_lazy("Desa atau kecamatan"))
    people = forms.IntegerField(
        label=gettext_lazy("Orang"),
        min_value=0,
        max_value=MOST_PEOPLE,
        help_text=gettext_lazy("Tulis 0 untuk menghapus kuotanya."),
    )


class QuotaSheetForm(forms.Form):
    """A sheet of quotas."""

    use_required_attribute = False  # mistakes are summed up on the page
    file = forms.FileField(
        label=gettext_lazy("Berkas kuota"),
        help_text=gettext_lazy("Excel atau CSV dengan kolom kode desa dan kuota."),
    )


class RosterForm(forms.Form):
    """A sheet of people on rosters."""

    use_required_attribute = False  # mistakes are summed up on the page
    file = forms.FileField(
        label=gettext_lazy("Berkas petugas"),
        help_text=gettext_lazy(
            "Excel atau CSV dengan kolom NIK, nama, tanggal lahir, JK, kode desa, TPS, "
            "dan jabatan."
        ),
    )


class SomeRegion(RegionField):
    """A region that need not be named; empty then."""

    def clean(self, value: str) -> str:
        """Read the region where one is written."""
        return super().clean(value) if (value or "").strip() else ""


class PlaceForm(InScheme):
    """The whole scheme, or one village of it; `villages` are offered while one types."""

    use_required_attribute = False  # mistakes are summed up on the page
    village_code = SomeRegion(
        label=gettext_lazy("Desa"),
        required=False,
        help_text=gettext_lazy(
            "Nama atau kode desa di wilayah skema; kosongkan untuk seluruh skema."
        ),
    )

    def __init__(self, given: Any, *, scheme: Scheme, **rest: Any) -> None:
        """Take villages alone, and offer those of the scheme's region where they are few."""
        super().__init__(given, scheme=scheme, **rest)
        field: Any = self.fields["village_code"]
        field.level = "village"
        self.villages = _villages(scheme.region_code)
        if self.villages:
            field.widget.attrs["list"] = "villages"


def _villages(region_code: str) -> list[tuple[str, str]]:
    """Give the villages of a regency or less: code, and name with its district."""
    if region_code.count(".") < REGENCY_DOTS:
        return []
    return [
        (one.code, f"{one.name}, {around.name}" if around else one.name)
        for one in regions.villages_of(region_code)
        for around in [regions.parent(one.code)]
    ]


class DecisionForm(PlaceForm):
    """The decree that names people."""

    number = forms.CharField(label=gettext_lazy("Nomor SK"), max_length=100)
    decided_on = Day(label=gettext_lazy("Tanggal SK"))
    official = forms.CharField(
        label=gettext_lazy("Ditetapkan oleh"),
        max_length=200,
        help_text=gettext_lazy("Jabatan yang menandatangani, misalnya Bupati."),
    )


class BudgetForm(PlaceForm):
    """How much a fiscal year may use."""

    year = forms.IntegerField(
        label=gettext_lazy("Tahun anggaran"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    ceiling_idr = Rupiah(label=gettext_lazy("Pagu"))
    document = forms.CharField(
        label=gettext_lazy("Dokumen anggaran"), required=False, max_length=200
    )


class BillForm(PlaceForm):
    """Which months are billed."""

    from_month = Month(label=gettext_lazy("Dari bulan"))
    until_month = Month(label=gettext_lazy("Sampai bulan"))
    code = forms.CharField(
        label=gettext_lazy("Kode iuran"), required=False, max_length=40
    )


class PayForm(forms.Form):
    """That a bill was paid."""

    use_required_attribute = False  # mistakes are summed up on the page
    paid_on = Day(label=gettext_lazy("Tanggal bayar"))
    amount_idr = Rupiah(label=gettext_lazy("Rupiah yang dibayar"))
    reference = forms.CharField(label=gettext_lazy("Nomor bukti"), max_length=100)


class OpenForm(forms.Form):
    """What a file with open NIK is taken away for."""

    use_required_attribute = False
    ground = forms.ChoiceField(
        label=gettext_lazy("Untuk apa berkas ini dibuka"),
        choices=_texts(GROUNDS),
        widget=forms.RadioSelect,
    )


class AnswerForm(forms.Form):
    """The file that BPJS Ketenagakerjaan gives back."""

    use_required_attribute = False  # mistakes are summed up on the page
    first_month = Month(label=gettext_lazy("Bulan pertama perlindungan"))
    file = forms.FileField(
        label=gettext_lazy("Berkas jawaban"),
        help_text=gettext_lazy(
            "Berkas kiriman dengan kolom KPJ diisi bagi yang diterima, dan kolom alasan "
            "bagi yang ditolak."
        ),
    )


class PartnerForm(forms.Form):
    """Which institution takes part."""

    use_required_attribute = False  # mistakes are summed up on the page
    institution = forms.ModelChoiceField(
        label=gettext_lazy("Lembaga"), queryset=Institution.objects.none()
    )

    def __init__(self, given: Any, kinds: tuple[str, ...]) -> None:
        """Offer the institutions of some kinds."""
        super().__init__(given)
        field: Any = self.fields["institution"]
        field.queryset = Institution.objects.filter(kind__in=kinds).order_by("name")


class CampaignForm(forms.Form):
    """A campaign by its name and year."""

    use_required_attribute = False  # mistakes are summed up on the page
    name = forms.CharField(
        label=gettext_lazy("Nama gerakan"),
        max_length=200,
        help_text=gettext_lazy(
            "Misalnya Gerakan Nasional Perlindungan Pekerja Rentan."
        ),
    )
    year = forms.IntegerField(
        label=gettext_lazy("Tahun"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    about = forms.CharField(
        label=gettext_lazy("Keterangan"), required=False, max_length=500
    )


class ChosenCampaign(forms.Form):
    """Under which campaign a scheme is counted."""

    use_required_attribute = False  # mistakes are summed up on the page
    campaign = forms.ModelChoiceField(
        label=gettext_lazy("Gerakan"),
        queryset=Campaign.objects.none(),
        required=False,
        empty_label=gettext_lazy("Tanpa gerakan"),
    )

    def __init__(
        self, given: Any, *, initial: dict[str, Any], known: QuerySet[Campaign]
    ) -> None:
        """Offer the campaigns of one's own institution."""
        super().__init__(given, initial=initial)
        field: Any = self.fields["campaign"]
        field.queryset = known


class ReasonForm(forms.Form):
    """Why something goes back."""

    use_required_attribute = False  # mistakes are summed up on the page
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
