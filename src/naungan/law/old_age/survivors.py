"""Who receives a member's pension after death, which share, and until when.

The widow or widower first; then children below the age of Pasal 22 who neither
work nor are married, two at most; then a parent.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from naungan.law.answer import Draft
from naungan.law.benefit_fields import CHILDREN
from naungan.law.old_age.anniversary import age_reached_on
from naungan.law.question import Facts
from naungan.law.reader import Read, Reader
from naungan.law.words import Words, day, number, words
from naungan.lib.dates import format_date


ROOT: Final = "benefits/jp/survivor"
MEMBERSHIP: Final = f"{ROOT}/min_membership_months"
SURVIVORS: Final = ("widow", "child", "parent")


@dataclass(frozen=True)
class Share:
    """The share of a kind of survivor, and the children who receive it."""

    ratio: Read[Decimal]
    children_until: dict[str, date | None]
    anyone: bool = True


def share_of(
    facts: Facts, reader: Reader, draft: Draft, event_on: date, kind: str
) -> Share:
    """Find the share; for children also who of them receives it, and until when."""
    ratio = reader.at(f"{ROOT}/{kind}_ratio", event_on, Decimal)
    draft.note(_ORDER)
    draft.note(_ENDS[kind])
    if kind != "child":
        return Share(ratio, {})
    until = _children(facts, reader, draft, event_on)
    return Share(ratio, until, bool(until))


_ORDER: Final = words(
    "Urutannya: istri atau suami, lalu anak, lalu orang tua; yang berikut menerima "
    "bila yang lebih dahulu tidak ada atau haknya berakhir.",
    "The order is: wife or husband, then children, then a parent; the next receives "
    "when there is none before or their right has ended.",
)
_ENDS: Final = {
    "widow": words(
        "Pensiun janda atau duda berakhir bila ia meninggal dunia atau menikah lagi.",
        "A widow's or widower's pension ends on death or remarriage.",
    ),
    "child": words(
        "Bagian anak ini untuk semua anak yang berhak bersama-sama; cara membaginya "
        "tidak terlihat dalam teks.",
        "The children's share is for all entitled children together; how it is "
        "divided was not seen in the text.",
    ),
    "parent": words(
        "Pensiun orang tua hanya bila peserta tidak meninggalkan istri, suami, atau "
        "anak yang berhak.",
        "A parent's pension is due only if no entitled wife, husband or child is left.",
    ),
}


def _children(
    facts: Facts, reader: Reader, draft: Draft, event_on: date
) -> dict[str, date | None]:
    """Name the children who receive the pension, the first stated first."""
    below = reader.at(f"{ROOT}/child_age_below", event_on, int)
    most = reader.at(f"{ROOT}/max_children", event_on, int)
    if not facts.has(CHILDREN.name):
        facts.assumed.append(_ONE_CHILD)
        return {"1": None}
    entitled: dict[str, date | None] = {}
    for place, child in enumerate(facts.records(CHILDREN.name), start=1):
        reason, until = _reason_against(child, below.value, event_on)
        if reason is None and len(entitled) == most.value:
            reason = words("anak lain sudah mencapai batasnya", "the limit is reached")
        if reason is None:
            entitled[str(place)] = until
        _say_child(draft, place, child, reason, until, below, most)
    return entitled


_ONE_CHILD: Final = words(
    "anak-anak peserta: dianggap ada satu anak yang berhak, karena tidak disebut",
    "children: taken as one entitled child, as none was stated",
)


def _reason_against(
    child: Facts, below: int, event_on: date
) -> tuple[Words | None, date | None]:
    birth = child.get("birth_date", date)
    until = None
    if birth is not None:
        # A child born after the death is an heir too; one not born within a year
        # of it is a slip of the pen.
        if birth > age_reached_on(event_on, 1):
            child.refuse("birth_date", f"{format_date(birth)} jauh sesudah kejadian")
        until = age_reached_on(birth, below)
        if until <= event_on:
            return words("umurnya sudah lewat", "too old"), until
    for name, said in (
        ("married", words("sudah menikah", "married")),
        ("working", words("sudah bekerja", "working")),
    ):
        if child.get(name, bool):
            return said, until
    return None, until


def _say_child(
    draft: Draft,
    place: int,
    child: Facts,
    reason: Words | None,
    until: date | None,
    below: Read[int],
    most: Read[int],
) -> None:
    name = child.get("name", str)
    label = words("Anak ke-{place}", "Child {place}", place=str(place))
    if name is not None:
        label = words("Anak {name}", "Child {name}", name=name)
    if reason is not None:
        found = words("tidak menerima: {why}", "does not receive: {why}", why=reason)
    elif until is None:
        found = words(
            "menerima sampai umur {age}, bekerja, atau menikah",
            "receives until the age of {age}, work or marriage",
            age=number(below.value),
        )
    else:
        found = words(
            "menerima sampai {day} (umur {age}), bekerja, atau menikah",
            "receives until {day} (age {age}), work or marriage",
            day=day(until),
            age=number(below.value),
        )
    draft.line(f"children.{place}", label, None, found, below.used, most.used)
