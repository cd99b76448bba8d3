"""Plans that choose their base alike, compiled into columns of rates and caps."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import numpy as np

from naungan.law.columns.contribution_plan import Plan
from naungan.law.columns.exact import (
    NO_CAP,
    Column,
    Rates,
    by_slices,
    capped,
    picked,
    rates,
)
from naungan.law.contributions.pu import FROM
from naungan.law.contributions.share import PAYERS, Share, Term


Part = tuple[str, str]
"""A programme and a part of its contribution: ("JHT", "worker")."""

CONFIDENCE: Final = "confidence"

_NOW: Final = ("JP", "now")
_DEFERRED: Final = ("JP", "deferred")


class Sheet:
    """One group of plans as arrays by plan, ready to be applied to rows."""

    def __init__(self, plans: Sequence[Plan], *, confidence: bool) -> None:
        """Compile plans that share their bands and tiers; at least one."""
        self._plans = plans
        self._confidence = confidence
        self._multiplier = _column([one.multiplier for one in plans])
        self._bands = np.array(plans[0].bands, dtype=np.int64)
        self._terms = self._compiled()
        self._flat = self._constants()
        self._waits = _column([one.jp_now is not None for one in plans])
        self._now: Rates | None = None
        if self._waits.any():
            self._now = self._rates([one.jp_now or Decimal(0) for one in plans])
        self._parts_known = _column(
            [all(term.counted for term in one.terms) for one in plans]
        )
        self._uncounted = {_NOW, _DEFERRED, *((one, "kept") for one in FROM)}

    def of(self, amount: Column, key: Column) -> dict[str, Any]:
        """Count rows: an int64 column, or one number for all of them, by name."""
        base = amount
        if bool((self._multiplier != 1).any()):
            base = amount * picked(self._multiplier, key)
        place = None
        if self._bands.size:
            place = np.searchsorted(self._bands[:, 0], base, side="right") - 1
            base = self._bands[place, 1]
        parts = {
            part: made.of(capped(base, caps, key), key)
            for part, (made, caps) in self._terms.items()
        }
        parts |= {part: picked(column, key) for part, column in self._flat.items()}
        for programme in self._plans[0].tiers:
            parts[programme, "employer"] = self._sliced(programme, base)[0]
        parts |= self._derived(parts, key)
        results = self._named(parts, key)
        if self._confidence:
            results[CONFIDENCE] = self._doubts(base, place, key, parts)
        return results

    def _compiled(self) -> dict[Part, tuple[Rates, Column]]:
        by_plan = [
            {(one.programme, one.part): one for one in plan.terms}
            for plan in self._plans
        ]
        parts = dict.fromkeys(part for terms in by_plan for part in terms)
        return {
            part: (
                self._rates([_ratio(terms.get(part)) for terms in by_plan]),
                _column([_cap(terms.get(part)) for terms in by_plan]),
            )
            for part in parts
        }

    def _constants(self) -> dict[Part, Column]:
        sums = [_summed(plan.flat) for plan in self._plans]
        parts = dict.fromkeys(part for one in sums for part in one)
        return {part: _column([one.get(part, 0) for one in sums]) for part in parts}

    def _rates(self, ratios: Sequence[Decimal]) -> Rates:
        return rates(ratios, [one.rule for one in self._plans])

    def _sliced(self, programme: str, base: Column) -> tuple[Column, Any]:
        """Take each slice of a contract by its rate; the plans share rates and rule."""
        tiers = self._plans[0].tiers[programme]
        starts, ratios = [one for one, _ in tiers], [rate for _, rate in tiers]
        return by_slices(base, starts, ratios, self._plans[0].rule)

    def _derived(self, parts: Mapping[Part, Any], key: Column) -> dict[Part, Any]:
        """Divide what is owed already: what is paid now, what JKP leaves."""
        made: dict[Part, Any] = {}
        if self._now is not None:
            whole = _pension(parts)
            made[_NOW] = self._now.of(whole, key)
            waits = picked(self._waits, key)
            made[_DEFERRED] = (whole - made[_NOW]) * waits
        for source, name in FROM.items():
            taken = self._terms.get(("JKP", name))
            if taken is not None and bool(taken[0].twice.any()):
                part = parts["JKP", name]
                whole = parts[source, "employer"]
                made[source, "kept"] = (whole - part) * (part > 0)
        return made

    def _named(self, parts: Mapping[Part, Any], key: Column) -> dict[str, Any]:
        """Name the parts as results are, with the totals of programmes and payers."""
        named: dict[str, Any] = {}
        totals: dict[str, Any] = {}
        for (programme, part), column in parts.items():
            stem = programme.lower().replace("+", "_")
            named[f"{stem}_{part}"] = column
            if (programme, part) not in self._uncounted:
                totals[f"{stem}_total"] = totals.get(f"{stem}_total", 0) + column
            if part in PAYERS:
                totals[part] = totals.get(part, 0) + column
                totals["total"] = totals.get("total", 0) + column
        if "jkp_total" in totals and not self._parts_known.all():
            totals["jkp_total"] = totals["jkp_total"] * picked(self._parts_known, key)
        return {**named, **totals}

    def _doubts(
        self, base: Column, place: Any, key: Column, parts: Mapping[Part, Any]
    ) -> Column:
        """Rank the least sure of everything that each row read."""
        ranks = np.zeros(len(base), dtype=np.int64)
        ranks += picked(_column([one.doubt for one in self._plans]), key)
        if place is not None:
            bands = _column([one.band_doubt for one in self._plans])
            ranks = np.maximum(ranks, picked(bands, key) * (place > 0))
        rounding = picked(_column([one.rounding_doubt for one in self._plans]), key)
        for made, caps in self._terms.values():
            bitten = made.bites(capped(base, caps, key), key)
            ranks = np.maximum(ranks, rounding * bitten)
        if self._now is not None:
            ranks = np.maximum(ranks, rounding * self._now.bites(_pension(parts), key))
        for programme in self._plans[0].tiers:
            bitten = self._sliced(programme, base)[1]
            ranks = np.maximum(ranks, rounding * bitten)
        return ranks


def _pension(parts: Mapping[Part, Any]) -> Column:
    """Add up what both pay for the pension; 0 for rows without it."""
    whole: Column = parts["JP", "employer"] + parts["JP", "worker"]
    return whole


def _ratio(term: Term | None) -> Decimal:
    return Decimal(0) if term is None else term.ratio


def _cap(term: Term | None) -> int:
    return NO_CAP if term is None or term.cap is None else term.cap.value


def _summed(shares: Sequence[Share]) -> dict[Part, int]:
    """Add up the parts of one programme that have the same name."""
    found: dict[Part, int] = {}
    for one in shares:
        part = (one.programme, one.part)
        found[part] = found.get(part, 0) + one.amount_idr
    return found


def _column(values: Sequence[int]) -> Column:
    return np.array(values, dtype=np.int64)
