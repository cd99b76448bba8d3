"""What would stand against a claim today: the law's own reasons and those of the list.

Of one person everything is asked. Of a whole scheme the law is asked once for everybody
of whom it would be told the same.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from django.utils.translation import gettext_noop as _

from naungan.casework.benefits import known
from naungan.casework.benefits.known import NO, YES
from naungan.casework.intake import door
from naungan.casework.protection.models import Entry, Scheme
from naungan.casework.protection.packages import PACKAGES
from naungan.law.answer import Answer
from naungan.law.kinds import answer
from naungan.lib.dates import month_of, month_text


Weight = Literal["refused", "less", "check"]


@dataclass(frozen=True)
class Risk:
    """One reason: its words, and what it does to a claim.

    `refused`: nothing would be paid, or membership may be refused; `less`: less or
    later would be; `check`: something should be looked at.
    """

    code: str
    label: str
    weight: Weight


RISKS: Final = {
    one.code: one
    for one in (
        Risk("died", _("Kematiannya sudah dilaporkan"), "refused"),
        Risk("not_enrolled", _("Sudah ditetapkan, belum didaftarkan"), "refused"),
        Risk("not_begun", _("Perlindungannya belum mulai"), "refused"),
        Risk("inactive", _("Terdaftar, belum pernah dibayar"), "refused"),
        Risk("over", _("Masa perlindungannya sudah lewat"), "refused"),
        Risk("arrears_lost", _("Iuran menunggak melewati batas"), "refused"),
        Risk("over_age", _("Melewati batas umur ketika didaftarkan"), "refused"),
        Risk("arrears", _("Iuran menunggak: uangnya menunggu pelunasan"), "less"),
        Risk("short_membership", _("Masa kepesertaan belum cukup"), "less"),
        Risk(
            "not_seen", _("Dibayar, belum tampak aktif dalam daftar peserta"), "check"
        ),
    )
}
"""Every reason by its code, the worst first."""


@dataclass(frozen=True)
class Standing:
    """How the family of one person would fare on a day, with the law's answer.

    `would_pay_idr` is what a death that is not from work would pay; None where the law
    needs to be told more.
    """

    codes: tuple[str, ...]
    would_pay_idr: int | None
    unpaid_months: int
    answer: Answer

    @property
    def is_refused(self) -> bool:
        """Tell whether any reason would refuse the claim."""
        return is_refused(self.codes)


def is_refused(codes: tuple[str, ...]) -> bool:
    """Tell whether any of some reasons refuses a claim."""
    return any(RISKS[code].weight == "refused" for code in codes)


def standing(entry: Entry, on: date) -> Standing:
    """Judge somebody of a scheme as if it happened on a day."""
    facts = known.facts_of(entry, on)
    if entry.birth_date is not None:
        facts["birth_date"] = entry.birth_date.isoformat()
    paid = known.paid_of(entry, on)
    asked = ask(facts, on)
    codes = list(_of_law(asked, facts))
    if entry.state in known.BEFORE_ENROLMENT:
        codes = [code for code in codes if code != "inactive"]
        codes.insert(0, "not_enrolled")
    elif paid.is_to_begin:
        codes = ["not_begun" if code == "not_enrolled" else code for code in codes]
    elif month_of(on) > entry.scheme.until_month:
        codes = ["over" if code == "inactive" else code for code in codes]
    if entry.died_on is not None:
        codes.append("died")
    if entry.state == "paid" and _is_overlooked(entry):
        codes.append("not_seen")
    return Standing(
        tuple(code for code in RISKS if code in codes),
        asked.results["would_pay"].get("JKM"),
        paid.unpaid_in_a_row if entry.state not in known.BEFORE_ENROLMENT else 0,
        asked,
    )


def ask(facts: dict[str, str], on: date) -> Answer:
    """Ask the law what would stand against a claim on a day."""
    kept = {name: value for name, value in facts.items() if name != "wage"}
    return answer("entitlement", {**kept, "as_of": on})


def _of_law(asked: Answer, facts: dict[str, str]) -> tuple[str, ...]:
    """Name the law's own reasons as ours; arrears by what they do."""
    found = list(asked.results["risks"])
    names = {"unregistered": "not_enrolled"}
    if "arrears" in found and asked.results["would_pay"].get("JKM") == 0:
        names["arrears"] = "arrears_lost"
    if facts.get("registered") == NO:
        found = [code for code in found if code != "inactive"]
    return tuple(
        names.get(code, code) for code in found if names.get(code, code) in RISKS
    )


def _is_overlooked(entry: Entry) -> bool:
    """Tell whether a snapshot newer than the first month shows the person nowhere."""
    publication = door.newest(entry.scheme.region_code)
    first = entry.first_month or entry.scheme.from_month
    return publication is not None and publication.month > first


@dataclass(frozen=True)
class Signature:
    """What the law would be told of some people of a scheme, all alike.

    Months are counted `year * 12 + month - 1`; `last_paid` is None where none was paid.
    """

    state: str
    first_month: int
    months: int
    last_paid: int | None
    over_age: bool


def codes_of(
    one: Signature, scheme: Scheme, due_until: int, seen_until: int | None, on: date
) -> tuple[tuple[str, ...], int]:
    """Judge everybody of a signature: the reasons, and the months unpaid in a row.

    `seen_until` is the month of the newest snapshot of the place, if there is one. What
    nobody renewed protects nobody after the scheme's last month.
    """
    if month_of(on) > scheme.until_month:
        return ("over",), 0
    if one.state in known.BEFORE_ENROLMENT:
        return ("not_enrolled", *(["over_age"] if one.over_age else [])), 0
    if one.first_month > month_of(on):
        return ("not_begun", *(["over_age"] if one.over_age else [])), 0
    last = one.last_paid if one.last_paid is not None else one.first_month - 1
    unpaid = max(0, due_until - last)
    asked = ask(_facts(one, scheme.package, unpaid), on)
    codes = {*_of_law(asked, {}), *(["over_age"] if one.over_age else [])}
    if one.state == "paid" and seen_until is not None and seen_until > one.first_month:
        codes.add("not_seen")
    return tuple(code for code in RISKS if code in codes), unpaid


def _facts(one: Signature, package: str, unpaid: int) -> dict[str, str]:
    found = {
        "segment": PACKAGES[package].segment,
        "registered": YES,
        "joined": month_text(one.first_month),
        "contribution_months": str(one.months),
    }
    if not one.months and one.state != "active":
        return {**found, "active": NO}
    if unpaid and one.state != "active":
        return {**found, "arrears_months": str(unpaid)}
    return {**found, "active": YES}
