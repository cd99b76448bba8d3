"""Two records compared field by field: marked, in words, with signed weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from naungan.lib import dates, money, programmes, regions
from naungan.lib.numbers import format_signed
from naungan.web.pages.review import words
from naungan.web.pages.review.marking import Pieces, by_place, marked, plain
from naungan.web.persons.born import born


Record = Mapping[str, Any]
HALF: Final = 50.0  # a bar reaches so far on either side of zero
LEAST_SCALE: Final = 10.0  # bits; small weights stay small bars
NO_WEIGHT: Final = 0.05  # bits that round to nothing
PERSONS: Final = ("nik", "name", "birth", "sex", "place", "employer", "segment", "wage")
EMPLOYERS: Final = ("name", "place", "nib", "npwp", "scale", "kbli")


@dataclass(frozen=True)
class Bar:
    """A weight as a bar around zero, in hundredths of the whole width."""

    start: float
    width: float
    speaks: str


@dataclass(frozen=True)
class Line:
    """One field of both records, how it compares, and what that weighs."""

    label: Promise | str
    left: Pieces
    right: Pieces
    said: Promise | str
    differs: bool
    weight: str = ""
    bar: Bar | None = None


@dataclass(frozen=True)
class Sum:
    """How the weight of a pair comes about, and between which limits it lies."""

    evidence: str
    prior: str
    rivals: str
    weight: str
    review_at: str
    linked_at: str


def signed(bits: float, places: int = 1) -> str:
    """Write bits with their sign: +3,1 or −1,8; nothing has none."""
    if not _counts(bits):
        return "0,0"
    return format_signed(Decimal(str(bits)), places)


def _below(bits: float, limit: float) -> str:
    """Write a weight so that one just below a limit does not read as the limit."""
    reads_as_limit = bits < limit and signed(bits) == signed(limit)
    return signed(bits, 3 if reads_as_limit else 1)


def person_lines(found: Record) -> list[Line]:
    """Compare a person with a membership."""
    person, member = found["person"], found["member"]
    values = {
        "nik": (person.get("nik_marked") or "", member.get("nik_marked") or ""),
        "name": (person["name"] or "", member["name"] or ""),
        "birth": (born(person, unknown=""), born(member, unknown="")),
        "sex": (_sex(person), _sex(member)),
        "place": (place(person["village_code"]), _issued(member)),
        "employer": (person.get("employer_ref") or "", member.get("npp") or ""),
        "segment": (_segment(person), _segment(member)),
        "wage": (_rupiah(person.get("wage")), _rupiah(member.get("reported_wage"))),
    }
    told = {field: (level, bits) for field, level, bits in found["fields"]}
    scale = _scale([bits for _level, bits in told.values() if bits is not None])
    return [
        _line(field, *values[field], told.get(field), scale)
        for field in PERSONS
        if any(values[field]) or field == "nik"
    ]


def employer_lines(found: Record) -> list[Line]:
    """Compare an employer with the registered one that it may be."""
    ours, theirs = found["employer"], found["registered"]
    return [
        _line(field, _employer_value(ours, field), _employer_value(theirs, field))
        for field in EMPLOYERS
        if _employer_value(ours, field) or _employer_value(theirs, field)
    ]


def total(found: Record) -> Sum:
    """Add up: evidence, the prior, what rivals take; and the two limits."""
    rest = {
        field: bits for field, level, bits in found.get("fields", ()) if level == "rest"
    }
    rivals = sum(bits or 0.0 for bits in rest.values())
    prior = found.get("prior") or 0.0
    weight = found["weight"] or 0.0
    return Sum(
        evidence=signed(weight - prior - rivals),
        prior=signed(prior),
        rivals=signed(rivals) if _counts(rivals) else "",
        weight=_below(weight, found["linked_at"]),
        review_at=signed(found["review_at"]),
        linked_at=signed(found["linked_at"]),
    )


def place(village: int | None) -> str:
    """Name a village with its district."""
    if village is None:
        return ""
    chain = regions.chain(regions.dotted(village))
    return ", ".join(region.name for region in reversed(chain[-2:]))


def membership(member: Record) -> str:
    """Say what a membership holds and until when it is paid."""
    held = programmes.text_of(member.get("programmes") or 0)
    paid = member.get("paid_through")
    parts = [member.get("segment") or "", held]
    return " · ".join([part for part in parts if part] + _paid(paid))


def lists(names: str | None) -> list[Promise | str]:
    """Name the lists that know a person."""
    return [words.LISTS.get(one, one) for one in (names or "").split("+") if one]


def _paid(month: int | None) -> list[str]:
    return [] if month is None else [date_format(dates.month_start(month), "F Y")]


def _line(
    field: str,
    left: str,
    right: str,
    told: tuple[str, float | None] | None = None,
    scale: float = LEAST_SCALE,
) -> Line:
    level, bits = told if told else ("", None)
    differs = left.casefold() != right.casefold()
    ours, theirs = _pieces(field, left, right)
    return Line(
        label=words.FIELDS[field],
        left=ours,
        right=theirs,
        said=_said(field, level, left, right),
        differs=differs,
        weight="" if bits is None else signed(bits),
        bar=None if bits is None else bar(bits, scale),
    )


def _pieces(field: str, left: str, right: str) -> tuple[Pieces, Pieces]:
    """Mark letters; of places and of masked numbers only what can be told apart."""
    if field == "place":
        return plain(left), plain(right)
    if field == "nik":
        return _grouped(left, right)
    return marked(left, right)


def _grouped(left: str, right: str) -> tuple[Pieces, Pieces]:
    """Write numbers in groups of four and mark, place by place, the digits that differ."""
    ours, theirs = (
        " ".join(one[at : at + 4] for at in range(0, len(one), 4))
        for one in (left, right)
    )
    if len(ours) != len(theirs):
        return plain(ours), plain(theirs)
    return by_place(ours, theirs), by_place(theirs, ours)


def _said(field: str, level: str, left: str, right: str) -> Promise | str:
    if not left or not right:
        if not left and not right:
            return words.NOWHERE
        return words.ONLY_LEFT if left else words.ONLY_RIGHT
    known = words.LEVELS.get(field, {}).get(level)
    if known is not None:
        return known
    return words.SAME if left.casefold() == right.casefold() else words.DIFFERS


def bar(bits: float, scale: float) -> Bar:
    """Lay a weight out around zero."""
    width = min(abs(bits) / scale, 1.0) * HALF
    speaks = "none" if not _counts(bits) else "for" if bits > 0 else "against"
    return Bar(round(HALF if bits >= 0 else HALF - width, 2), round(width, 2), speaks)


def _scale(weights: Sequence[float]) -> float:
    return max([LEAST_SCALE, *(abs(one) for one in weights)])


def _counts(bits: float) -> bool:
    return abs(bits) >= NO_WEIGHT


def _sex(record: Record) -> str:
    return str(words.SEXES.get(record.get("sex") or "", ""))


def _segment(record: Record) -> str:
    return str(
        words.SEGMENTS.get(record.get("segment") or "", record.get("segment") or "")
    )


def _issued(member: Record) -> str:
    """Name the regency that a membership's number names; its list knows no village."""
    digits = (member.get("nik_marked") or "")[:4]
    known = regions.by_code(digits) if digits.isdecimal() else None
    return _("%s (menurut NIK)") % known.name if known else ""


def _rupiah(amount: int | None) -> str:
    return "" if amount is None else money.format_rupiah(amount)


def _employer_value(record: Record, field: str) -> str:
    if field == "place":
        return place(record.get("village_code"))
    if field == "scale":
        return str(words.SCALES.get(record.get("scale") or "", ""))
    return str(record.get(field) or "")
