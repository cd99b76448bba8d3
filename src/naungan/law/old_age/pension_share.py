"""What is paid of a pension: the share of a survivor and the bounds, in their order.

Which comes first is not written in any text seen; the book says how it is read,
and where both readings differ the answer names the other amount too.
"""

from fractions import Fraction

from naungan.law.old_age.pension_amount import (
    ON_FORMULA,
    Bounded,
    bounded,
    bounds_order,
    within,
)
from naungan.law.old_age.pension_case import PensionCase
from naungan.law.rounding import times
from naungan.law.words import percent, rupiah, words


def paid_of(case: PensionCase, exact: Fraction) -> Bounded:
    """Give what is paid of a pension, exact, with the bound that bit."""
    reader, draft, when = case.reader, case.draft, case.read_on
    if case.share is None:
        return bounded(reader, draft, when, exact)
    part = case.share.ratio.value
    if bounds_order(reader, when).value == ON_FORMULA:
        kept = bounded(reader, draft, when, exact)
        _say_share(case, kept.exact)
        paid = Bounded(times(kept.exact, part), kept.used)
        other = within(reader, when, times(exact, part))
    else:
        _say_share(case, exact)
        paid = bounded(reader, draft, when, times(exact, part))
        other = times(within(reader, when, exact), part)
    _say_other(case, paid.exact, other)
    return paid


def _say_share(case: PensionCase, basis: Fraction) -> None:
    assert case.share is not None
    part = case.share.ratio
    case.draft.line(
        "share",
        words("Bagian ahli waris", "Share of the survivor"),
        round(times(basis, part.value)),
        words(
            "{r} × {base}",
            "{r} × {base}",
            r=percent(part.value),
            base=rupiah(round(basis)),
        ),
        part.used,
        bounds_order(case.reader, case.read_on).used,
    )


def _say_other(case: PensionCase, chosen: Fraction, other: Fraction) -> None:
    """Name the amount of the other reading of share and bounds, if it differs."""
    if round(chosen) == round(other):
        return
    case.draft.note(
        words(
            "Menurut bacaan lain tentang urutan bagian dan batas, pensiunnya "
            "{other} sebulan; teks yang menentukannya belum terlihat.",
            "By the other reading of the order of share and bounds the pension is "
            "{other} a month; no text that settles it was seen.",
            other=rupiah(round(other)),
        )
    )
