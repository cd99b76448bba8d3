"""What is asked when a line of the table is put right, by what kind of line it is."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.coordination.actions.saying import Said
from naungan.casework.coordination.arithmetic import COUNTS
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    Figure,
    Obstacle,
    Recommendation,
    Statement,
)
from naungan.lib.numbers import format_number, parse_number
from naungan.web.pages.meetings import words
from naungan.web.pages.meetings.noting import NOBODY, named


SAID: Final = (
    *("text", "attendance", "agenda_item"),
    *("group", "theme", "stance", "about"),
)


def _text() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Catatan"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StatementForm(forms.Form):
    """What somebody said: the words, by whom, under which theme, for or against."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = _text()
    attendance = forms.ModelChoiceField(
        Attendance.objects.none(),
        label=gettext_lazy("Disampaikan oleh"),
        required=False,
        empty_label="—",
    )
    group = forms.ChoiceField(label=gettext_lazy("Kelompok"), required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Tema"), required=False)
    stance = forms.ChoiceField(
        label=gettext_lazy("Sikap"), choices=words.chosen(words.STANCES)
    )
    about = forms.ModelChoiceField(
        Statement.objects.none(),
        label=gettext_lazy("Menanggapi"),
        required=False,
        empty_label="—",
    )
    agenda_item = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label=gettext_lazy("Agenda"),
        required=False,
        empty_label="—",
    )

    def __init__(self, given: Any, held: Statement) -> None:
        """Show what is written, and offer what belongs to the same event."""
        super().__init__(given, initial={name: getattr(held, name) for name in SAID})
        event = held.event
        for name, rows in (
            ("attendance", event.attendance.all()),
            ("about", event.statements.exclude(pk=held.pk)),
            ("agenda_item", event.agenda.all()),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        for name, catalogue in (("group", "groups"), ("theme", "themes")):
            self.fields[name].choices = [NOBODY, *words.options(catalogue)]  # type: ignore[attr-defined]

    def said(self) -> Said:
        """Give what was said as it stands now."""
        return Said(**{name: self.cleaned_data[name] for name in SAID})


class AdviceForm(forms.Form):
    """What an event asks for: the words, the theme, of whom."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = _text()
    theme = forms.ChoiceField(label=gettext_lazy("Tema"), required=False)
    addressee = forms.CharField(
        label=gettext_lazy("Ditujukan kepada"), max_length=200, required=False
    )

    def __init__(self, given: Any, held: Recommendation) -> None:
        """Show what is written, and offer the themes of the catalogue."""
        asked = ("text", "theme", "addressee")
        super().__init__(given, initial={name: getattr(held, name) for name in asked})
        choices = [NOBODY, *words.options("themes")]
        self.fields["theme"].choices = choices  # type: ignore[attr-defined]


class FigureForm(forms.Form):
    """A number that was said: how much of what, what it means, by whom."""

    use_required_attribute = False  # mistakes are summed up on the page
    meaning = forms.CharField(label=gettext_lazy("Arti angkanya"), max_length=300)
    value = forms.CharField(
        label=gettext_lazy("Nilai"),
        max_length=30,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Satuan"), choices=words.chosen(words.UNITS)
    )
    part = forms.ModelChoiceField(
        Figure.objects.none(),
        label=gettext_lazy("Persen ini: bagiannya"),
        help_text=gettext_lazy(
            "Pilih dua angka rapat ini agar persennya dihitung ulang: bagian, lalu "
            "keseluruhannya."
        ),
        required=False,
        empty_label="—",
    )
    whole = forms.ModelChoiceField(
        Figure.objects.none(),
        label=gettext_lazy("dari keseluruhan"),
        required=False,
        empty_label="—",
    )
    attendance = forms.ModelChoiceField(
        Attendance.objects.none(),
        label=gettext_lazy("Disampaikan oleh"),
        required=False,
        empty_label="—",
    )

    def __init__(self, given: Any, held: Figure) -> None:
        """Show what is written, and offer who and what else is on record of the event."""
        first = {
            "meaning": held.meaning,
            "value": format_number(held.value.normalize()),
            "unit": held.unit,
            "attendance": held.attendance_id,
            "part": held.part_id,
            "whole": held.whole_id,
        }
        super().__init__(given, initial=first)
        self.fields["attendance"].queryset = held.event.attendance.all()  # type: ignore[attr-defined]
        counts = held.event.figures.filter(unit__in=COUNTS).exclude(pk=held.pk)
        for name in ("part", "whole"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = counts
            field.label_from_instance = named  # type: ignore[assignment]

    def clean_value(self) -> Decimal:
        """Read the number as people write it."""
        read = parse_number(self.cleaned_data["value"])
        if read is None:
            raise forms.ValidationError(_("Tulis nilainya sebagai angka."))
        return read


class ObstacleForm(forms.Form):
    """What stands in the way: its kind and the words."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = forms.CharField(
        label=gettext_lazy("Catatan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Jenis kendala"))

    def __init__(self, given: Any, held: Obstacle) -> None:
        """Show what is written, and offer the kinds of the catalogue."""
        super().__init__(given, initial={"text": held.text, "kind": held.kind})
        self.fields["kind"].choices = words.options("obstacle_kinds")  # type: ignore[attr-defined]
