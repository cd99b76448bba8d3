"""What a month of the self-employed costs: the band of the income, JKK, JKM, JHT.

PP 44/2015 Pasal 20 and Lampiran II, PP 46/2015 Lampiran. The income only chooses
the band; JKK and JHT are shares of the base income of that band, JKM is flat.
"""

from dataclasses import dataclass, replace

from naungan.law.answer import Used
from naungan.law.contributions.share import Base, Factor, Share, Term, rate
from naungan.law.reader import Read, Reader
from naungan.law.words import Words, rupiah, words
from naungan.lib.programmes import BITS


TABLE = "contributions/bpu/base_income"


@dataclass(frozen=True)
class BpuMonth:
    """One participant and month; `pays` is who bears it: participant, government, donor."""

    month: int
    income_idr: int
    programmes: tuple[str, ...]
    pays: str = "participant"
    relief: Factor | None = None

    def shares(self, reader: Reader) -> list[Share]:
        """Give every share of the month, in the order of the programmes.

        Raises LawRefused where the law has no value for the month.
        """
        base = base_of(self.income_idr, self.month, reader)
        made = [one.on(base, self.month, reader) for one in self.terms(reader)]
        return sorted([*made, *self.flat(reader)], key=_order)

    def terms(self, reader: Reader) -> list[Term]:
        """Give the rules that apply to the base income of the band."""
        reliefs = {"JKK": self.relief, "JHT": None}
        made = []
        for programme in (one for one in reliefs if one in self.programmes):
            factor = rate(f"bpu/{programme.lower()}_rate", self.month, reader)
            relief = reliefs[programme]
            factors = (factor,) if relief is None else (factor, relief)
            made.append(Term(programme, self.pays, factors))
        return made

    def flat(self, reader: Reader) -> list[Share]:
        """Give the shares that do not depend on the income."""
        if "JKM" not in self.programmes:
            return []
        read = reader.at_month("contributions/bpu/jkm_amount", self.month, int)
        shown = words("{base}", "{base}", base=rupiah(read.value))
        factors = () if self.relief is None else (self.relief,)
        base = Base(read.value, shown, (read.used,))
        return [Term("JKM", self.pays, factors).on(base, self.month, reader)]


def _order(share: Share) -> int:
    return list(BITS).index(share.programme)


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
