"""What the pages of claims ask for; of the event and the family, `family_forms`."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution
from naungan.casework.benefits import kinds
from naungan.casework.benefits.models.claim import SEXES
from naungan.casework.benefits.refusals import REFUSALS
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.fields.rupiah import Rupiah
from naungan.web.pages.claims import words
from naungan.web.papers.field import PaperField


LONGEST: Final = 2_000
REASON: Final = 300


class Asking(forms.Form):
    """A form whose mistakes are summed up on its page."""

    use_required_attribute = False


class Nothing(Asking):
    """An act that asks for nothing but the button."""


def _area(
    label: Any, *, most: int = LONGEST, rows: int = 4, **rest: Any
) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, **rest)


class SeekForm(Asking):
    """Whom a report is about."""

    sought = forms.CharField(max_length=100)

    def __init__(self, given: Any, *, by_name: bool) -> None:
        """Ask for a NIK, and at the desk of a village also for a name."""
        super().__init__(given)
        self.fields["sought"].label = _("NIK atau nama") if by_name else "NIK"


class ReportForm(Asking):
    """What happened, when, and who told of it."""

    event = forms.ChoiceField(label=_("Apa yang terjadi"), widget=forms.RadioSelect)
    event_on = Day(label=_("Tanggal kejadian"))
    told_on = Day(label=_("Tanggal dilaporkan"))
    told_by = forms.ChoiceField(label=_("Dilaporkan oleh"))
    teller = forms.CharField(label=_("Nama pelapor"), max_length=200, required=False)
    phone = forms.CharField(
        label=_("Telepon pelapor"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "class": "short"}),
    )
    place = forms.CharField(label=_("Tempat kejadian"), max_length=200, required=False)
    account = _area(
        _("Kronologi singkat"),
        required=False,
        help_text=_("Hanya dibaca pelapor dan cabang yang membayar."),
    )
    branch = forms.TypedChoiceField(
        label=_("Cabang yang mengurus"),
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Lebih dari satu cabang melayani wilayah ini."),
    )

    def __init__(
        self,
        given: Any,
        *,
        today: date,
        branches: Sequence[Institution] = (),
        **rest: Any,
    ) -> None:
        """Offer the words of the page's language, and branches where there are several."""
        super().__init__(given, initial={"told_on": today}, **rest)
        self.fields["event"].choices = words.options(kinds.EVENTS)  # type: ignore[attr-defined]
        self.fields["told_by"].choices = words.options(kinds.TELLERS)  # type: ignore[attr-defined]
        self.fields["branch"].choices = [(one.pk, one.name) for one in branches]  # type: ignore[attr-defined]
        if len(branches) < 2:
            del self.fields["branch"]


class StrangerForm(ReportForm):
    """Somebody who stands on no list of a scheme: who they are, and who paid for them."""

    name = forms.CharField(label=_("Nama yang meninggal atau celaka"), max_length=200)
    nik = forms.CharField(
        label="NIK",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nik"}),
    )
    birth_date = Day(label=_("Tanggal lahir"), required=False)
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"),
        required=False,
        choices=[("", _("belum diketahui")), *((k, _(v)) for k, v in SEXES.items())],
    )
    village_code = RegionField(
        label=_("Desa"), help_text=_("Nama atau kode desa tempat tinggalnya.")
    )
    kpj = forms.CharField(
        label=_("Nomor peserta, bila ada"), max_length=20, required=False
    )
    fund = forms.ChoiceField(label=_("Iuran dibayar oleh"), initial="unknown")
    employer_name = forms.CharField(
        label=_("Pemberi kerja, bila ada"), max_length=200, required=False
    )
    npp = forms.CharField(
        label=_("NPP pemberi kerja, bila diketahui"), max_length=20, required=False
    )

    def __init__(
        self,
        given: Any,
        *,
        today: date,
        village: str,
        branches: Sequence[Institution] = (),
    ) -> None:
        """Know the village of whoever works in one."""
        super().__init__(given, today=today, branches=branches)
        self.fields["fund"].choices = words.funders()  # type: ignore[attr-defined]
        if village:
            del self.fields["village_code"]
        last = ("event", "event_on", "told_on", "told_by", "teller", "phone")
        self.order_fields([*StrangerForm.declared_fields, *last])
        first = ("name", "nik", "birth_date", "sex", "village_code")
        self.order_fields([*first, *last, "place", "account", "fund", "employer_name"])


class HandInForm(Asking):
    """A paper that was handed in."""

    received_on = Day(label=_("Diterima pada"))
    file = PaperField(
        label=_("Salinan atau foto"),
        required=False,
        help_text=_("Boleh kosong bila berkas aslinya diterima di kantor."),
    )


class ReasonForm(Asking):
    """Why something is done."""

    reason = _area(_("Alasan"), most=REASON)


class DayForm(Asking):
    """On which day something is done."""

    on = Day(label=_("Tanggal"))


class BurdenForm(DayForm):
    """Who owes instead of the fund."""

    employer_name = forms.CharField(label=_("Pemberi kerja"), max_length=200)
    npp = forms.CharField(label=_("NPP, bila diketahui"), max_length=20, required=False)


class RefuseForm(DayForm):
    """Why a claim is refused, in words that the family can answer."""

    code = forms.ChoiceField(label=_("Sebab"), widget=forms.RadioSelect)
    reason = _area(_("Alasan bagi keluarga"), most=LONGEST)

    def __init__(self, given: Any, **rest: Any) -> None:
        """Offer the reasons in words."""
        super().__init__(given, **rest)
        offered = [(code, words.refusal(code)) for code in REFUSALS]
        self.fields["code"].choices = offered  # type: ignore[attr-defined]


class PayForm(Asking):
    """What was paid, when, by which proof."""

    paid_on = Day(label=_("Dibayar pada"))
    amount_idr = Rupiah(label=_("Jumlah"))
    reference = forms.CharField(label=_("Bukti bayar"), max_length=100)
    why_other = _area(
        _("Alasan, bila jumlahnya lain dari yang disetujui"),
        most=REASON,
        required=False,
    )


class TrancheForm(Asking):
    """A school year that was paid."""

    paid_on = Day(label=_("Dibayar pada"))
    reference = forms.CharField(label=_("Bukti bayar"), max_length=100)


class HandOverForm(Asking):
    """When, where, by whom and to whom; who had paid the contributions."""

    held_on = Day(label=_("Tanggal penyerahan"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    occasion = forms.CharField(label=_("Acara"), max_length=200, required=False)
    official = forms.CharField(label=_("Diserahkan oleh"), max_length=200)
    position = forms.CharField(label=_("Jabatannya"), max_length=200, required=False)
    receiver = forms.CharField(label=_("Diterima oleh"), max_length=200)
    relation = forms.ChoiceField(label=_("Hubungan penerima"), required=False)
    funder = forms.CharField(label=_("Iuran dibayar oleh"), max_length=200)
    prints = forms.BooleanField(
        label=_("Terbitkan berita acara bernomor"), required=False, initial=True
    )

    def __init__(self, given: Any, *, may_print: bool, **rest: Any) -> None:
        """Offer the numbered record to whoever issues letters."""
        super().__init__(given, **rest)
        offered = [("", _("belum diketahui")), *words.options(kinds.RELATIONS)]
        self.fields["relation"].choices = offered  # type: ignore[attr-defined]
        if not may_print:
            del self.fields["prints"]
