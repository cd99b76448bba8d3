"""What a month of the self-employed costs: the band of the income, JKK, JKM, JHT.

PP 44/2015 Pasal 20 and Lampiran II, PP 46/2015 Lampiran. The income only chooses
the band; JKK and JHT are shares of the base income of that band, JKM is flat.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from naungan.law.answer import Used
from naungan.law.contributions.share import Base, Factor, Share, product
from naungan.law.reader import Read, Reader
from naungan.law.words import Words, rupiah, words


TABLE = "contributions/bpu/base_income"


@dataclass(frozen=True)
class BpuMonth:
    """One participant and month; `pays` is who bears it: participant, government, donor."""

    month: int
    income_idr: int
    programmes: tuple[str, ...]
    pays: str = "participant"
    relief: Factor | None = None


def shares(case: BpuMonth, reader: Reader) -> list[Share]:
    """Give every share of one month, in the order of the programmes.

    Raises LawRefused where the law has no value for the month.
    """
    base = base_of(case.income_idr, case.month, reader)
    made: list[Share] = []
    if "JKK" in case.programmes:
        made.append(_of_base(case, reader, "JKK", base, case.relief))
    if "JKM" in case.programmes:
        made.append(_jkm(case, reader))
    if "JHT" in case.programmes:
        made.append(_of_base(case, reader, "JHT", base, None))
    return made


def base_of(income_idr: int, month: int, reader: Reader) -> Base:
    """Choose the base income of the band with the largest lower bound not above it."""
    table: Read[tuple[dict[str, int], ...]] = reader.at_month(TABLE, month, tuple)
    rows = table.value
    place = max(n for n, row in enumerate(rows) if row["income_from"] <= income_idr)
    base = rows[place]["base"]
    shown = words("{base}", "{base}", base=rupiah(base))
    return Base(base, shown, (_band(table, place, month, reader),))


def _band(
    table: "Read[tuple[dict[str, int], ...]]", place: int, month: int, reader: Reader
) -> Used:
    """Cite one band, not the whole table; the lowest has a source of its own."""
    rows = table.value
    if place == 0:
        lowest = reader.at_month("contributions/bpu/lowest_base_income", month, int)
        if lowest.value == rows[0]["base"]:
            return lowest.used
    above = rows[place + 1]["income_from"] if place + 1 < len(rows) else None
    return replace(
        table.used,
        title=_band_title(place + 1, rows[place]["income_from"], above),
        unit="idr",
        value=rows[place]["base"],
    )


def _band_title(row: int, income_from: int, below: int | None) -> Words:
    if below is None:
        return words(
            "Penghasilan dasar baris {row} (penghasilan {low} ke atas)",
            "Base income, row {row} (income of {low} and above)",
            row=str(row),
            low=rupiah(income_from),
        )
    return words(
        "Penghasilan dasar baris {row} (penghasilan {low} sampai di bawah {high})",
        "Base income, row {row} (income from {low} to below {high})",
        row=str(row),
        low=rupiah(income_from),
        high=rupiah(below),
    )


def _of_base(
    case: BpuMonth, reader: Reader, programme: str, base: Base, relief: Factor | None
) -> Share:
    path = f"contributions/bpu/{programme.lower()}_rate"
    read = reader.at_month(path, case.month, Decimal)
    factors = [Factor(read.value, (read.used,))]
    if relief is not None:
        factors.append(relief)
    return product(reader, case.month, programme, case.pays, base, factors)


def _jkm(case: BpuMonth, reader: Reader) -> Share:
    read = reader.at_month("contributions/bpu/jkm_amount", case.month, int)
    shown = words("{base}", "{base}", base=rupiah(read.value))
    base = Base(read.value, shown, (read.used,))
    factors = [] if case.relief is None else [case.relief]
    return product(reader, case.month, "JKM", case.pays, base, factors)
