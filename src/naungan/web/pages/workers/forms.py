"""What the pages of workers ask for: filters, assignments, visits, reasons."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import User
from naungan.casework.fieldwork.outcomes import OUTCOMES
from naungan.casework.fieldwork.unmasking import GROUNDS, LONGEST_REASON
from naungan.web.fields.day import Day
from naungan.web.pages.workers import words


Choices = list[tuple[str, str | Promise]]
ANY: tuple[str, Promise] = ("", _("Semua"))


class WorkersFilter(forms.Form):
    """Which workers of a region are shown."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    kelompok = forms.ChoiceField(label=_("Kelompok"), required=False)
    segmen = forms.ChoiceField(label=_("Segmen"), required=False)
    tugas = forms.ChoiceField(label=_("Penugasan lapangan"), required=False)

    def __init__(self, given: Any) -> None:
        """Offer every status, category and segment that the snapshot may hold."""
        super().__init__(given)
        self._offer("status", [(code, words.status(code)) for code in words.STATUS])
        self.fields["status"].choices.remove(("active", words.status("active")))  # type: ignore[attr-defined]
        self._offer("kelompok", [(one, words.category(one)) for one in words.CATEGORY])
        self._offer("segmen", [(one, words.segment(one)) for one in words.SEGMENT])
        self._offer(
            "tugas", [("ya", _("sudah ditugaskan")), ("belum", _("belum ditugaskan"))]
        )

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]

    def wanted(self, name: str) -> str | None:
        """Give what was chosen in a field; None where nothing sensible was."""
        if not self.is_bound:
            return None
        self.is_valid()
        return self.cleaned_data.get(name) or None

    def chosen(self) -> list[tuple[str, str, str]]:
        """Give what is filtered by: the field, its label, the words of the choice."""
        found = []
        for name, field in self.fields.items():
            value = self.wanted(name)
            labels = dict(field.choices)  # type: ignore[attr-defined]
            if value is not None:
                found.append((name, str(field.label), str(labels[value])))
        return found


class AssignForm(forms.Form):
    """To whom, and by which day."""

    use_required_attribute = False  # mistakes are summed up on the page
    officer = forms.ModelChoiceField(
        User.objects.none(), label=_("Petugas lapangan"), empty_label=_("Pilih petugas")
    )
    due_on = Day(label=_("Selesai paling lambat"))

    def __init__(self, given: Any, officers: QuerySet[User], due_on: date) -> None:
        """Offer the officers of one's institution; the day is a suggestion."""
        super().__init__(given, initial={"due_on": due_on})
        self.fields["officer"].queryset = officers  # type: ignore[attr-defined]
        self.fields["officer"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]


class VisitForm(forms.Form):
    """What came of a visit."""

    use_required_attribute = False  # mistakes are summed up on the page
    visited_on = Day(label=_("Tanggal kunjungan"))
    outcome = forms.ChoiceField(
        label=_("Hasil"),
        widget=forms.RadioSelect,
        choices=lambda: [(one.code, _(one.label)) for one in OUTCOMES.values()],
    )
    proof = forms.CharField(
        label=_("Bukti"),
        required=False,
        max_length=200,
        help_text=_(
            "Untuk yang sudah terlindungi: nomor kartu, surat, atau layar aplikasi JMO."
        ),
    )
    note = forms.CharField(
        label=_("Catatan"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Jangan tulis NIK atau nama orang lain."),
    )


class UnmaskForm(forms.Form):
    """For what, and why, a NIK is to be shown."""

    use_required_attribute = False  # mistakes are summed up on the page
    ground = forms.ChoiceField(
        label=_("Keperluan"),
        widget=forms.RadioSelect,
        choices=lambda: [(code, _(label)) for code, label in GROUNDS.items()],
    )
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Sedikitnya sepuluh huruf, tanpa NIK dan tanpa nama. Alasan ini dibaca "
            "pejabat pelindungan data."
        ),
    )
