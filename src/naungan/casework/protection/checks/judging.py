"""The checks of one person: from what is known to what is found, without any look-up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from naungan.casework.protection.checks.catalogue import KINDS
from naungan.casework.protection.funds import FUNDS
from naungan.lib import identity_numbers
from naungan.lib.dates import age_on, month_start
from naungan.lib.identity_numbers import Sex
from naungan.lib.nik_areas import known_area


VILLAGE_DIGITS: Final = 10


@dataclass(frozen=True)
class Rules:
    """What a scheme asks: ages on the first day, its registry, its months and fund."""

    first_month: int
    age_from: int
    age_below: int
    needs_registry: bool
    fund: str


@dataclass(frozen=True)
class Person:
    """One line of a list as it is judged."""

    number: int
    village_code: str
    nik: int | None
    nik_written: str
    name: str
    birth_date: date | None
    sex: str
    second_job: bool
    roster: str = ""


@dataclass(frozen=True)
class Known:
    """What the office knows of the line beside what it says.

    `standing` is the snapshot's answer (None where nothing was asked), `others` how
    other schemes name the NIK: (fund, standing, months), `died` by what the
    office knows of a death: `claim`, `list` or `visit`.
    """

    standing: Mapping[str, Any] | None = None
    asked: bool = False
    others: tuple[tuple[str, str, int], ...] = ()
    duplicate_of: int | None = None
    same_as: int | None = None
    died: str = ""
    has_quota: bool = True


@dataclass(frozen=True)
class Found:
    """One thing that a check found, with the figures that explain it."""

    code: str
    weight: str
    told: dict[str, Any] = field(default_factory=dict)


def judge(rules: Rules, person: Person, known: Known) -> list[Found]:
    """Give everything that speaks against a person, or is said of them."""
    parts = (
        _number(person),
        _age(rules, person),
        _list(person, known),
        _schemes(known),
        _membership(rules, person, known),
        _registry(rules, person, known),
    )
    return [one for part in parts for one in part]


def verdict(found: list[Found], *, accepted: bool) -> str:
    """Give `flagged` where something bars the person, else `valid`."""
    weights = {one.weight for one in found}
    if "stop" in weights or ("ask" in weights and not accepted):
        return "flagged"
    return "valid"


def _found(code: str, **told: Any) -> Found:
    return Found(code, KINDS[code].weight, told)


def _number(person: Person) -> Iterator[Found]:
    if not person.name:
        yield _found("name_missing")
    if person.nik is None:
        yield _found("nik_form" if person.nik_written else "nik_missing")
        return
    state = identity_numbers.state(
        person.nik, known_area, born_on=person.birth_date, sex=_sex(person.sex)
    )
    if state == "impossible":
        yield _found("nik_impossible")
    elif state == "inconsistent":
        yield _found("nik_differs")


def _sex(written: str) -> Sex | None:
    if written == "M":
        return "M"
    return "F" if written == "F" else None


def _age(rules: Rules, person: Person) -> Iterator[Found]:
    if person.birth_date is None:
        yield _found("birth_missing")
        return
    age = age_on(person.birth_date, month_start(rules.first_month))
    if age < rules.age_from:
        yield _found("too_young", age=age, from_age=rules.age_from)
    elif age >= rules.age_below:
        yield _found("too_old", age=age, below_age=rules.age_below)


def _list(person: Person, known: Known) -> Iterator[Found]:
    if known.duplicate_of is not None:
        yield _found("duplicate", entry=known.duplicate_of)
    elif known.same_as is not None:
        yield _found("same_person", entry=known.same_as)
    if not known.has_quota:
        yield _found("no_quota")


def _schemes(known: Known) -> Iterator[Found]:
    if known.died:
        yield _found("died", source=known.died)
    codes = {"paid": "paid_elsewhere", "decided": "decided_elsewhere"}
    told: dict[str, Found] = {}
    for fund, standing, months in known.others:
        code = codes.get(standing, "listed_elsewhere")
        told.setdefault(code, _found(code, fund=fund, months=months))
    for code in ("paid_elsewhere", "decided_elsewhere", "listed_elsewhere"):
        if code in told:
            yield told[code]
            return


def _membership(rules: Rules, person: Person, known: Known) -> Iterator[Found]:
    row = known.standing
    if row is None:
        return
    if row["wage_active"]:
        yield _found("two_jobs" if person.second_job else "wage_earner")
    if not row["own_active"]:
        return
    funder = row["funder"] or "unknown"
    if funder in ("self", "unknown"):
        yield _found("pays_alone")
    elif funder not in FUNDS[rules.fund].in_extract:
        yield _found("paid_in_extract", fund=funder)


def _registry(rules: Rules, person: Person, known: Known) -> Iterator[Found]:
    if not known.asked:
        return
    row = known.standing
    if row is None or row["person_id"] is None:
        if rules.needs_registry:
            yield _found("not_in_registry")
        return
    written = person.village_code.replace(".", "")
    there = row["village_code"]
    if there is not None and len(written) == VILLAGE_DIGITS and there != int(written):
        yield _found("lives_elsewhere")
