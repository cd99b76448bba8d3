"""JHT: what the account is worth, whether it may be drawn, since when, how much.

The whole balance is paid at the age of Pasal 22, on total disability and on
death; since PP 60/2015 also a month after leaving work, and on leaving Indonesia
for good. After ten years a member who still works may draw a part, once.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.law.answer import Answer, Draft, Used
from naungan.law.benefit_fields import BIRTH_DATE, EVENT_DATE, JOINED, JOINED_ON
from naungan.law.claim.span import months_later
from naungan.law.old_age import account
from naungan.law.old_age.anniversary import age_reached_on
from naungan.law.old_age.causes import CAUSE
from naungan.law.old_age.membership import first_day
from naungan.law.old_age.reading_order import paid_first
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.terms import term
from naungan.law.words import Words, day, number, percent, rupiah, words
from naungan.lib.dates import format_date, month_of


TAKEN_BEFORE: Final = Field(
    "taken_before",
    "yes_no",
    words("sebagian saldo sudah pernah diambil", "a part was drawn before"),
)
FIELDS: Final = (
    EVENT_DATE,
    CAUSE,
    BIRTH_DATE,
    JOINED,
    JOINED_ON,
    TAKEN_BEFORE,
    *account.FIELDS,
)
_PAID_LINES: Final = ("total", "partial", "partial.housing", "partial.other")
RATES: Final = ("contributions/jht/employer_rate", "contributions/jht/worker_rate")
# Ways of leaving work that the text on JHT treats as one: the job was ended.
_LAYOFFS: Final = ("layoff", "contract_cut_short", "contract_expiry", "retirement")


@dataclass(frozen=True)
class Claim:
    """Whether the whole balance may be drawn on a ground, and from which day."""

    ground: str
    from_on: date | None
    used: tuple[Used, ...]


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what JHT pays for one case."""
    event_on = facts.need(EVENT_DATE.name, date)
    reader.refuse_outside(month_of(event_on))
    _check_birth(facts, event_on)
    account.refuse_both_ways(facts)
    draft = Draft()
    cause = _cause(facts, reader, event_on)
    found = account.account_of(facts, reader, draft, RATES, event_on)
    results: dict[str, Any] = {}
    if found is None:
        draft.note(_WITHOUT_BALANCE)
    else:
        results |= {
            "balance": found.balance_idr,
            "contributions": found.paid_idr,
            "returns": found.returns_idr,
        }
    balance = found.balance_idr if found else None
    if cause == "still_working":
        results |= _partial(facts, reader, draft, event_on, balance)
    else:
        results |= _whole(facts, reader, draft, event_on, cause, balance)
    _close(reader, draft, event_on)
    title = words(
        "Manfaat JHT, kejadian {day}", "JHT benefit, event of {day}", day=day(event_on)
    )
    kept = {key: value for key, value in results.items() if value is not None}
    return Answer(
        "benefit",
        title,
        kept,
        paid_first(draft.lines, _PAID_LINES),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


_WITHOUT_BALANCE: Final = words(
    "Saldo tidak disebut, maka jumlahnya tidak dihitung; isi balance, atau deposits "
    "atau wages beserta returns.",
    "No balance was stated, so no amount is given; state balance, or deposits or "
    "wages with returns.",
)


def _check_birth(facts: Facts, event_on: date) -> None:
    birth = facts.get(BIRTH_DATE.name, date)
    if birth is not None and birth > event_on:
        facts.refuse(BIRTH_DATE.name, f"{format_date(birth)} sesudah hari kejadian")


def _cause(facts: Facts, reader: Reader, event_on: date) -> str:
    """Take the cause; without one, age if it was reached, else still working."""
    reached = _full_age_on(facts, reader, event_on)
    old = reached is not None and reached <= event_on
    default, because = (
        ("age", words("karena umurnya sudah sampai", "as the age was reached"))
        if old
        else ("still_working", words("karena tidak disebut", "as nothing was said"))
    )
    return facts.assume(CAUSE.name, default, because)


def _full_age_on(facts: Facts, reader: Reader, event_on: date) -> date | None:
    birth = facts.get(BIRTH_DATE.name, date)
    if birth is None:
        return None
    age = reader.at("benefits/jht/full_payment_age", event_on, int)
    return age_reached_on(birth, age.value)


def _whole(
    facts: Facts,
    reader: Reader,
    draft: Draft,
    event_on: date,
    cause: str,
    balance: int | None,
) -> dict[str, Any]:
    claim = _claim(facts, reader, event_on, cause)
    if claim.from_on is None:
        draft.line("total", _LATER, None, _when(facts, reader, event_on), *claim.used)
        return {"drawable": False, "total": 0}
    draft.line(
        "total",
        words("Yang dibayarkan", "What is paid"),
        balance,
        words(
            "seluruh saldo, sebab {ground}; dapat diambil mulai {day}",
            "the whole balance, because of {ground}; may be drawn from {day}",
            ground=term(claim.ground),
            day=day(claim.from_on),
        ),
        *claim.used,
    )
    return {"drawable": True, "drawable_from": claim.from_on, "total": balance}


_LATER: Final = words("Belum dapat dibayarkan", "Not payable yet")


def _claim(facts: Facts, reader: Reader, event_on: date, cause: str) -> Claim:
    """Say on which ground the whole balance may be drawn; the earliest counts."""
    grounds = reader.at("benefits/jht/grounds", event_on, tuple)
    age = reader.at("benefits/jht/full_payment_age", event_on, int)
    reached = _full_age_on(facts, reader, event_on)
    if reached is not None and reached <= event_on:
        return Claim("age", max(reached, event_on), (grounds.used, age.used))
    ground = "layoff" if cause in _LAYOFFS else cause
    if ground == "age":
        if reached is None:
            facts.need(BIRTH_DATE.name, date)
        return Claim(ground, None, (grounds.used, age.used))
    if ground not in grounds.value:
        return Claim(ground, reached, (grounds.used, age.used))
    if ground not in ("resignation", "layoff"):
        return Claim(ground, event_on, (grounds.used,))
    wait = reader.at("benefits/jht/waiting_months", event_on, int)
    from_on = months_later(event_on, wait.value)
    return Claim(ground, from_on, (grounds.used, wait.used))


def _when(facts: Facts, reader: Reader, event_on: date) -> Words:
    age = reader.at("benefits/jht/full_payment_age", event_on, int)
    reached = _full_age_on(facts, reader, event_on)
    if reached is None:
        return words(
            "dibayarkan pada umur {age} tahun",
            "paid at the age of {age}",
            age=number(age.value),
        )
    return words(
        "umur {age} tahun dicapai pada {day}",
        "the age of {age} is reached on {day}",
        age=number(age.value),
        day=day(reached),
    )


def _partial(
    facts: Facts, reader: Reader, draft: Draft, event_on: date, balance: int | None
) -> dict[str, Any]:
    """Say which part somebody who still works may draw."""
    years = reader.at("benefits/jht/partial/min_membership_years", event_on, int)
    times_ = reader.at("benefits/jht/partial/max_times", event_on, int)
    taken = facts.assume(
        TAKEN_BEFORE.name, False, words("karena tidak disebut", "as nothing was said")
    )
    joined_on = first_day(facts)
    if joined_on is None:
        facts.refuse(JOINED.name, "belum diisi (perlu untuk pengambilan sebagian)")
    since = months_later(joined_on, 12 * years.value)
    used = (years.used, times_.used)
    if taken or since > event_on:
        why = _TAKEN if taken else _too_early(years.value, since)
        draft.line("partial", _LATER, None, why, *used)
        return {"drawable": False, "total": 0}
    draft.line("partial", _MAY, None, _once(since), *used)
    parts: dict[str, Any] = {}
    for purpose in ("housing", "other"):
        parts[purpose] = _part(reader, draft, event_on, purpose, balance)
    return {"drawable": False, "partial": {k: v for k, v in parts.items() if v}}


_PURPOSES: Final = {"housing": "housing", "other": "other_preparation"}
_MAY: Final = words("Pengambilan sebagian saldo", "Drawing a part of the balance")
_TAKEN: Final = words(
    "sudah pernah diambil, dan hanya boleh sekali",
    "it was drawn before, and may be drawn only once",
)


def _too_early(years: int, since: date) -> Words:
    return words(
        "sebagian saldo boleh diambil sesudah {years} tahun, mulai {day}",
        "a part may be drawn after {years} years, from {day}",
        years=number(years),
        day=day(since),
    )


def _once(since: date) -> Words:
    return words(
        "boleh sejak {day}, satu di antara dua, sekali selama menjadi peserta",
        "allowed since {day}, one of the two, once in a membership",
        day=day(since),
    )


def _part(
    reader: Reader, draft: Draft, event_on: date, purpose: str, balance: int | None
) -> int | None:
    ratio = reader.at(f"benefits/jht/partial/{purpose}_ratio", event_on, Decimal)
    label = words(
        "Paling banyak, {what}", "At most, {what}", what=term(_PURPOSES[purpose])
    )
    if balance is None:
        draft.line(
            f"partial.{purpose}",
            label,
            None,
            words("{r} × saldo", "{r} × balance", r=percent(ratio.value)),
            ratio.used,
        )
        return None
    exact = times(balance, ratio.value)
    amount, rounding = reader.rounded("benefit", event_on, exact)
    return draft.line(
        f"partial.{purpose}",
        label,
        amount,
        words(
            "{r} × {balance}",
            "{r} × {balance}",
            r=percent(ratio.value),
            balance=rupiah(balance),
        ),
        ratio.used,
        *rounding,
    )


def _close(reader: Reader, draft: Draft, event_on: date) -> None:
    least = reader.at("benefits/jht/min_return", event_on, str)
    draft.line(
        "min_return",
        words("Hasil pengembangan paling sedikit", "Lowest return"),
        None,
        words("{rule}", "{rule}", rule=term(least.value)),
        least.used,
    )
