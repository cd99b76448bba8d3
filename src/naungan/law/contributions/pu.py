"""What a wage worker's month costs: JKK, JKM, JHT, JP and the parts of JKP.

PP 44/2015 (JKK, JKM), PP 46/2015 (JHT), PP 45/2015 (JP), PP 37/2021 and PP 6/2025
(JKP). JKP costs nobody extra: it is taken out of JKK and JKM, and the government
adds its part. Reliefs multiply the rates; they never replace them.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from naungan.law.answer import Used
from naungan.law.contributions.share import (
    Base,
    Factor,
    Share,
    capped_base,
    plain_base,
    product,
)
from naungan.law.reader import Reader
from naungan.law.words import rupiah, words


RISK_GROUPS: Final = ("very_low", "low", "medium", "high", "very_high")
"""Groups of working-environment risk, PP 44/2015 Lampiran I."""

SCALES: Final = ("micro", "small", "medium", "large")
"""Scales of employers."""


@dataclass(frozen=True)
class PuMonth:
    """One worker and month: wage in rupiah, programmes, and the reliefs that hold.

    `recomposed` says whether JKP is really taken out of JKK and JKM: not while the
    employer is in arrears. `jkp_parts_known` is False where the law sets other
    parts whose figures were not seen (labour-intensive industries).
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


def shares(case: PuMonth, reader: Reader) -> list[Share]:
    """Give every share of one worker's month, in the order of the programmes.

    Raises LawRefused where the law has no value for the month.
    """
    made: list[Share] = []
    if "JKK" in case.programmes:
        made.append(_jkk(case, reader))
    if "JKM" in case.programmes:
        made.append(_jkm(case, reader))
    if "JHT" in case.programmes:
        made += _jht(case, reader)
    if "JP" in case.programmes:
        made += _jp(case, reader)
    if "JKP" in case.programmes and case.recomposed:
        made += _jkp(case, reader, made)
    return made


def rate(path: str, month: int, reader: Reader) -> Factor:
    """Read a rate of a month as a factor that cites its article."""
    read = reader.at_month(f"contributions/{path}", month, Decimal)
    return Factor(read.value, (read.used,))


def _jkk(case: PuMonth, reader: Reader) -> Share:
    factor = rate(f"jkk/employer_rate/{case.risk_group}", case.month, reader)
    return _with_relief(case, reader, "JKK", factor, case.jkk_relief)


def _jkm(case: PuMonth, reader: Reader) -> Share:
    factor = rate("jkm/employer_rate", case.month, reader)
    return _with_relief(case, reader, "JKM", factor, case.jkm_relief)


def _with_relief(
    case: PuMonth, reader: Reader, programme: str, factor: Factor, relief: Factor | None
) -> Share:
    factors = [factor] if relief is None else [factor, relief]
    base = plain_base(case.wage_idr)
    return product(reader, case.month, programme, "employer", base, factors)


def _jht(case: PuMonth, reader: Reader) -> list[Share]:
    base = plain_base(case.wage_idr)
    return _employer_and_worker(case, reader, "JHT", base)


def _jp(case: PuMonth, reader: Reader) -> list[Share]:
    ceiling = reader.at_month("contributions/jp/wage_ceiling", case.month, int)
    base = capped_base(case.wage_idr, ceiling.value, ceiling.used)
    made = _employer_and_worker(case, reader, "JP", base)
    if case.jp_now is None:
        return made
    return [*made, *_deferred(made, case, reader, case.jp_now)]


def _employer_and_worker(
    case: PuMonth, reader: Reader, programme: str, base: Base
) -> list[Share]:
    name = programme.lower()
    return [
        product(
            reader,
            case.month,
            programme,
            payer,
            base,
            [rate(f"{name}/{payer}_rate", case.month, reader)],
        )
        for payer in ("employer", "worker")
    ]


def _deferred(
    made: list[Share], case: PuMonth, reader: Reader, now: Factor
) -> list[Share]:
    """Split a pension contribution into what is paid now and what may wait."""
    whole = sum(one.amount_idr for one in made)
    paid = product(
        reader, case.month, "JP", "now", plain_base(whole), [now], counted=False
    )
    rest = words(
        "{whole} − {paid}",
        "{whole} − {paid}",
        whole=rupiah(whole),
        paid=rupiah(paid.amount_idr),
    )
    left = whole - paid.amount_idr
    return [paid, Share("JP", "deferred", left, rest, _dates(case, reader), False)]


def _dates(case: PuMonth, reader: Reader) -> tuple[Used, ...]:
    return tuple(
        reader.at_month(f"reliefs/covid/jp_deferred_{end}", case.month, object).used
        for end in ("start", "end")
    )


def _jkp(case: PuMonth, reader: Reader, made: list[Share]) -> list[Share]:
    cap = reader.at_month("contributions/jkp/wage_cap", case.month, int)
    base = capped_base(case.wage_idr, cap.value, cap.used)
    parts = ["government"]
    if case.jkp_parts_known:
        parts += [
            f"from_{one.programme.lower()}" for one in made if one.programme in TAKEN
        ]
    taken = [
        product(
            reader,
            case.month,
            "JKP",
            part,
            base,
            [rate(f"jkp/{part}_rate", case.month, reader)],
        )
        for part in parts
    ]
    return [*taken, *_kept(made, taken)]


TAKEN: Final = ("JKK", "JKM")
"""Programmes whose contribution gives a part to JKP."""


def _kept(made: list[Share], taken: list[Share]) -> list[Share]:
    """Show what is left in JKK and JKM after the part that JKP takes."""
    left = []
    for one in taken:
        source = one.part.removeprefix("from_").upper()
        whole = sum(each.amount_idr for each in made if each.programme == source)
        if source in TAKEN and one.amount_idr:
            shown = words(
                "{whole} − {part}",
                "{whole} − {part}",
                whole=rupiah(whole),
                part=rupiah(one.amount_idr),
            )
            amount = whole - one.amount_idr
            left.append(Share(source, "kept", amount, shown, (), False))
    return left
