"""Each printed percentage against the counts printed beside it.

`docs/explanation/tercetak-dan-terhitung.md` explains the rule for readers.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from naungan.engine.published.figure import Figure
from naungan.engine.published.rounding import (
    HUNDRED,
    Span,
    cut_span,
    decimals,
    printed_span,
    share,
    share_span,
)
from naungan.engine.published.wording import number, percent


IMPLAUSIBLE_TARGET: Final = 2
"""A target is doubted when the result is at least this many times as high."""


@dataclass(frozen=True)
class Failure:
    """A figure that cannot be right as printed: a stable code and a sentence."""

    figure: Figure
    code: str
    computed: Fraction | None
    reason: str


@dataclass(frozen=True)
class Unchecked:
    """A figure whose percentage cannot be computed again, and why."""

    figure: Figure
    code: str
    reason: str


UNCHECKED_REASONS: Final = {
    "nothing_printed": "Tidak ada angka pada baris ini, hanya catatan.",
    "percent_missing": "Jumlahnya tercetak tanpa persentase; tidak ada yang diuji.",
    "counts_missing": (
        "Persentasenya tercetak tanpa jumlah terlindungi dan tanpa penyebut."
    ),
    "covered_missing": "Jumlah terlindungi tidak tercetak.",
    "denominator_missing": "Penyebut tidak tercetak.",
    "bound_only": "Hanya batas yang tercetak, tanpa jumlah.",
}
"""Why a row cannot be checked, by code."""


def failures(figure: Figure) -> list[Failure]:
    """Judge one figure by itself; empty when nothing speaks against it."""
    found = [_division(figure), _above_everybody(figure), _target(figure)]
    return [failure for failure in found if failure is not None]


def is_checked(figure: Figure) -> bool:
    """Tell whether a printed percentage stands beside both of its counts."""
    return figure.percent is not None and figure.has_counts


def unchecked(figure: Figure) -> Unchecked | None:
    """Say why the percentage of a figure cannot be computed again."""
    if is_checked(figure):
        return None
    code = _missing(figure)
    return Unchecked(figure, code, UNCHECKED_REASONS[code])


def _missing(figure: Figure) -> str:
    if figure.percent is None:
        empty = figure.covered is None and figure.denominator is None
        return "nothing_printed" if empty else "percent_missing"
    if figure.covered is None and figure.denominator is None:
        return "counts_missing" if figure.bound is None else "bound_only"
    return "covered_missing" if figure.covered is None else "denominator_missing"


def _division(figure: Figure) -> Failure | None:
    allowed, reached, exact = printed_span(figure), share_span(figure), share(figure)
    if allowed is None or reached is None or exact is None or allowed.meets(reached):
        return None
    assert figure.percent is not None
    places = max(2, decimals(figure.percent))
    sum_text = (
        f"{number(figure.covered)} dari {number(figure.denominator)} adalah "
        f"{percent(exact, places)}"
    )
    printed = percent(Fraction(figure.percent), decimals(figure.percent))
    if figure.bound is not None:
        side = "di atas" if figure.bound == "above" else "di bawah"
        reason = f"{sum_text}, padahal tercetak {side} {printed}."
        return Failure(figure, "bound_broken", exact, reason)
    if cut_span(figure.percent).meets(reached):
        reason = f"{sum_text}; {printed} hanya cocok bila dipotong, bukan dibulatkan."
        return Failure(figure, "only_if_cut", exact, reason)
    reason = f"{sum_text}, padahal tercetak {printed}{_leeway(figure, reached)}."
    return Failure(figure, "does_not_divide", exact, reason)


def _leeway(figure: Figure, reached: Span) -> str:
    if not figure.approximate or reached.high == reached.low:
        return ""
    assert reached.high is not None
    return (
        f"; dengan pembulatan jumlahnya pun hanya {percent(reached.low, 2)} sampai "
        f"{percent(reached.high, 2)}"
    )


def _above_everybody(figure: Figure) -> Failure | None:
    reached = share_span(figure)
    by_counts = reached is not None and reached.low > HUNDRED
    by_print = figure.percent is not None and figure.percent > HUNDRED
    if not by_counts and not by_print:
        return None
    exact = share(figure)
    shown = exact if exact is not None else Fraction(figure.percent or 0)
    reason = (
        f"Cakupan {percent(shown, 2)} melebihi 100: penyebut terlalu kecil atau "
        "peserta dihitung menurut tempat kerja."
    )
    return Failure(figure, "above_hundred", exact, reason)


def _target(figure: Figure) -> Failure | None:
    if figure.target is None:
        return None
    if not 0 < figure.target <= HUNDRED:
        reason = f"Target {percent(Fraction(figure.target), 2)} tidak mungkin."
        return Failure(figure, "target_impossible", share(figure), reason)
    result = figure.percent if figure.bound is None else None
    if result is None or result < figure.target * IMPLAUSIBLE_TARGET:
        return None
    reason = (
        f"Target {percent(Fraction(figure.target), 2)} jauh di bawah capaian "
        f"{percent(Fraction(result), 2)}; kemungkinan salah tulis."
    )
    return Failure(figure, "target_below_result", share(figure), reason)
