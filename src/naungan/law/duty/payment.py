"""The duty of paying: which due months are unpaid, since when, beyond which grace."""

from typing import Final

from naungan.law.due import due_day, newest_overdue, overdue_months
from naungan.law.duty.situation import (
    BROKEN,
    MET,
    UNKNOWN,
    Found,
    Situation,
    day_after,
    found,
)
from naungan.law.words import Words, month as month_words, number, words


_CODE: Final = {
    "PU": "pay_contributions",
    "NON_ASN": "pay_contributions",
    "BPU": "self_employed_pay",
}
CODES: Final = frozenset(_CODE.values())
"""The duties of paying, of employers and of participants."""

_GRACE: Final = "participation/arrears/grace_months"
_GRACES: Final = {"PU": "pu", "NON_ASN": "pu", "BPU": "bpu"}

_WITHIN: Final = words(
    "belum lebih dari {row} berturut-turut", "not more than {row} in a row"
)
_EMPLOYER_FIRST: Final = words(
    "lebih dari {row} berturut-turut: pemberi kerja membayar manfaat lebih dahulu",
    "more than {row} in a row: the employer pays benefits first",
)
_BEYOND: Final = {
    "PU": _EMPLOYER_FIRST,
    "NON_ASN": _EMPLOYER_FIRST,
    "BPU": words(
        "lebih dari {row} berturut-turut: tidak ada hak atas manfaat",
        "more than {row} in a row: no benefit is due",
    ),
}


def payment(situation: Situation) -> Found | None:
    """Check that due months are paid; None where the law has no monthly due day."""
    if situation.segment not in _CODE or not situation.registered:
        return None
    code = _CODE[situation.segment]
    months = unpaid_months(situation)
    if months is None:
        why = words(
            "paid_until atau unpaid belum diisi", "paid_until or unpaid is not stated"
        )
        return found(situation, code, UNKNOWN, why)
    if not months:
        why = words(
            "tidak ada bulan jatuh tempo yang belum dibayar",
            "no due month is unpaid",
        )
        return found(situation, code, MET, why)
    due = due_day(situation.segment, _first(situation), months[0], situation.reader)
    grace = situation.reader.at(
        f"{_GRACE}/{_GRACES[situation.segment]}", situation.day, int
    )
    beyond = longest_run(months) > grace.value
    return found(
        situation,
        code,
        BROKEN,
        _said(situation.segment, months, due.words, grace.value, beyond),
        since=day_after(due.on),
        due_on=due.on,
        used=(*due.used, grace.used),
    )


def unpaid_months(situation: Situation) -> tuple[int, ...] | None:
    """Give the unpaid months whose due day has passed; None where nothing says."""
    facts, reader, day = situation.facts, situation.reader, situation.day
    programme = _first(situation)
    stated = facts.get("unpaid", tuple)
    if stated is not None:
        return overdue_months(situation.segment, programme, stated, day, reader)
    paid_until = facts.get("paid_until", int)
    if paid_until is None:
        return None
    newest = newest_overdue(situation.segment, programme, day, reader)
    return tuple(range(paid_until + 1, newest + 1))


def longest_run(months: tuple[int, ...]) -> int:
    """Count the longest run of months in a row among sorted months."""
    best = run = 0
    for place, one in enumerate(months):
        run = run + 1 if place and months[place - 1] == one - 1 else 1
        best = max(best, run)
    return best


def _first(situation: Situation) -> str:
    return situation.programmes.obligatory[0]


def _said(
    segment: str, months: tuple[int, ...], due: Words, grace: int, beyond: bool
) -> Words:
    row = words("{grace} bulan", "{grace} months", grace=number(grace))
    pattern = _BEYOND[segment] if beyond else _WITHIN
    return words(
        "{count} bulan belum dibayar sejak {first} ({due}); {consequence}",
        "{count} months unpaid since {first} ({due}); {consequence}",
        count=number(len(months)),
        first=month_words(months[0]),
        due=due,
        consequence=words(pattern.id, pattern.en, row=row),
    )
