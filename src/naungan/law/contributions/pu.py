"""What a wage worker's month costs: JKK, JKM, JHT, JP and the parts of JKP.

PP 44/2015 (JKK, JKM), PP 46/2015 (JHT), PP 45/2015 (JP), PP 37/2021 and PP 6/2025
(JKP). JKP costs nobody extra: it is taken out of JKK and JKM, and the government
adds its part. Reliefs multiply the rates; they never replace them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.contributions.share import Factor, Share, Term, difference, rate
from naungan.law.reader import Read, Reader


RISK_GROUPS: Final = ("very_low", "low", "medium", "high", "very_high")
"""Groups of working-environment risk, PP 44/2015 Lampiran I."""

SCALES: Final = ("micro", "small", "medium", "large")
"""Scales of employers."""


@dataclass(frozen=True)
class PuMonth:
    """One worker and month: wage in rupiah, programmes, and the reliefs that hold.

    `recomposed` says whether JKP is really taken out of JKK and JKM: not while the
    employer is in arrears. `jkp_parts_known` is False where the law sets other
    parts whose figures were not seen (labour-intensive industries): JKP then has no
    total.
    """

    month: int
    wage_idr: int
    programmes: tuple[str, ...]
    risk_group: str = "very_low"
    recomposed: bool = True
    jkp_parts_known: bool = True
    jkk_relief: Factor | None = None
    jkm_relief: Factor | None = None
    jp_now: Factor | None = None

    def shares(self, reader: Reader) -> list[Share]:
        """Give every share of the month, in the order of the programmes.

        Raises LawRefused where the law has no value for the month.
        """
        made = [one.of(self.wage_idr, self.month, reader) for one in self.terms(reader)]
        return [*made, *self._deferred(made, reader), *_kept(made)]

    def terms(self, reader: Reader) -> list[Term]:
        """Give the rules of the month that apply to the wage."""
        made: list[Term] = []
        for programme in self.programmes:
            made += _TERMS[programme](self, reader)
        return made

    def _deferred(self, made: list[Share], reader: Reader) -> list[Share]:
        """Split a pension contribution into what is paid now and what may wait."""
        if self.jp_now is None:
            return []
        whole = sum(one.amount_idr for one in made if one.programme == "JP")
        term = Term("JP", "now", (self.jp_now,), counted=False)
        paid = term.of(whole, self.month, reader)
        left = whole - paid.amount_idr
        dates = tuple(
            reader.at_month(f"reliefs/covid/jp_deferred_{end}", self.month, date).used
            for end in ("start", "end")
        )
        rest = difference(whole, paid.amount_idr)
        return [paid, Share("JP", "deferred", left, rest, dates, False)]


def _jkk(case: PuMonth, reader: Reader) -> list[Term]:
    factor = rate(f"jkk/employer_rate/{case.risk_group}", case.month, reader)
    return [Term("JKK", "employer", _with(factor, case.jkk_relief))]


def _jkm(case: PuMonth, reader: Reader) -> list[Term]:
    factor = rate("jkm/employer_rate", case.month, reader)
    return [Term("JKM", "employer", _with(factor, case.jkm_relief))]


def _with(factor: Factor, relief: Factor | None) -> tuple[Factor, ...]:
    return (factor,) if relief is None else (factor, relief)


def _jht(case: PuMonth, reader: Reader) -> list[Term]:
    return _employer_and_worker("JHT", case, reader, None)


def _jp(case: PuMonth, reader: Reader) -> list[Term]:
    ceiling = reader.at_month("contributions/jp/wage_ceiling", case.month, int)
    return _employer_and_worker("JP", case, reader, ceiling)


def _employer_and_worker(
    programme: str, case: PuMonth, reader: Reader, cap: Read[int] | None
) -> list[Term]:
    name = programme.lower()
    return [
        Term(programme, payer, (rate(f"{name}/{payer}_rate", case.month, reader),), cap)
        for payer in ("employer", "worker")
    ]


def _jkp(case: PuMonth, reader: Reader) -> list[Term]:
    if not case.recomposed:
        return []
    cap = reader.at_month("contributions/jkp/wage_cap", case.month, int)
    parts = ["government"]
    if case.jkp_parts_known:
        parts += [FROM[one] for one in FROM if one in case.programmes]
    whole = case.jkp_parts_known
    return [
        Term("JKP", part, (rate(f"jkp/{part}_rate", case.month, reader),), cap, whole)
        for part in parts
    ]


FROM: Final = {"JKK": "from_jkk", "JKM": "from_jkm"}
"""Programmes whose contribution gives a part to JKP, and what that part is called."""

_TERMS: Final = {"JKK": _jkk, "JKM": _jkm, "JHT": _jht, "JP": _jp, "JKP": _jkp}


def _kept(made: list[Share]) -> list[Share]:
    """Show what is left in JKK and JKM after the part that JKP takes."""
    left = []
    for source, part in FROM.items():
        whole = sum(one.amount_idr for one in made if one.programme == source)
        taken = sum(one.amount_idr for one in made if one.part == part)
        if taken:
            shown = difference(whole, taken)
            left.append(Share(source, "kept", whole - taken, shown, (), False))
    return left
