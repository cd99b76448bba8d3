"""JKK: what is paid for a work accident or an occupational disease.

Care as needed, costs up to their caps, the wage while unable to work, and for
lasting harm or death a share of a multiple of the wage. Cover begins with the
first day; only the employer's failings and arrears change who pays.
"""

from dataclasses import replace
from typing import Any, Final

from naungan.law.accident.cash import OUTCOME, cash, outcome_of
from naungan.law.accident.costs import COSTS, TRANSPORT, care_abroad
from naungan.law.accident.disability import LEFT_HANDED, LOSSES
from naungan.law.accident.incapacity import STMB_DAYS, STMB_MONTHS
from naungan.law.accident.terms import (
    DISEASE,
    EMPLOYMENT_ENDED_ON,
    REPORTED_ON,
    is_covered_disease,
    is_employers_by_late_report,
)
from naungan.law.accident.wage_base import WageBase, wage_base
from naungan.law.answer import Answer, Draft
from naungan.law.benefit_fields import (
    CHILDREN,
    CHILDREN_COUNT,
    CLAIMED_ON,
    COMPLETE_ON,
    CONTRIBUTION_MONTHS,
    EVENT_DATE,
    PAID_ON,
)
from naungan.law.claim.case import Case, open_case
from naungan.law.claim.limit import claim_by
from naungan.law.claim.memberships import MEMBERSHIPS, OF_ONE, head, memberships
from naungan.law.claim.migrant import PHASE, check_phase, refuse_accident
from naungan.law.claim.papers import say_papers
from naungan.law.claim.payment import payment
from naungan.law.claim.scholarship import scholarship
from naungan.law.claim.standing import (
    Standing,
    say_who_pays,
    segment_of,
    standing,
)
from naungan.law.claim.tenure import start_of
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import day, rupiah, words


FIELDS: Final = (
    *OF_ONE,
    EVENT_DATE,
    OUTCOME,
    LOSSES,
    LEFT_HANDED,
    STMB_MONTHS,
    STMB_DAYS,
    TRANSPORT,
    COSTS,
    DISEASE,
    EMPLOYMENT_ENDED_ON,
    REPORTED_ON,
    CLAIMED_ON,
    CONTRIBUTION_MONTHS,
    CHILDREN,
    CHILDREN_COUNT,
    MEMBERSHIPS,
    PHASE,
    COMPLETE_ON,
    PAID_ON,
)
_FIRST_HELP: Final = ("care",)
_OF_SCHOLARSHIP: Final = ("death", "total_disability")
_LAPSED: Final = words(
    "Hak sudah gugur: diajukan sesudah batas waktu",
    "The right has lapsed: claimed after the time limit",
)
_OTHER_JOBS: Final = words(
    "Dihitung dari pekerjaan tempat kecelakaan terjadi. Apakah kepesertaan lain ikut "
    "membayar tidak terlihat dalam sumber: tanyakan ke kantor BPJS.",
    "Computed from the job in which the accident happened. Whether the other "
    "memberships pay too was not seen in any source: ask the BPJS office.",
)


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what a work accident pays, who pays it, and by when."""
    opened = open_case("JKK", facts, reader)
    title = words(
        "Manfaat JKK atas kecelakaan kerja {day}",
        "Work-accident benefit, accident on {day}",
        day=day(opened.day),
    )
    case = _where_it_happened(opened)
    terms = replace(case, draft=Draft())
    results = _claim(case, terms)
    if results["total"]:
        if outcome_of(case) in _OF_SCHOLARSHIP:
            results |= scholarship(case)
        results |= payment(terms, results)
        more = ["scholarship"] if results.get("scholarship") else []
        say_papers(case, "jkk", *more)
    case.draft.lines.extend(terms.draft.lines)
    return case.answer(title, results)


def _where_it_happened(case: Case) -> Case:
    """Take the membership in whose work it happened; the first unless it is said."""
    each = memberships(case)
    if len(each) == 1:
        return replace(case, facts=each[0])
    case.draft.note(_OTHER_JOBS)
    here = [place for place, one in enumerate(each) if one.get("accident_here", bool)]
    if len(here) != 1:
        case.facts.refuse("memberships", "harus menandai satu saja accident_here: ya")
    chosen = replace(case, facts=each[here[0]])
    head(chosen, here[0] + 1, len(each))
    return chosen


def _claim(case: Case, terms: Case) -> dict[str, Any]:
    """Write the amounts to the case and the terms to keep to the other draft."""
    start_of(case)
    segment = segment_of(case)
    check_phase(case, segment)
    judged = standing(case, segment)
    if not judged.good or not is_covered_disease(case):
        return _nothing(case)
    if segment == "PMI":
        abroad = judged.shared({"care": _abroad(case)}, _FIRST_HELP)
        case.total(abroad["total"])
        return abroad | claim_by(terms, "pmi/claim_years")
    if is_employers_by_late_report(case, terms, segment):
        judged = Standing("employer")
    term = claim_by(terms, "jkk/claim_years")
    if term.get("lapsed"):
        case.draft.line("lapsed", _LAPSED, 0)
        return _nothing(case) | term
    base = wage_base(case, segment)
    paid = judged.shared(cash(case, base.wage_idr), _FIRST_HELP)
    case.total(paid["total"])
    say_who_pays(case, paid)
    return paid | _shortfall(case, base, paid) | term


def _shortfall(case: Case, base: WageBase, paid: dict[str, Any]) -> dict[str, int]:
    """Split the sum where BPJS was told a lower wage: the employer owes the rest."""
    if base.reported_idr == base.wage_idr or paid["payer"] != "bpjs":
        return {}
    scratch = replace(case, draft=Draft())
    covered = sum(cash(scratch, base.reported_idr).values())
    owed = paid["total"] - covered
    rule = case.at("arrears/underreported_rule", str)
    label = words(
        "Kekurangan, dibayar pemberi kerja", "Shortfall, owed by the employer"
    )
    arithmetic = words(
        "{total} − {covered} yang dibayar BPJS atas upah dilaporkan {reported}",
        "{total} − {covered} paid by BPJS on the reported wage of {reported}",
        total=rupiah(paid["total"]),
        covered=rupiah(covered),
        reported=rupiah(base.reported_idr),
    )
    case.draft.line("employer", label, owed, arithmetic, rule.used)
    return {"bpjs": covered, "employer": owed}


def _abroad(case: Case) -> int:
    if case.facts.has("outcome") or not case.facts.has("costs"):
        refuse_accident(case)
    return care_abroad(case)


def _nothing(case: Case) -> dict[str, Any]:
    """Give the results of a claim for which nobody owes anything."""
    names = ("death", "periodic", "funeral") if outcome_of(case) == "death" else ()
    case.total(0)
    return Standing("none").shared(dict.fromkeys(names, 0), _FIRST_HELP)
