"""Figures that cannot both be right: sources against each other, parts against sums."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from naungan.engine.published.figure import ALL, Figure
from naungan.engine.published.rounding import (
    Span,
    count_span,
    printed_span,
    share_span,
)
from naungan.engine.published.wording import number, percent


PARTS = ("PU", "BPU", "JAKON")
"""The segments that make up everybody, with PMI where it is printed."""

PMI = "PMI"


@dataclass(frozen=True)
class Contradiction:
    """Figures that do not go together, a stable code and a sentence."""

    code: str
    figures: tuple[Figure, ...]
    reason: str


@dataclass(frozen=True)
class _Quantity:
    code: str
    name: str
    span: Callable[[Figure], Span | None]
    text: Callable[[Figure], str]


def _covered(figure: Figure) -> Span | None:
    if figure.covered is None:
        return None
    return count_span(figure.covered, approximate=figure.approximate)


def _denominator(figure: Figure) -> Span | None:
    if figure.denominator is None:
        return None
    return count_span(figure.denominator, approximate=figure.approximate)


def _percentage(figure: Figure) -> Span | None:
    return printed_span(figure) or share_span(figure)


def _percentage_text(figure: Figure) -> str:
    if figure.percent is None:
        assert figure.covered is not None
        assert figure.denominator is not None
        computed = Fraction(figure.covered * 100, figure.denominator)
        return f"{percent(computed, 2)} (dihitung)"
    sign = {"above": "di atas ", "below": "di bawah ", None: ""}[figure.bound]
    return sign + percent(Fraction(figure.percent), 2)


_QUANTITIES = (
    _Quantity("percent_differs", "Persentase", _percentage, _percentage_text),
    _Quantity(
        "covered_differs",
        "Jumlah terlindungi",
        _covered,
        lambda figure: number(figure.covered),
    ),
    _Quantity(
        "denominator_differs",
        "Penyebut",
        _denominator,
        lambda figure: number(figure.denominator),
    ),
)


def contradictions(figures: Iterable[Figure]) -> list[Contradiction]:
    """Find every contradiction, in the order of the rows."""
    read = list(figures)
    found = [*_between_sources(read), *_parts_and_sums(read)]
    return sorted(found, key=lambda one: (one.figures[0].row, one.code))


def _between_sources(figures: list[Figure]) -> Iterator[Contradiction]:
    """Compare figures of one region, segment and month (or bare year)."""
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.region_code, figure.as_of.period, figure.segment].append(figure)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _may_speak_of_the_same(one, other):
                yield from _compare(one, other)


def _may_speak_of_the_same(one: Figure, other: Figure) -> bool:
    """Leave out one source that reports two days of a month: that is progress."""
    return one.source_url != other.source_url or one.as_of == other.as_of


def _compare(one: Figure, other: Figure) -> Iterator[Contradiction]:
    for quantity in _QUANTITIES:
        mine, theirs = quantity.span(one), quantity.span(other)
        if mine is None or theirs is None or mine.meets(theirs):
            continue
        reason = (
            f"{quantity.name} {one.place} berbeda: {quantity.text(one)} "
            f"({one.source_host}) dan {quantity.text(other)} ({other.source_host})."
        )
        yield Contradiction(quantity.code, (one, other), reason)


def _parts_and_sums(figures: list[Figure]) -> Iterator[Contradiction]:
    """Compare each total with the segments printed beside it on the same page."""
    pages: dict[tuple[str, str, str], dict[str, Figure]] = defaultdict(dict)
    for figure in figures:
        page = pages[figure.region_code, figure.as_of.text, figure.source_url]
        page.setdefault(figure.segment, figure)
    for page in pages.values():
        if ALL in page and all(segment in page for segment in PARTS):
            yield from _add_up(page)


def _add_up(page: dict[str, Figure]) -> Iterator[Contradiction]:
    total = page[ALL]
    parts = [page[segment] for segment in (*PARTS, PMI) if segment in page]
    for quantity in _QUANTITIES[1:]:
        whole = quantity.span(total)
        spans = [quantity.span(part) for part in parts]
        if whole is None or None in spans:
            continue
        added = _added([span for span in spans if span is not None])
        # Without PMI the parts may fall short of the total, but not exceed it.
        fits = whole.meets(added) or (PMI not in page and _below(added, whole))
        if fits:
            continue
        names = " + ".join(part.segment for part in parts)
        reason = (
            f"{quantity.name} {total.place}: {names} berjumlah "
            f"{_middle(added)}, padahal tercetak {quantity.text(total)}."
        )
        yield Contradiction("segments_do_not_add", (total, *parts), reason)


def _added(spans: list[Span]) -> Span:
    low = sum((span.low for span in spans), Fraction(0))
    high = sum((span.high or span.low for span in spans), Fraction(0))
    return Span(low, high)


def _below(one: Span, other: Span) -> bool:
    return one.high is not None and one.high < other.low


def _middle(span: Span) -> str:
    return number(round((span.low + (span.high or span.low)) / 2))
