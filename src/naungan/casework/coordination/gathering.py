"""What minutes and action plans say: everything that was written down, as plain data.

It is gathered once and then stays: what the parties approve is this, word for word.
Texts are Indonesian, since papers go to Indonesian offices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import time
from itertools import groupby
from typing import Any, Final

from naungan.casework import clock
from naungan.casework.coordination import catalogue, dating
from naungan.casework.coordination.models import (
    Attendance,
    Event,
    Figure,
    JointPlan,
    Statement,
)
from naungan.casework.coordination.models.people import ROLES
from naungan.casework.coordination.models.sayings import STANCES, UNITS
from naungan.lib import regions
from naungan.lib.dates import format_date, format_partial, month_label, weekday_name
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number


FORM: Final = 1
"""The form of the content; another number is another form."""
PERCENT_UNITS: Final = {"percent": "%", "percent_points": " poin persen"}


@dataclass(frozen=True)
class Agreed:
    """A commitment in words, as whoever keeps commitments says it.

    `ended` says how it ended where it binds no more: since when, and why.
    """

    what: str
    owner: str
    due: str = ""
    measure: str = ""
    open_ended: bool = False
    ended: str = ""


def minutes_content(event: Event, agreed: Sequence[Agreed] = ()) -> dict[str, Any]:
    """Gather the minutes of an event, with what was agreed there.

    A statement stands once: under the point to which it belongs, or under its theme.
    """
    statements = list(event.statements.select_related("attendance").order_by("pk"))
    return {
        **invited_content(event, statements),
        "attendance": [_attendance(one) for one in event.attendance.all()],
        "statements": _statements(
            one for one in statements if one.agenda_item_id is None
        ),
        "figures": _figures(event),
        "obstacles": [
            {"kind": catalogue.label("obstacle_kinds", one.kind), "text": one.text}
            for one in event.obstacles.all()
        ],
        "recommendations": [
            {"text": one.text, "to": one.addressee}
            for one in event.recommendations.all()
        ],
        "agreed": [_agreed(one) for one in agreed],
        "sources": [
            " · ".join(
                part
                for part in (
                    one.outlet,
                    one.title,
                    format_date(one.published_on) if one.published_on else "",
                    one.url,
                )
                if part
            )
            for one in event.sources.all()
        ],
    }


def invited_content(
    event: Event, statements: Sequence[Statement] = ()
) -> dict[str, Any]:
    """Gather what is known before an event: what, when, where, and its agenda."""
    return {
        "form": FORM,
        "kind": "minutes",
        **_facts(event),
        "agenda": [
            {
                "text": one.text,
                "speaker": one.speaker,
                "discussed": one.discussed,
                "said": [
                    _said(each) for each in statements if each.agenda_item_id == one.pk
                ],
                "carried": one.carried_from_id is not None,
            }
            for one in event.agenda.all()
        ],
    }


def action_plan_content(
    event: Event, agreed: Sequence[Agreed] = (), plans: Sequence[JointPlan] = ()
) -> dict[str, Any]:
    """Gather the action plan of an event: what was agreed, and its work programme."""
    return {
        "form": FORM,
        "kind": "action_plan",
        **_facts(event),
        "agreed": [_agreed(one) for one in agreed],
        "activities": [
            {
                "what": one.what,
                "owner": one.owner_name,
                "partners": one.partners,
                "month": month_label(one.month),
                "budget": format_rupiah(one.budget_idr) if one.budget_idr else "",
            }
            for plan in plans
            for one in plan.activities.all()
        ],
    }


def _agreed(one: Agreed) -> dict[str, Any]:
    """Write a commitment; `ended` only where it ended, as versions of before say it."""
    return {name: value for name, value in asdict(one).items() if name != "ended"} | (
        {"ended": one.ended} if one.ended else {}
    )


def _facts(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "kinds": [catalogue.label("event_kinds", one) for one in event.kinds],
        "when": said_day(event),
        "date_reason": event.date_reason,
        "time": said_time(event),
        "place": ", ".join(part for part in (event.venue, event.city) if part),
        "region": _region(event.region_code),
        "keeper": event.institution.name,
        "organisers": [one.name for one in event.organisers.all()],
        "bases": [_basis(one) for one in event.bases.all()],
    }


def said_day(event: Event) -> str:
    """Say when an event is, as far as that is known: "Rabu, 3 Juli 2024", "Juli 2024"."""
    if event.held_on is not None:
        return f"{weekday_name(event.held_on)}, {format_date(event.held_on)}"
    known = dating.known(event)
    return format_partial(known) if known else ""


def said_time(event: Event) -> str:
    """Say from when to when: "09.00 sampai 11.30", "09.00 sampai selesai"."""
    if event.begins_at is None:
        return ""
    over = over_at(event)
    ends = f"{over:%H.%M}" if over else "selesai"
    return f"{event.begins_at:%H.%M} sampai {ends}"


def over_at(event: Event) -> time | None:
    """Give when a meeting was over: when it was ended on its day, else as planned."""
    if event.ended_at is None or event.begins_at is None:
        return event.ends_at
    ended = clock.shown(event.ended_at).time()
    is_that_day = clock.day_of(event.ended_at) == event.held_on
    return ended if is_that_day and ended > event.begins_at else event.ends_at


def _region(code: str) -> str:
    found = regions.by_code(code) if code else None
    return found.name if found else ""


def _basis(basis: Any) -> str:
    number = f" Nomor {basis.number}" if basis.number else ""
    year = (
        f" Tahun {basis.year}" if basis.year and str(basis.year) not in number else ""
    )
    about = f" tentang {basis.about}" if basis.about else ""
    return f"{basis.kind}{number}{year}{about}"


def _attendance(one: Attendance) -> dict[str, Any]:
    deputy = f"{one.deputy} " if one.deputy else ""
    return {
        "name": one.name,
        "position": f"{deputy}{one.position}".strip(),
        "institution": one.home_name,
        "role": ROLES[one.role],
        "represents": one.represents,
        "people": one.head_count if one.is_group else None,
        "group": one.is_group,
        "present": one.role != "represented"
        and (one.signed_in_at is not None or one.how == "report"),
    }


def _statements(rows: Iterable[Statement]) -> list[dict[str, Any]]:
    """Gather what was said by theme, in the order of the catalogue."""
    order = {code: place for place, code in enumerate(catalogue.words("themes"))}
    ordered = sorted(rows, key=lambda one: (order.get(one.theme, len(order)), one.pk))
    return [
        {
            "theme": catalogue.label("themes", theme) if theme else "",
            "said": [_said(one) for one in said],
        }
        for theme, said in groupby(ordered, key=lambda one: one.theme)
    ]


def _said(one: Statement) -> dict[str, str]:
    speaker = one.attendance
    who = (speaker.name or speaker.position or speaker.home_name) if speaker else ""
    group = catalogue.label("groups", one.group) if one.group else ""
    return {
        "who": " · ".join(part for part in (who, group) if part),
        "text": one.text,
        "stance": STANCES[one.stance] if one.stance != "neutral" else "",
    }


def _figures(event: Event) -> list[dict[str, Any]]:
    """Gather the numbers by the sentence that said them, a share before its counts.

    `of` says what a further number of a sentence is in it: its part, or its whole.
    """
    rows = list(event.figures.all())
    used = {one.part_id: "bagian" for one in rows}
    used |= {one.whole_id: "keseluruhan" for one in rows}
    sentences = list(dict.fromkeys(one.meaning for one in rows))
    rows.sort(key=lambda one: (sentences.index(one.meaning), one.pk in used, one.pk))
    return [_figure(one, used.get(one.pk, "")) for one in rows]


def _figure(one: Figure, of: str) -> dict[str, Any]:
    return {
        "meaning": one.meaning,
        "of": of,
        "value": said_value(one),
        "words": one.words,
        "check": _check(one.checked),
    }


def said_value(one: Figure) -> str:
    """Say a number with its unit: "21%", "51.398 orang", "Rp174.000.000"."""
    if one.unit == "idr":
        return format_rupiah(int(one.value))
    plain = one.value.normalize()
    number = (
        format_number(int(plain)) if plain == int(plain) else _decimal(f"{plain:f}")
    )
    unit = PERCENT_UNITS.get(one.unit)
    return f"{number}{unit}" if unit else f"{number} {UNITS[one.unit]}"


def _decimal(written: str) -> str:
    whole, _, part = written.partition(".")
    return f"{format_number(int(whole))},{part}"


def _check(checked: dict[str, Any]) -> str:
    """Say what follows from the other numbers, where something follows."""
    if not checked:
        return ""
    of = [_plain(one) for one in checked["of"]]
    value = _plain(checked["value"])
    if checked["kind"] == "share":
        verdict = "cocok" if checked["agrees"] else "tidak cocok"
        return f"{of[0]} dari {of[1]} adalah {value}%: {verdict}"
    if checked["kind"] == "villages":
        return f"{of[0]} : {of[1]} = {value} desa"
    if checked["kind"] == "difference":
        return _moved(checked, of, value)
    sign = " + " if checked["kind"] == "sum" else " × "
    verdict = "" if checked["agrees"] else ": tidak cocok"
    return f"{sign.join(of)} = {value}{verdict}"


def _moved(checked: dict[str, Any], of: list[str], value: str) -> str:
    """Say by how much a figure moved: by points or count, and by percent of the first."""
    unit = " poin persen" if checked["points"] else ""
    share = f" atau {_plain(checked['share'])} persen" if checked["share"] else ""
    verdict = "cocok" if checked["agrees"] else "tidak cocok"
    return f"dari {of[0]} menjadi {of[1]}: {value}{unit}{share}: {verdict}"


def _plain(written: str) -> str:
    return _decimal(written) if "." in written else format_number(int(written))
