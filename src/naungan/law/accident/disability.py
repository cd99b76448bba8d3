"""Lasting disability: parts of the body by the annex, lost function, or total."""

from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Final

from naungan.law.answer import Used
from naungan.law.claim.case import Case, row_used
from naungan.law.question import Facts, Field
from naungan.law.reader import Read
from naungan.law.rounding import times
from naungan.law.source.unit import Row
from naungan.law.words import Words, number, percent, rupiah, words


LOSSES: Final = Field(
    "losses",
    "records",
    words("bagian tubuh yang cacat", "parts of the body disabled"),
    parts=(
        Field(
            "part",
            "text",
            words(
                "kode bagian tubuh dari tabel persentase cacat sebagian",
                "code of the part in the table of partial disability",
            ),
        ),
        Field(
            "count",
            "count",
            words(
                "banyaknya jari, atau langkah 10 desibel atau 10 persen",
                "number of fingers, or steps of 10 decibels or 10 per cent",
            ),
        ),
        Field(
            "lost",
            "ratio",
            words(
                "bagian fungsi yang hilang, bila bukan seluruh bagian tubuh",
                "share of function lost, where the part itself is not lost",
            ),
        ),
    ),
)
LEFT_HANDED: Final = Field(
    "left_handed", "yes_no", words("pekerja kidal", "left-handed")
)
_SWAPPED: Final = words(
    "Persen kanan dan kiri bertukar bagi pekerja kidal (satu sumber).",
    "Right and left percentages swap for a left-handed worker (one source).",
)


def total_disability(case: Case, wage_idr: int) -> int:
    """Write the benefit for total permanent disability."""
    ratio = case.at("jkk/disability/total_ratio", Decimal)
    label = words("Santunan cacat total tetap", "Total permanent disability")
    return share_of_wages(case, "disability", label, ratio, wage_idr)


def share_of_wages(
    case: Case, key: str, label: Words, ratio: Read[Decimal], wage_idr: int
) -> int:
    """Write a share of the multiple of the wage: 60% × 80 × the wage."""
    multiple = case.at("jkk/wage_multiple", int)
    amount, rounding = case.whole(times(ratio.value, multiple.value, wage_idr))
    arithmetic = words(
        "{ratio} × {multiple} × {wage}",
        "{ratio} × {multiple} × {wage}",
        ratio=percent(ratio.value),
        multiple=number(multiple.value),
        wage=rupiah(wage_idr),
    )
    used = (ratio.used, multiple.used, *rounding)
    return case.draft.line(key, label, amount, arithmetic, *used)


def partial_disability(case: Case, wage_idr: int) -> int:
    """Write each loss with its share, then the benefit for all of them together."""
    losses = case.facts.records("losses")
    if not losses:
        case.facts.refuse("losses", "belum diisi; tulis bagian tubuh yang cacat")
    shares = [_share(case, one, place) for place, one in enumerate(losses, start=1)]
    ceiling = case.at("jkk/disability/cumulative_ceiling", Decimal)
    together = sum(shares, start=Fraction(0))
    counted = min(together, Fraction(ceiling.value))
    multiple = case.at("jkk/wage_multiple", int)
    amount, rounding = case.whole(times(counted, multiple.value, wage_idr))
    used: tuple[Used, ...] = (multiple.used, *rounding)
    if together > counted:
        used = (ceiling.used, *used)
        case.draft.note(_above(together, ceiling.value))
    label = words("Santunan cacat sebagian", "Partial disability")
    arithmetic = words(
        "{share} × {multiple} × {wage}",
        "{share} × {multiple} × {wage}",
        share=percent(_decimal(counted)),
        multiple=number(multiple.value),
        wage=rupiah(wage_idr),
    )
    return case.draft.line("disability", label, amount, arithmetic, *used)


def _share(case: Case, loss: Facts, place: int) -> Fraction:
    table: Read[tuple[Row, ...]] = case.at("jkk/disability/parts", tuple)
    row = _row(case, loss, table.value)
    count = loss.get("count", int)
    count = 1 if count is None else count
    lost = loss.get("lost", Decimal)
    if lost is not None and lost > 1:
        loss.refuse(
            "lost", f"{lost} lebih dari seluruh fungsi; tulis paling banyak 100%"
        )
    ratio = row["ratio"]
    assert isinstance(ratio, Decimal)
    share = times(ratio, count, 1 if lost is None else lost)
    rule = "anatomical_rule" if lost is None else "functional_rule"
    label = words(
        "{part}: {share}",
        "{part}: {share}",
        part=Words(str(row["name"]), str(row["name_en"])),
        share=percent(_decimal(share)),
    )
    used = (
        row_used(table, row, "ratio"),
        case.at(f"jkk/disability/{rule}", str).used,
    )
    arithmetic = _steps(ratio, count, lost)
    case.draft.line(f"disability.{place}", label, None, arithmetic, *used)
    return share


def _row(case: Case, loss: Facts, rows: tuple[Row, ...]) -> Row:
    part = loss.need("part", str)
    if case.facts.get("left_handed", bool):
        part = _swapped(part)
        case.draft.note(_SWAPPED)
    for row in rows:
        if row["part"] == part:
            return row
    known = [str(row["part"]) for row in rows]
    near = get_close_matches(part, known, 1)
    hint = f"mungkin {near[0]}; " if near else ""
    return loss.refuse(
        "part", f"'{part}' tidak dikenal; {hint}pilih: {', '.join(known)}"
    )


def _swapped(part: str) -> str:
    sides = {"right": "left", "left": "right"}
    return "_".join(sides.get(word, word) for word in part.split("_"))


def _steps(ratio: Decimal, count: int, lost: Decimal | None) -> Words | None:
    if count == 1 and lost is None:
        return None
    whole = words("{ratio}", "{ratio}", ratio=percent(ratio))
    if count != 1:
        whole = words("{n} × {ratio}", "{n} × {ratio}", n=number(count), ratio=whole)
    if lost is None:
        return whole
    return words(
        "{lost} fungsi hilang × {whole}",
        "{lost} of function lost × {whole}",
        lost=percent(lost),
        whole=whole,
    )


def _above(together: Fraction, ceiling: Decimal) -> Words:
    return words(
        "Jumlah persen semua cacat {together} dibatasi {ceiling}, sebesar cacat total "
        "tetap; pasal batas ini belum terlihat.",
        "All disabilities together are {together}, limited to {ceiling} as for total "
        "disability; no article for this limit was seen.",
        together=percent(_decimal(together)),
        ceiling=percent(ceiling),
    )


def _decimal(share: Fraction) -> Decimal:
    """Make a decimal of a product of decimals, which has one exactly."""
    return Decimal(share.numerator) / Decimal(share.denominator)
