"""The monthly wage behind a work-accident benefit: real, reported, or by table."""

from dataclasses import dataclass

from naungan.law.answer import Used
from naungan.law.claim.case import Case, row_used
from naungan.law.source.unit import Row
from naungan.law.words import rupiah, words


@dataclass(frozen=True)
class WageBase:
    """What the benefit is computed on, and what BPJS was told when that is less."""

    wage_idr: int
    reported_idr: int
    used: tuple[Used, ...]


def wage_base(case: Case, segment: str) -> WageBase:
    """Give the wage of a wage earner or the base income of the self-employed."""
    if segment == "BPU":
        return _base_income(case)
    if case.facts.has("income"):
        case.facts.refuse("income", f"bukan untuk {segment}; isi wage")
    wage = case.facts.need("wage", int)
    rule = case.at("jkk/wage_base/wage_earner", str)
    reported = case.facts.get("reported_wage", int)
    label = words("Upah sebulan", "Monthly wage")
    case.draft.line("wage", label, wage, None, rule.used)
    return WageBase(
        wage, wage if reported is None else min(reported, wage), (rule.used,)
    )


def base_income(case: Case, income: int) -> tuple[int, Used]:
    """Give the base of the row with the largest lower bound not above an income."""
    table = case.reader.at("contributions/bpu/base_income", case.day, tuple)
    rows: tuple[Row, ...] = table.value
    row = [one for one in rows if _amount(one, "income_from") <= income][-1]
    return _amount(row, "base"), row_used(table, row, "income_from", "base")


def _base_income(case: Case) -> WageBase:
    for name in ("wage", "reported_wage"):
        if case.facts.has(name):
            case.facts.refuse(
                name,
                "bukan untuk BPU; isi income, penghasilan yang dipilih saat mendaftar",
            )
    lowest = case.reader.at("contributions/bpu/lowest_base_income", case.day, int)
    because = words(
        "karena tidak disebut; itulah paket terendah",
        "as none was given; that is the lowest package",
    )
    income = case.facts.assume("income", lowest.value, because)
    base, row = base_income(case, income)
    rule = case.at("jkk/wage_base/self_employed", str)
    label = words("Penghasilan dasar sebulan", "Monthly base income")
    arithmetic = words(
        "penghasilan {income} masuk baris {base}",
        "an income of {income} falls in the row of {base}",
        income=rupiah(income),
        base=rupiah(base),
    )
    cited = lowest.used if base == lowest.value else row
    case.draft.line("wage", label, base, arithmetic, cited, rule.used)
    return WageBase(base, base, (rule.used,))


def _amount(row: Row, column: str) -> int:
    value = row[column]
    assert isinstance(value, int)
    return value
