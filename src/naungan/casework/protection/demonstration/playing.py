"""Carrying the invented scheme from its lists to its payments, at each desk in turn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import amounts
from naungan.casework.protection.actions import (
    decisions,
    enrolment,
    lists,
    money,
    schemes,
)
from naungan.casework.protection.actions.enrolment import Answered
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.casework.protection.demonstration import story
from naungan.casework.protection.demonstration.story import Bill, Part
from naungan.casework.protection.models import Campaign, Scheme
from naungan.lib import regions
from naungan.lib.dates import month_start
from naungan.lib.identity_numbers import read_nik


PARTNERS: Final = ("ar", "bpkad")
"""The desks whose offices serve the schemes: the branch and the treasury."""

Desks = Mapping[str, Scope]


@dataclass(frozen=True)
class Named:
    """Somebody on a list of the story; whoever was enrolled has a number and a month."""

    person: Proposed
    kpj: str = ""
    start_month: int | None = None

    @property
    def nik(self) -> int | None:
        """Give the NIK as it is kept."""
        return read_nik(self.person.nik).value


def make(
    at: Desks, plan: SchemePlan, campaign: Campaign, each: int, basis: str = ""
) -> Scheme:
    """Make a scheme with so many places in every rural village, and open it."""
    agency = at["dpmd"]
    scope.enter(agency)
    made = schemes.make_scheme(by=agency, plan=plan, campaign=campaign)
    if basis:
        schemes.add_basis(
            by=agency,
            scheme=made,
            kind="circular",
            number=basis,
            about="Perlindungan enam puluh pekerja rentan tiap desa",
        )
    places = dict.fromkeys(rural(plan.region_code), each)
    schemes.set_quotas(by=agency, scheme=made, people=places)
    schemes.open_scheme(by=agency, scheme=made)
    for desk in PARTNERS:
        office = Institution.objects.get(pk=at[desk].institution_id)
        schemes.let_join(
            by=agency, scheme=made, institution=office, today=story.DECREED_ON
        )
    return made


def rural(region_code: str) -> list[str]:
    """Name the rural villages of a regency, which have a quota."""
    return [one.code for one in regions.villages_of(region_code) if one.kind == "desa"]


def propose(at: Desks, made: Scheme, named: Iterable[Named], own: str) -> None:
    """Write the lists: the village with a desk its own, the agency all others."""
    people = [one.person for one in named]
    for desk, here in (("dpmd", False), ("desa", True)):
        by = at[desk]
        scope.enter(by)
        written = [one for one in people if (one.village_code == own) is here]
        if written:
            lists.add_people(
                by=by,
                scheme=made,
                people=written,
                village_code=own if here else "",
            )


def decide(at: Desks, made: Scheme, forgetful: Sequence[str]) -> None:
    """Name everybody valid by decree, and give them a budget, the forgetful their own."""
    agency = at["dpmd"]
    scope.enter(agency)
    decisions.decide(
        by=agency,
        scheme=made,
        number=story.DECREE,
        decided_on=story.DECREED_ON,
        official=story.OFFICIAL,
        today=story.DECREED_ON,
    )
    parts = amounts.by_year(made)
    for village in forgetful:
        money.set_budget(
            by=agency,
            scheme=made,
            year=parts[0].year,
            ceiling_idr=story.EACH * parts[0].each_idr,
            document=story.CEILING_OF_VILLAGE,
            village_code=village,
        )
        money.budget_people(by=agency, scheme=made, village_code=village)
    places = story.EACH * (len(rural(made.region_code)) - len(forgetful))
    for part in parts:
        money.set_budget(
            by=agency,
            scheme=made,
            year=part.year,
            ceiling_idr=places * part.each_idr,
            document=story.CEILING,
        )
    money.budget_people(by=agency, scheme=made)


def enrol(
    at: Desks, made: Scheme, named: Iterable[Named], part: Part, refused: Sequence[str]
) -> None:
    """Send a file for each month of a part and take its answer back."""
    by = at["ar"]
    scope.enter(by)
    waiting = list(named)
    for first, last in part.answered:
        answers = [
            Answered(one.nik, kpj=one.kpj)
            for one in waiting
            if one.nik is not None and first <= (one.start_month or 0) <= last
        ]
        if first == story.JULY:
            answers += _refusals(waiting, refused)
        day = month_start(first)
        sent = enrolment.make_file(by=by, scheme=made, on=day + story.SENT)
        enrolment.take_back(
            by=by,
            enrolment=sent,
            answers=answers,
            first_month=first,
            on=day + story.ANSWERED,
        )


def _refusals(waiting: Iterable[Named], villages: Sequence[str]) -> list[Answered]:
    """Refuse the first of each of these villages."""
    first: dict[str, int] = {}
    for one in waiting:
        if one.nik is not None and one.person.village_code in villages:
            first.setdefault(one.person.village_code, one.nik)
    return [Answered(nik, reason=story.NOT_MATCHED) for nik in first.values()]


def pay(at: Desks, made: Scheme, part: Part, late: Sequence[str]) -> None:
    """Bill and pay the months of a part: late villages by themselves, then everybody."""
    scope.enter(at["bpkad"])
    behind = late[: story.BEHIND] if part is story.PARTS[-1] else ()
    for village in late:
        owed = part.of_late
        _bill(at, made, owed, None if village in behind else owed.paid_on, village)
    for bill in part.bills:
        _bill(at, made, bill, bill.paid_on)


def _bill(
    at: Desks, made: Scheme, bill: Bill, paid_on: date | None, village_code: str = ""
) -> None:
    by = at["bpkad"]
    number = f"{bill.from_month}{village_code.replace('.', '')}"
    billed = money.bill(
        by=by,
        scheme=made,
        from_month=bill.from_month,
        until_month=bill.until_month,
        code=f"REKAAN{number}",
        village_code=village_code,
    )
    if paid_on is not None:
        money.pay(
            by=by,
            billing=billed,
            paid_on=paid_on,
            amount_idr=billed.amount_idr,
            reference=f"SP2D-REKAAN-{number}",
            today=clock.today(),
        )


def see(at: Desks, made: Scheme) -> None:
    """Compare who is enrolled with the member extract of the newest snapshot."""
    by = at["ar"]
    scope.enter(by)
    enrolment.see_in_extract(by=by, scheme=made)
