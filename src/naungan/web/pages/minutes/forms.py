"""What the papers of a meeting ask for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution
from naungan.web.fields.day import Day


class Institutions(forms.TypedMultipleChoiceField):
    """Some of the institutions that take part, as boxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **rest: Any) -> None:
        super().__init__(coerce=int, **rest)


class InvitationForm(forms.Form):
    """Whom to invite, and what to ask them to bring."""

    parties = Institutions(label=_("Yang diundang"))
    asked = forms.CharField(
        label=_("Mohon menyiapkan"),
        required=False,
        max_length=2_000,
        help_text=_("Satu hal tiap baris, misalnya daftar desa yang belum membayar."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    remark = forms.CharField(
        label=_("Tambahan di akhir surat"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, given: Any, *, choices: Sequence[tuple[int, str]], initial: list[int]
    ) -> None:
        super().__init__(given, initial={"parties": initial})
        self.fields["parties"].choices = choices  # type: ignore[attr-defined]

    def lines(self) -> tuple[str, ...]:
        """Give what is asked for, line by line."""
        written: str = self.cleaned_data["asked"]
        return tuple(line.strip() for line in written.splitlines() if line.strip())


class VersionForm(forms.Form):
    """Which paper to put forward, and who is to approve it."""

    kind = forms.ChoiceField(
        label=_("Yang diajukan"),
        choices=[("minutes", _("Notulen")), ("action_plan", _("Rencana aksi"))],
        widget=forms.RadioSelect,
    )
    signers = Institutions(
        label=_("Yang diminta menyetujui"),
        required=False,
        help_text=_("Lembaga Anda selalu ikut menyetujui."),
    )

    def __init__(self, given: Any, *, parties: Sequence[Institution]) -> None:
        every = [one.pk for one in parties]
        super().__init__(given, initial={"kind": "minutes", "signers": every})
        choices = [(one.pk, one.name) for one in parties]
        self.fields["signers"].choices = choices  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why a version is opened again, or a party asked no more."""

    use_required_attribute = False  # mistakes are summed up on the page
    reason = forms.CharField(label=_("Alasan"), max_length=200)


class OfficialForm(forms.Form):
    """Who says it for the institution."""

    official_name = forms.CharField(label=_("Nama pejabat"), max_length=200)
    official_position = forms.CharField(label=_("Jabatan"), max_length=200)


class ApprovalForm(OfficialForm):
    """An approval, with the scan of the signed page if there is one."""

    scan = forms.FileField(
        label=_("Pindaian halaman bertanda tangan"),
        required=False,
        help_text=_("Boleh dilewati. PDF atau foto."),
    )


class ObjectionForm(OfficialForm):
    """An objection, with what is wrong."""

    reason = forms.CharField(
        label=_("Yang tidak sesuai"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SentForm(forms.Form):
    """When a version was sent, and how."""

    on = Day(label=_("Tanggal dikirim"))
    way = forms.CharField(
        label=_("Dikirim dengan"),
        max_length=100,
        help_text=_("Misalnya surel, kurir, atau diserahkan langsung."),
    )
    by_mail = forms.BooleanField(
        label=_("Kirim lewat surel kepada para pihak dan penanggung jawab janji"),
        required=False,
        help_text=_("Tiap lembaga diberi tahu janjinya sendiri; naskahnya terlampir."),
    )


class PaperForm(forms.Form):
    """A paper of an event, with what it is."""

    title = forms.CharField(
        label=_("Judul berkas"),
        max_length=200,
        help_text=_("Misalnya paparan, foto kegiatan, atau daftar hadir basah."),
    )
    file = forms.FileField(label=_("Berkas"))
