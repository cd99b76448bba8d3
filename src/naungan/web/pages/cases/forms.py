"""What the pages of a case ask for."""

from datetime import date
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Team
from naungan.web.fields.day import Day
from naungan.web.pages.cases import words
from naungan.web.papers.field import PaperField


LONGEST: Final = 500
LONGEST_REPLY: Final = 4_000


def _text(
    label: Any, *, most: int = LONGEST, rows: int = 4, **rest: Any
) -> forms.CharField:
    """Give a field for a few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, **rest)


class Asking(forms.Form):
    """A form whose mistakes are summed up on its page."""

    use_required_attribute = False


class StepForm(Asking):
    """On which day a step is taken, until when its term runs, and why so."""

    taken_on = Day(label=_("Diambil pada"))
    ends_on = Day(label=_("Tenggang berakhir"), required=False)
    reason = _text(_("Alasan"), required=False)

    def __init__(
        self,
        given: Any,
        *,
        today: date,
        ends_on: date | None,
        asks_end: bool,
        asks_reason: str,
    ) -> None:
        """Offer the proposed days; a reason is asked where something is left out.

        `asks_end` where the step has a term of which the law gives no length.
        """
        super().__init__(given, initial={"taken_on": today, "ends_on": ends_on})
        if ends_on is not None:
            self.fields["ends_on"].help_text = _(
                "Diusulkan menurut aturan; petugas yang memutuskan."
            )
        elif asks_end:
            self.fields["ends_on"].required = True
            self.fields["ends_on"].help_text = _(
                "Wajib diisi: aturan tidak memberi tanggalnya; hari yang Anda tulis disebut dalam surat."
            )
        else:
            del self.fields["ends_on"]
        self.fields["reason"].required = bool(asks_reason)
        self.fields["reason"].help_text = asks_reason


class ReplyForm(Asking):
    """An answer that came to the office by post, by hand or in a meeting."""

    received_on = Day(label=_("Diterima pada"))
    sender_name = forms.CharField(
        label=_("Nama dan jabatan pengirim"), max_length=200, required=False
    )
    text = _text(_("Isi jawaban"), most=LONGEST_REPLY, rows=6, required=False)
    papers = PaperField(label=_("Dokumen"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for words or papers: an empty answer is none."""
        found = super().clean() or {}
        if not found.get("text") and not found.get("papers") and not self.errors:
            self.add_error(
                "text", _("Tulis isi jawabannya, atau lampirkan dokumennya.")
            )
        return found


class ConsiderForm(Asking):
    """What the office makes of an answer."""

    consideration = _text(
        _("Pertimbangan"),
        most=2_000,
        rows=6,
        help_text=_("Apa yang diterima dan yang tidak, dengan alasannya."),
    )


class HandOverForm(Asking):
    """What is asked of which institution."""

    kind = forms.ChoiceField(label=_("Yang diminta"), widget=forms.RadioSelect)
    to = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Kepada"), empty_label=_("Pilih lembaga")
    )
    message = _text(_("Pesan"), required=False, help_text=_("Boleh kosong."))
    reason = _text(
        _("Alasan langkahnya"),
        required=False,
        help_text=_(
            "Boleh kosong; wajib hanya bila langkah itu mendahului waktunya atau melewati langkah."
        ),
    )

    def __init__(
        self, given: Any, institutions: QuerySet[Institution], kind: str = ""
    ) -> None:
        """Offer the institutions that may take part; a kind may be chosen already."""
        super().__init__(given, initial={"kind": kind})
        self.fields["kind"].choices = words.options(kinds.HAND_OVERS)  # type: ignore[attr-defined]
        self.fields["to"].queryset = institutions  # type: ignore[attr-defined]
        self.fields["to"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]


class DecideForm(Asking):
    """Whether a case that another institution sent is taken."""

    answer = forms.ChoiceField(
        label=_("Keputusan"),
        widget=forms.RadioSelect,
        choices=[("accept", _("Terima")), ("reject", _("Tolak"))],
    )
    reason = _text(
        _("Alasan"),
        required=False,
        help_text=_("Wajib bila ditolak; pengirim membacanya."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask why, where it is rejected."""
        found = super().clean() or {}
        if found.get("answer") == "reject" and not found.get("reason"):
            self.add_error("reason", _("Tulis mengapa ditolak."))
        return found


class ReasonForm(Asking):
    """Why something is taken back or begun again."""

    reason = _text(_("Alasan"))


class CloseForm(Asking):
    """Why nobody follows a case any more."""

    reason = forms.ChoiceField(label=_("Sebab"), widget=forms.RadioSelect)
    text = _text(_("Keterangan"), required=False)

    def __init__(self, given: Any) -> None:
        """Offer every reason."""
        super().__init__(given)
        self.fields["reason"].choices = words.options(kinds.CLOSING)  # type: ignore[attr-defined]


class SettleForm(Asking):
    """By what it is known that an employer did what it owes."""

    text = _text(
        _("Dasarnya"),
        help_text=_(
            "Mis. bukti pendaftaran, bukti bayar, atau bulan data yang menunjukkannya. "
            "Kasusnya dapat dibuka kembali."
        ),
    )


class RemarkForm(Asking):
    """A remark on a case."""

    text = _text(
        _("Catatan"),
        help_text=_("Catatan tidak dapat diubah. Jangan tulis NIK atau nama pekerja."),
    )


class TeamForm(Asking):
    """Which team follows a case."""

    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Tim"), empty_label=_("Pilih tim")
    )

    def __init__(self, given: Any, teams: QuerySet[Team]) -> None:
        """Offer the teams in force."""
        super().__init__(given)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class PriorityForm(Asking):
    """How far a case goes before others."""

    priority = forms.IntegerField(
        label=_("Bobot"),
        min_value=-100,
        max_value=100,
        widget=forms.NumberInput(attrs={"class": "short"}),
        help_text=_("Lebih besar lebih dahulu; nol tidak mendahulukan."),
    )
    reason = _text(_("Alasan"))
