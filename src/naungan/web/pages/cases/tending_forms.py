"""What is asked of whoever adds something to a case."""

from datetime import date
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import User
from naungan.casework.compliance import citing, kinds
from naungan.web.fields.day import Day
from naungan.web.pages.cases import words
from naungan.web.pages.cases.forms import Asking
from naungan.web.pages.employers.words import FINDING
from naungan.web.papers.field import PaperField


LONGEST: Final = 500
LONGEST_SENTENCE: Final = 1_000
MOST_PEOPLE: Final = 10_000_000
MOST_IDR: Final = 10**13
WHOLE: Final = {"class": "short", "inputmode": "numeric"}
OF_OTHERS: Final = ("reply", "photo")
"""Kinds of papers that come by a reply or a visit, and not by themselves."""


class SeenForm(Asking):
    """A finding by hand; with a track, only what is pursued on that track."""

    how = forms.ChoiceField(label=_("Ditemukan lewat"), widget=forms.RadioSelect)
    code = forms.ChoiceField(label=_("Temuan"))
    people = forms.IntegerField(
        label=_("Pekerja terkena"),
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs=WHOLE),
    )
    monthly_idr = forms.IntegerField(
        label=_("Rupiah sebulan"),
        min_value=0,
        max_value=MOST_IDR,
        required=False,
        widget=forms.NumberInput(attrs=WHOLE),
        help_text=_("Bila diketahui; angka saja."),
    )
    sentence = forms.CharField(
        label=_("Yang dilihat"),
        max_length=LONGEST_SENTENCE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kapan, di mana, oleh siapa. Jangan tulis NIK atau nama pekerja."),
    )

    def __init__(self, given: Any, track: str = "") -> None:
        """Offer the findings of the track, and every way but the data's own."""
        super().__init__(given)
        self.fields["how"].choices = [  # type: ignore[attr-defined]
            one for one in words.options(kinds.HOW) if one[0] != "run"
        ]
        self.fields["code"].choices = [  # type: ignore[attr-defined]
            (code, f"{label}: {plain}")
            for code, (label, plain, _tone) in FINDING.items()
            if not track or (citing.known(code) and citing.track_of(code) == track)
        ]


class PapersForm(Asking):
    """Papers of a case, with what they are."""

    kind = forms.ChoiceField(label=_("Jenis berkas"))
    papers = PaperField(label=_("Berkas"))

    def __init__(self, *given: Any) -> None:
        """Offer the kinds that come by themselves."""
        super().__init__(*given)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (code, words.upper(label))
            for code, label in words.options(kinds.PAPERS)
            if code not in OF_OTHERS
        ]


class OfficerForm(Asking):
    """Who follows a case."""

    officer = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Petugas"),
        required=False,
        empty_label=_("Belum ditentukan"),
    )

    def __init__(self, given: Any, people: QuerySet[User], now: int | None) -> None:
        """Offer the colleagues; whoever has the case is chosen."""
        super().__init__(given, initial={"officer": now})
        self.fields["officer"].queryset = people  # type: ignore[attr-defined]
        self.fields["officer"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]


class EndForm(Asking):
    """How and when a step came to its end."""

    verb = forms.ChoiceField(
        label=_("Bagaimana berakhir"),
        widget=forms.RadioSelect,
        choices=[
            ("comply", _("Dipenuhi pemberi kerja")),
            ("lift", _("Dicabut oleh lembaga Anda")),
        ],
    )
    on = Day(label=_("Pada tanggal"))
    text = forms.CharField(
        label=_("Keterangan"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, given: Any, today: date) -> None:
        """Propose today."""
        super().__init__(given, initial={"on": today})
