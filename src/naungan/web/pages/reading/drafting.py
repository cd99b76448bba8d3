"""Between a draft and its page: plain data to keep, and what of it is written."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.actions.accepting import Reported, Source
from naungan.casework.coordination import reading
from naungan.casework.coordination.actions.events import EventPlan
from naungan.casework.coordination.queries import reported as known
from naungan.lib.dates import parse_date
from naungan.web.pages.meetings import words
from naungan.web.pages.reading import body, line_forms, lines, presenter


SOURCE: Final = ("outlet", "url", "title", "sha256")


def read(asked: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Read what was sent; everything is plain, so that the page can keep it."""
    file = asked.get("file")
    draft = (
        reading.read_file(file.read(), file.name or "", today)
        if file
        else reading.read_text(asked["text"], today)
    )
    first = presenter.first_event(draft)
    day = first["held_on"]
    return {
        "event": {**first, "held_on": day.isoformat() if day else ""},
        "basis": draft.when.basis,
        "day_words": draft.when.words.surface if draft.when.words else "",
        "lines": lines.lines_of(draft),
        "body": draft.body,
        "remarks": [(one.text, one.words.surface) for one in draft.remarks],
        "source": {
            "outlet": asked["outlet"] or draft.outlet,
            "url": asked["url"],
            "title": draft.headline[:250],
            "sha256": reading.mark_of(draft),
        },
    }


def shown(
    scope: Scope,
    told: Mapping[str, Any],
    ticked: Sequence[str] | None,
    asked: Mapping[str, line_forms.LineForm],
) -> dict[str, Any]:
    """Give what the page of a draft shows beside the form of the event."""
    event, source = told["event"], told["source"]
    day = parse_date(event["held_on"])
    alike = known.alike(
        scope,
        held_on=day.full if day else None,
        region_code=event["region_code"],
        url=source["url"],
        sha256=source["sha256"],
        names=[
            one["name"] for one in told["lines"] if one.get("position") and one["name"]
        ],
    )
    return {
        "basis": told["basis"],
        "groups": presenter.groups(told["lines"], ticked, asked),
        "paragraphs": body.paragraphs(told["body"], told["lines"]),
        "remarks": told["remarks"],
        "source": source,
        "alike": [(one, words.day_of(one)) for one in alike],
        "mine": scope.institution_id,
    }


def reported(
    told: Mapping[str, Any], plan: EventPlan, ticked: Sequence[str], today: date
) -> Reported:
    """Gather the event as it was corrected and the lines that were ticked."""
    taken = [line for line in told["lines"] if line["key"] in ticked]
    by_group: dict[str, list[lines.Line]] = {}
    for line in taken:
        by_group.setdefault(line["group"], []).append(line)
    promised_on = plan.when.held_on or today
    return Reported(
        plan=plan,
        source=source_sent(told["source"]),
        day_words=told["day_words"] if plan.when.held_on else "",
        organisers=[(o["name"], o["words"]) for o in by_group.get("organisers", [])],
        people=[(lines.attendee(p), p["words"]) for p in by_group.get("people", [])],
        bases=[
            (one["kind"], one["number"], one["year"], one["words"])
            for one in by_group.get("bases", [])
        ],
        figures=lines.numbers(by_group.get("figures", [])),
        obstacles=[(o["kind"], o["text"]) for o in by_group.get("obstacles", [])],
        promises=[
            (lines.said(one, promised_on, plan.region_code), one["words"])
            for one in by_group.get("promises", [])
        ],
    )


def source_sent(sent: Mapping[str, Any]) -> Source:
    """Give where a report stood; one without a name is called by its title."""
    told = {name: str(sent.get(name, "")).strip() for name in SOURCE}
    if not any(told[name] for name in ("outlet", "url", "title")):
        told["title"] = "Naskah yang ditempel"
    return Source(
        outlet=told["outlet"],
        url=told["url"],
        title=told["title"],
        sha256=told["sha256"],
    )
