"""What a migrant worker pays: a sum before departure, one by length of contract, JHT.

Permenaker 18/2018 and, since 2023-02-22, Permenaker 4/2023. JKK and JKM are one
amount together; the texts seen do not divide it. Those who leave by themselves pay
only the sum during and after work, at once. JHT is voluntary and monthly.
"""

from dataclasses import dataclass, replace
from typing import Final

from naungan.law.answer import Used
from naungan.law.contributions.share import Share
from naungan.law.reader import Read, Reader
from naungan.law.words import Figure, Words, number, rupiah, words
from naungan.lib.errors import LawRefused


TOGETHER: Final = "JKK+JKM"
ROOT: Final = "contributions/pmi"
PHASES: Final = ("before_departure", "during_and_after", "extension")

Row = dict[str, int]


@dataclass(frozen=True)
class PmiCase:
    """A migrant worker: phases to pay for, months of contract and extension, JHT."""

    month: int
    phases: tuple[str, ...]
    contract_months: int = 0
    extension_months: int = 0
    jht_idr: int = 0

    def shares(self, reader: Reader) -> list[Share]:
        """Give the shares, phase by phase.

        Raises LawRefused for a contract longer than the law's longest step and for
        an amount of JHT that cannot be chosen.
        """
        made = [_phase(self, one, reader) for one in PHASES if one in self.phases]
        if self.jht_idr:
            made.append(_jht(self, reader))
        return made


def _phase(case: PmiCase, phase: str, reader: Reader) -> Share:
    if phase == "before_departure":
        read = reader.at_month(f"{ROOT}/before_departure", case.month, int)
        return _share(read.value, _said(phase), read.used)
    if phase == "extension":
        return _extension(case, reader)
    return _contract(case, reader)


def _contract(case: PmiCase, reader: Reader) -> Share:
    table: Read[tuple[Row, ...]] = reader.at_month(
        f"{ROOT}/during_and_after", case.month, tuple
    )
    row = _step(table.value, case.contract_months)
    shown = words(
        "{phase}: perjanjian {months} bulan",
        "{phase}: contract of {months} months",
        phase=_said("during_and_after"),
        months=number(case.contract_months),
    )
    used = replace(table.used, unit="idr", value=row["amount"])
    between: tuple[Used, ...] = ()
    if len(table.value) > 1 and row["up_to_months"] != case.contract_months:
        between = (reader.at_month(f"{ROOT}/between_steps", case.month, str).used,)
    return _share(row["amount"], shown, used, *between)


def _step(rows: tuple[Row, ...], months: int) -> Row:
    for row in rows:
        if months <= row["up_to_months"]:
            return row
    longest = rows[-1]["up_to_months"]
    raise LawRefused(
        f"contract_months {months} melebihi jenjang terpanjang {longest} bulan; "
        f"isi contract_months {longest} dan sisanya sebagai extension_months."
    )


def _extension(case: PmiCase, reader: Reader) -> Share:
    read = reader.at_month(f"{ROOT}/extension_per_month", case.month, int)
    shown = words(
        "{phase}: {months} bulan × {amount}",
        "{phase}: {months} months × {amount}",
        phase=_said("extension"),
        months=number(case.extension_months),
        amount=rupiah(read.value),
    )
    return _share(read.value * case.extension_months, shown, read.used)


def _jht(case: PmiCase, reader: Reader) -> Share:
    table: Read[tuple[Row, ...]] = reader.at_month(
        f"{ROOT}/jht_choices", case.month, tuple
    )
    for row in table.value:
        if row["lowest"] <= case.jht_idr <= row["highest"]:
            shown = words("pilihan peserta", "chosen by the participant")
            used = replace(table.used, unit="idr", value=row["highest"])
            return Share("JHT", "participant", case.jht_idr, shown, (used,))
    raise LawRefused(
        f"jht {_plain(case.jht_idr)} bukan pilihan iuran JHT pekerja migran; "
        f"pilih: {', '.join(_choice(row) for row in table.value)}."
    )


def _share(amount_idr: int, shown: Words, *used: Used) -> Share:
    return Share(TOGETHER, "participant", amount_idr, shown, used)


def _said(phase: str) -> Words:
    return {
        "before_departure": words("sebelum berangkat", "before departure"),
        "during_and_after": words(
            "selama dan setelah bekerja", "during and after work"
        ),
        "extension": words("perpanjangan", "extension"),
    }[phase]


def _choice(row: Row) -> str:
    low, high = _plain(row["lowest"]), _plain(row["highest"])
    return low if low == high else f"{low} sampai {high}"


def _plain(amount_idr: int) -> str:
    figure: Figure = rupiah(amount_idr)
    return figure.id
