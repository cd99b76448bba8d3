"""What can be mended of a line before it is accepted; its words stay as printed."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.coordination.models.people import DEPUTIES
from naungan.lib.numbers import format_number, parse_number
from naungan.web.fields.day import Day
from naungan.web.pages.meetings import words
from naungan.web.pages.reading.lines import LONGEST, Line


OLDEST_LAW, NEWEST_LAW = 1900, 2100


class LineForm(forms.Form):
    """One line of a draft: a line that is not taken is not asked to be right."""

    use_required_attribute = False


class OrganiserForm(LineForm):
    """Who held the event."""

    name = forms.CharField(label=gettext_lazy("Nama lembaga"), max_length=200)


class PersonForm(LineForm):
    """Somebody who took part, by name or by position alone."""

    name = forms.CharField(label=gettext_lazy("Nama"), max_length=200, required=False)
    position = forms.CharField(
        label=gettext_lazy("Jabatan"), max_length=200, required=False
    )
    deputy = forms.ChoiceField(
        label=gettext_lazy("Penjabat atau pelaksana"),
        choices=[("", "–"), *((one, one) for one in DEPUTIES)],
        required=False,
    )
    home_name = forms.CharField(
        label=gettext_lazy("Nama lembaga"), max_length=200, required=False
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Peran"), choices=[*words.ROLES.items()]
    )
    represents = forms.CharField(
        label=gettext_lazy("Mewakili"), max_length=LONGEST, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a name or a position."""
        found = super().clean() or {}
        if not (found.get("name") or found.get("position")):
            self.add_error("name", _("Isi nama atau jabatannya."))
        return found


class BasisForm(LineForm):
    """A regulation that is named."""

    kind = forms.CharField(label=gettext_lazy("Jenis aturan"), max_length=80)
    number = forms.CharField(
        label=gettext_lazy("Nomor"), max_length=100, required=False
    )
    year = forms.IntegerField(
        label=gettext_lazy("Tahun"),
        min_value=OLDEST_LAW,
        max_value=NEWEST_LAW,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )


class FigureForm(LineForm):
    """A number, its unit, and what it counts."""

    value = forms.CharField(
        label=gettext_lazy("Nilai"),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Satuan"), choices=[*words.UNITS.items()]
    )
    meaning = forms.CharField(label=gettext_lazy("Yang dihitung"), max_length=LONGEST)

    is_share = forms.BooleanField(required=False)

    def __init__(self, *given: Any, of: Sequence[str] = (), **named: Any) -> None:
        """Ask of a percentage alone whether it is the share that its sentence prints."""
        super().__init__(*given, **named)
        if not of:
            del self.fields["is_share"]
            return
        part, whole = (format_number(Decimal(one)) for one in of)
        self.fields["is_share"].label = _("Persentase ini %(part)s dari %(whole)s") % {
            "part": part,
            "whole": whole,
        }

    def clean_value(self) -> str:
        """Read a number as Indonesians write it."""
        value = parse_number(self.cleaned_data["value"])
        if value is None:
            raise forms.ValidationError(_("Tulis angka, misalnya 51.398 atau 21,4."))
        return str(value)


class PromiseForm(LineForm):
    """What will be done, by whom, until when."""

    what = forms.CharField(
        label=gettext_lazy("Yang akan dilakukan"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    owner = forms.CharField(label=gettext_lazy("Oleh"), max_length=200, required=False)
    due_words = forms.CharField(
        label=gettext_lazy("Waktu menurut naskah"), max_length=120, required=False
    )
    due_on = Day(label=gettext_lazy("Paling lambat tanggal"), required=False)


class ObstacleForm(LineForm):
    """What stands in the way."""

    kind = forms.ChoiceField(label=gettext_lazy("Jenis hambatan"))
    text = forms.CharField(
        label=gettext_lazy("Uraian"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        """Offer the kinds of the register."""
        super().__init__(*given, **named)
        self.fields["kind"].choices = words.options("obstacle_kinds")  # type: ignore[attr-defined]


FORMS: Final[dict[str, type[LineForm]]] = {
    "organisers": OrganiserForm,
    "people": PersonForm,
    "bases": BasisForm,
    "figures": FigureForm,
    "promises": PromiseForm,
    "obstacles": ObstacleForm,
}


def forms_of(
    lines: Sequence[Line], sent: Mapping[str, Any] | None
) -> dict[str, LineForm]:
    """Give the form of every line by its key; `sent` is what a browser sent of them."""
    return {line["key"]: _form(line, sent) for line in lines}


def mended(
    lines: Sequence[Line], asked: Mapping[str, LineForm], ticked: Sequence[str]
) -> tuple[list[Line], list[tuple[str, str]]]:
    """Put what was mended into the lines; with it the faults of ticked ones, to link to."""
    found, faults = [], []
    for line in lines:
        form = asked[line["key"]]
        if form.is_bound and form.is_valid():
            found.append({**line, **_plain(form.cleaned_data)})
            continue
        if form.is_bound and line["key"] in ticked:
            faults += [
                (str(form[name].id_for_label), f"{form[name].label}: {errors[0]}")
                for name, errors in form.errors.items()
            ]
        found.append(line)
    return found, faults


def _form(line: Line, sent: Mapping[str, Any] | None) -> LineForm:
    made = FORMS[line["group"]]
    prefix = f"e{line['key']}"
    pair = {"of": line["of"]} if line["group"] == "figures" else {}
    if sent is not None and any(
        f"{prefix}-{name}" in sent for name in made.base_fields
    ):
        return made(sent, prefix=prefix, **pair)
    return made(initial=_written(line), prefix=prefix, **pair)


def _written(line: Line) -> dict[str, Any]:
    """Give a line as its form shows it."""
    if line["group"] == "figures":
        return {**line, "value": format_number(Decimal(line["value"]))}
    if line["group"] == "promises" and line["due_on"]:
        return {**line, "due_on": date.fromisoformat(line["due_on"])}
    return dict(line)


def _plain(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was typed as data that a page can keep."""
    days = {
        name: value.isoformat() if value else ""
        for name, value in cleaned.items()
        if name == "due_on"
    }
    return {**cleaned, **days}
