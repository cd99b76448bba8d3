"""The fine on a pension contribution of which part was put off in the pandemic.

What is paid goes first to the share that was due at once (PP 49/2020 Pasal 17);
the rest was due by a day of its own and is fined from that day on.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from naungan.law.fine.late import LateFine, Part, fine_since, late_fine
from naungan.law.fine.rate import deferred_rate
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.lib.dates import month_end


def is_deferred(programme: str, month: int, reader: Reader) -> bool:
    """Tell whether part of a programme's month could be put off."""
    path = "reliefs/covid/jp_now_share"
    return programme == "JP" and reader.find_at_month(path, month, Decimal) is not None


def deferred_fine(
    month: int,
    amount_idr: int,
    parts: Sequence[Part],
    reader: Reader,
    handed_over_on: date | None,
) -> LateFine:
    """Fine both shares, each from its own day, rounded each by itself."""
    share = reader.at_month("reliefs/covid/jp_now_share", month, Decimal)
    end = reader.at_month("reliefs/covid/jp_deferred_end", month, date)
    now, _ = reader.rounded(
        "contribution", month_end(month), times(amount_idr, share.value)
    )
    first, rest = _split(parts, now)
    at_once = late_fine("PU", "JP", month, first, reader, handed_over_on=handed_over_on)
    rate = deferred_rate(month, reader)
    later = fine_since(
        end.value,
        [(one, rate) for one in rest],
        reader,
        handed_over_on=handed_over_on,
    )
    return LateFine(
        at_once.since,
        (*at_once.parts, *later.parts),
        at_once.fine_idr + later.fine_idr,
        (*at_once.used, share.used, end.used, *later.used),
        at_once.due,
    )


def _split(parts: Sequence[Part], now: int) -> tuple[list[Part], list[Part]]:
    first: list[Part] = []
    rest: list[Part] = []
    for one in parts:
        taken = min(one.amount_idr, now)
        now -= taken
        if taken:
            first.append(Part(taken, one.paid_on))
        if one.amount_idr > taken:
            rest.append(Part(one.amount_idr - taken, one.paid_on))
    return first, rest
