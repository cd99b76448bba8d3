"""A draft as the page shows it: groups of lines, doubts, and what is asked of the event."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import get_language, gettext as _, gettext_lazy

from naungan.casework.coordination import catalogue
from naungan.engine.prose.draft import Draft
from naungan.lib.calendar_words import MONTHS
from naungan.lib.numbers import format_number
from naungan.web.pages.meetings import words
from naungan.web.pages.reading.line_forms import LineForm
from naungan.web.pages.reading.lines import Line
from naungan.web.pages.reading.topics import topics_of


LONGEST_TITLE: Final = 250
GROUPS: Final = (
    ("organisers", gettext_lazy("Penyelenggara")),
    ("people", gettext_lazy("Yang hadir")),
    ("bases", gettext_lazy("Peraturan yang disebut")),
    ("figures", gettext_lazy("Angka")),
    ("promises", gettext_lazy("Komitmen")),
    ("obstacles", gettext_lazy("Hambatan")),
)
STATUSES: Final = {
    "agreed": gettext_lazy("disepakati"),
    "planned": gettext_lazy("direncanakan"),
    "assigned": gettext_lazy("ditugaskan"),
    "requested": gettext_lazy("diminta"),
    "hoped": gettext_lazy("diharapkan"),
    "stated": gettext_lazy("dinyatakan"),
    "agenda": gettext_lazy("diagendakan"),
    "done": gettext_lazy("dinyatakan sudah dilakukan"),
}
# A hope and what is said to be done already are ticked by hand, if at all.
UNTICKED: Final = ("hoped", "done", "agenda")


def first_event(draft: Draft) -> dict[str, Any]:
    """Fill the form of the event with what was read; what was not stays empty."""
    when = draft.when
    known = f"{MONTHS[when.month - 1]} {when.year}" if when.month else when.year
    inferred = when.on is not None and when.strict is None
    return {
        "title": (draft.headline or _title(draft))[:LONGEST_TITLE],
        "topics": topics_of(draft),
        "kinds": [kind for kind, _words in draft.kinds if kind in _kinds()],
        "held_on": when.on,
        "known": "" if when.on else known or "",
        "date_reason": when.basis if inferred else "",
        "venue": draft.venue.surface[:200] if draft.venue else "",
        "city": draft.city.surface[:100] if draft.city else "",
        "region_code": draft.regions[0].code if draft.regions else "",
    }


def _title(draft: Draft) -> str:
    """Make a title of a report that has none: its kinds and its region."""
    known = catalogue.words("event_kinds")
    kinds = [known[kind].id for kind, _words in draft.kinds if kind in known]
    place = draft.regions[0].name if draft.regions else ""
    return " ".join([*(kinds[:2] or [_("Kegiatan")]), place]).strip()


def _kinds() -> set[str]:
    return set(catalogue.words("event_kinds"))


def groups(
    lines: Sequence[Line],
    ticked: Sequence[str] | None,
    asked: Mapping[str, LineForm],
) -> list[dict[str, Any]]:
    """Arrange the lines by what they would become; `ticked` is what was sent before."""
    found = []
    for code, label in GROUPS:
        inside = [
            _shown(line, ticked, asked) for line in lines if line["group"] == code
        ]
        if inside:
            found.append({"code": code, "label": label, "lines": inside})
    return found


def _shown(
    line: Line, ticked: Sequence[str] | None, asked: Mapping[str, LineForm]
) -> dict[str, Any]:
    first = line.get("status") not in UNTICKED
    return {
        "key": line["key"],
        "says": TELLERS[line["group"]](line),
        "words": line["words"],
        "form": asked[line["key"]],
        "is_ticked": first if ticked is None else line["key"] in ticked,
    }


def _person(line: Line) -> str:
    office = " ".join(part for part in (line["deputy"], line["position"]) if part)
    role = words.ROLES[line["role"]]
    for_whom = (
        _("mewakili %(whom)s") % {"whom": line["represents"]}
        if line["represents"]
        else str(role)
    )
    parts = (line["name"], office, line["home_name"], for_whom)
    return " · ".join(part for part in parts if part)


def _basis(line: Line) -> str:
    numbered = _("%(kind)s Nomor %(number)s") % line
    return f"{numbered} {_('Tahun')} {line['year']}" if line["year"] else numbered


def _figure(line: Line) -> str:
    value = format_number(Decimal(line["value"]))
    told = f"{value} {words.UNITS[line['unit']]} · {line['meaning']}"
    if not line["is_share"]:
        return told
    part, whole = (format_number(Decimal(one)) for one in line["of"])
    return told + " · " + _("%(part)s dari %(whole)s") % {"part": part, "whole": whole}


def _promise(line: Line) -> str:
    due = "" if line["due_words"] in line["what"] else line["due_words"]
    parts = (line["owner"], line["what"], due, STATUSES[line["status"]])
    return " · ".join(str(part) for part in parts if part)


def _obstacle(line: Line) -> str:
    language = "en" if (get_language() or "").startswith("en") else "id"
    return f"{catalogue.label('obstacle_kinds', line['kind'], language)}"


TELLERS: Final = {
    "organisers": lambda line: line["name"],
    "people": _person,
    "bases": _basis,
    "figures": _figure,
    "promises": _promise,
    "obstacles": _obstacle,
}
