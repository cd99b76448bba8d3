"""Writing at the table: one field and its kind, sent at once or from a queue.

Each note carries a key of its own, so that a page which lost its line may send it twice.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import aiming
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.coordination.access import check_notes
from naungan.casework.coordination.actions import figures, saying
from naungan.casework.coordination.arithmetic import COUNTS
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    Event,
    Figure,
    Recommendation,
    Statement,
)
from naungan.casework.coordination.reading import kind_named
from naungan.lib.numbers import parse_number
from naungan.web.fields.day import Day
from naungan.web.language import spoken
from naungan.web.pages.meetings import sentence, words
from naungan.web.pages.meetings.place import names_of, parties_of
from naungan.web.pages.promises import aims


KINDS: Final = (
    ("commitment", gettext_lazy("Komitmen"), "k"),
    ("recommendation", gettext_lazy("Rekomendasi"), "r"),
    ("figure", gettext_lazy("Angka"), "a"),
    ("statement", gettext_lazy("Pernyataan"), "p"),
    ("obstacle", gettext_lazy("Kendala"), "d"),
)
"""What may be noted, with the letter that chooses it together with Alt."""
NOBODY: Final = ("", "—")
AS_SAID: Final = ("", gettext_lazy("menurut kalimatnya, atau semua jenis"))
LONGEST: Final = 80  # letters of a choice


class Indicators(forms.Select):
    """A choice of indicators, each saying what narrows it."""

    def create_option(self, *args: Any, **rest: Any) -> dict[str, Any]:
        """Mark an indicator with what it heeds, so that only that is asked."""
        option = super().create_option(*args, **rest)
        known = all_indicators().get(str(option["value"]))
        if known is not None and known.takes:
            option["attrs"]["data-takes"] = " ".join(known.takes)
        return option


class NoteForm(forms.Form):
    """One note: what was said and its kind; the rest only where it is known."""

    use_required_attribute = False  # mistakes are summed up on the page
    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis catatan"),
        choices=[(code, label) for code, label, _key in KINDS],
        widget=forms.RadioSelect,
        initial="commitment",
    )
    text = forms.CharField(
        label=gettext_lazy("Catatan"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    client_key = forms.UUIDField(widget=forms.HiddenInput)
    agenda_item = forms.ModelChoiceField(
        AgendaItem.objects.none(), label=gettext_lazy("Agenda"), required=False
    )
    attendance = forms.ModelChoiceField(
        Attendance.objects.none(),
        label=gettext_lazy("Disampaikan oleh"),
        required=False,
    )
    group = forms.ChoiceField(label=gettext_lazy("Kelompok"), required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Tema"), required=False)
    stance = forms.ChoiceField(
        label=gettext_lazy("Sikap"),
        required=False,
        choices=[NOBODY, *words.chosen(words.STANCES)],
    )
    about = forms.ModelChoiceField(
        Statement.objects.none(), label=gettext_lazy("Menanggapi"), required=False
    )
    owner = forms.ModelChoiceField(
        Institution.objects.none(),
        label=gettext_lazy("Penanggung jawab"),
        required=False,
    )
    owner_name = forms.CharField(
        label=gettext_lazy("Penanggung jawab lain"), max_length=200, required=False
    )
    due_on = Day(label=gettext_lazy("Jatuh tempo"), required=False)
    indicator = forms.ChoiceField(
        label=gettext_lazy("Ukuran"), required=False, widget=Indicators
    )
    event_kind = forms.ChoiceField(
        label=gettext_lazy("Jenis kegiatan yang dihitung"), required=False
    )
    target = forms.CharField(
        label=gettext_lazy("Sasaran: 75.000, atau +2.300 dari angka awal"),
        max_length=60,
        required=False,
    )
    recommendation = forms.ModelChoiceField(
        Recommendation.objects.none(),
        label=gettext_lazy("Dari rekomendasi"),
        required=False,
    )
    value = forms.CharField(label=gettext_lazy("Nilai"), max_length=30, required=False)
    unit = forms.ChoiceField(
        label=gettext_lazy("Satuan"),
        required=False,
        choices=[NOBODY, *words.chosen(words.UNITS)],
    )
    part = forms.ModelChoiceField(
        Figure.objects.none(),
        label=gettext_lazy("Persen ini: bagiannya"),
        required=False,
    )
    whole = forms.ModelChoiceField(
        Figure.objects.none(), label=gettext_lazy("dari keseluruhan"), required=False
    )
    obstacle_kind = forms.ChoiceField(
        label=gettext_lazy("Jenis kendala"), required=False
    )

    def __init__(
        self, given: Any, event: Event, known: Mapping[str, list[Any]] | None = None
    ) -> None:
        """Offer what belongs to the event alone; `known` rows are not read again."""
        super().__init__(given, initial={"client_key": uuid4()})
        self.event = event
        for name, rows in (
            ("agenda_item", event.agenda.all()),
            ("attendance", event.attendance.all()),
            ("about", event.statements.all()),
            ("recommendation", event.recommendations.exclude(state="declined")),
            ("owner", parties_of(event)),
            ("part", event.figures.filter(unit__in=COUNTS)),
            ("whole", event.figures.filter(unit__in=COUNTS)),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        for name, all_rows in (known or {}).items():
            offered = [NOBODY, *((one.pk, named(one)) for one in all_rows)]
            self.fields[name].choices = offered  # type: ignore[attr-defined]
        for name, catalogue in (
            ("group", "groups"),
            ("theme", "themes"),
            ("obstacle_kind", "obstacle_kinds"),
        ):
            self.fields[name].choices = [NOBODY, *words.options(catalogue)]  # type: ignore[attr-defined]
        self.fields["event_kind"].choices = [AS_SAID, *words.options("event_kinds")]  # type: ignore[attr-defined]
        self.fields["indicator"].choices = [NOBODY, *indicators()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for what a kind cannot do without: a number, or which obstacle it is."""
        found = super().clean() or {}
        kind = found.get("kind")
        if kind == "figure" and found.get("text") and self.figure_of(found) is None:
            self.add_error(
                "value",
                _("Tulis angkanya dengan satuan, mis. 32,4 persen atau 4.118 orang."),
            )
        if kind == "obstacle" and not found.get("obstacle_kind"):
            self.add_error("obstacle_kind", _("Pilih jenis kendalanya."))
        if kind == "commitment" and found.get("target"):
            self._check_target(found)
        return found

    def _check_target(self, found: Mapping[str, Any]) -> None:
        """Ask for what a target lacks: its indicator, a number, or which of two it means."""
        aimed = aiming.read(found["target"])
        known = all_indicators().get(found.get("indicator", ""))
        if aimed is None:
            self.add_error("target", _("Tulis sasarannya sebagai angka."))
        elif known is None:
            self.add_error("indicator", _("Pilih ukuran untuk sasaran ini."))
        elif told := aims.mistake(aimed, found.get("text", ""), known):
            self.add_error("target", told)

    def figure_of(self, found: Mapping[str, Any]) -> sentence.Counted | None:
        """Give the number that was written into its field, else the one in the sentence."""
        value = parse_number(found.get("value") or "")
        read = sentence.numbers_of(found.get("text", ""))
        unit = found.get("unit") or (read.main.unit if read.main else "")
        if value is not None and unit:
            of = read.pair if unit == "percent" else None
            return sentence.Counted(value, unit, found["value"], of)
        return replace(read.main, unit=unit) if read.main else None


def named(row: Any) -> str:
    """Name a row as a choice."""
    return (words.of_figure(row) if isinstance(row, Figure) else str(row))[:LONGEST]


def indicators() -> list[tuple[str, str]]:
    """Offer the indicators of the shelf that need nothing further to be read."""
    known = all_indicators().items()
    is_english = spoken() == "en"
    return [
        (code, one.label_en if is_english else one.label)
        for code, one in known
        if not one.needs
    ]


def note(scope: Scope, event: Event, given: dict[str, Any]) -> Any:
    """Write a note down as what it is; the row is given back, also when sent again."""
    check_notes(by=scope, event=event)
    return WRITERS[given["kind"]](scope, event, given)


def _commitment(scope: Scope, event: Event, given: dict[str, Any]) -> Any:
    day = event.held_on or clock.today()
    read = sentence.read(given["text"], day, names_of(event))
    owner = given["owner"] or _named(event, read.owner, given["owner_name"])
    due = given["due_on"] or (read.due.on if read.due else None)
    target, gain = _aim(given)
    made = promising.promise(
        by=scope,
        said=promising.Said(
            what=given["text"],
            promised_on=min(day, clock.today()),
            region_code=event.region_code,
            owner_institution=owner,
            owner_name="" if owner else given["owner_name"],
            due_on=due,
            due_words=read.due.words if read.due else "",
            indicator=given["indicator"],
            extent=_extent(given),
            target=target,
            gain=gain,
        ),
        today=clock.today(),
        event=event,
        recommendation=given["recommendation"],
        client_key=given["client_key"],
    )
    asked = given["recommendation"]
    if asked is not None and asked.state == "open":
        saying.take_up(by=scope, recommendation=asked)
    return made


def _extent(given: dict[str, Any]) -> Extent:
    """Narrow what counts to the kind of event that was chosen, or that is promised."""
    known = all_indicators().get(given["indicator"])
    if known is None or "event_kind" not in known.takes:
        return Extent()
    return Extent(event_kind=given["event_kind"] or kind_named(given["text"]))


def _named(event: Event, key: int | None, written: str) -> Institution | None:
    """Give the institution that the sentence names, where nobody wrote another name."""
    if key is None or written:
        return None
    return parties_of(event).filter(pk=key).first()


def _aim(given: dict[str, Any]) -> tuple[Decimal | None, Decimal | None]:
    """Give the target, or by how much the figure is to move."""
    aimed = aiming.read(given["target"]) if given["indicator"] else None
    return aimed.said if aimed else (None, None)


def _recommendation(scope: Scope, event: Event, given: dict[str, Any]) -> Any:
    read = sentence.named(given["text"], names_of(event))
    owner = given["owner"] or _named(event, read, given["owner_name"])
    return saying.add_recommendation(
        by=scope,
        event=event,
        text=given["text"],
        theme=given["theme"],
        addressee=owner.name if owner else given["owner_name"],
        client_key=given["client_key"],
    )


def _figure(scope: Scope, event: Event, given: dict[str, Any]) -> Any:
    found = NoteForm(None, event).figure_of(given)
    assert found is not None  # the form asked for it
    part, whole = given["part"], given["whole"]
    if part is None and whole is None:
        read = sentence.numbers_of(given["text"])
        for share in read.shares:
            _share(scope, event, given, share)
        if pair := found.of or read.pair:
            part, whole = _pair(scope, event, given, pair)
            if found == pair.part:
                return part
            if found.of is None:
                part = whole = None
    return _write(scope, event, given, found, part, whole, given["client_key"])


def _share(
    scope: Scope, event: Event, given: dict[str, Any], share: sentence.Counted
) -> None:
    """Write a further share of a sentence down beside the first, once."""
    assert share.of is not None  # it is one of those whose counts are known
    part, whole = _pair(scope, event, given, share.of)
    known = {"value": share.value, "unit": share.unit, "part": part, "whole": whole}
    if not event.figures.filter(**known).exists():
        _write(scope, event, given, share, part, whole)


def _pair(
    scope: Scope, event: Event, given: dict[str, Any], pair: sentence.Pair
) -> tuple[Figure, Figure]:
    """Give the two counts that a sentence names; written down where they are new."""
    found = []
    for count in (pair.part, pair.whole):
        known = event.figures.filter(value=count.value, unit=count.unit).first()
        found.append(known or _write(scope, event, given, count))
    return found[0], found[1]


def _write(
    scope: Scope,
    event: Event,
    given: dict[str, Any],
    number: sentence.Counted,
    part: Figure | None = None,
    whole: Figure | None = None,
    client_key: UUID | None = None,
) -> Figure:
    return figures.add_figure(
        by=scope,
        event=event,
        value=number.value,
        unit=number.unit,
        meaning=given["text"][:300],
        words=number.words,
        attendance=given["attendance"],
        part=part if number.unit == "percent" else None,
        whole=whole if number.unit == "percent" else None,
        client_key=client_key,
    )


def _statement(scope: Scope, event: Event, given: dict[str, Any]) -> Any:
    said = saying.Said(
        text=given["text"],
        attendance=given["attendance"],
        agenda_item=given["agenda_item"],
        group=given["group"],
        theme=given["theme"],
        stance=given["stance"] or "neutral",
        about=given["about"],
    )
    key: UUID = given["client_key"]
    return saying.add_statement(by=scope, event=event, said=said, client_key=key)


def _obstacle(scope: Scope, event: Event, given: dict[str, Any]) -> Any:
    return saying.add_obstacle(
        by=scope,
        event=event,
        kind=given["obstacle_kind"],
        text=given["text"][:500],
        noted_on=_noted_on(event, clock.today()),
        client_key=given["client_key"],
    )


def _noted_on(event: Event, today: date) -> date:
    return min(event.held_on or today, today)


WRITERS: Final[dict[str, Callable[[Scope, Event, dict[str, Any]], Any]]] = {
    "commitment": _commitment,
    "recommendation": _recommendation,
    "figure": _figure,
    "statement": _statement,
    "obstacle": _obstacle,
}
