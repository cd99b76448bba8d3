"""A question about a fine, answered line by line."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.law.answer import Answer, Draft
from naungan.law.fine import administrative
from naungan.law.fine.delay import past_the_book
from naungan.law.fine.late import LateFine, Part, fine_since, late_fine
from naungan.law.fine.rate import deferred_rate
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.words import day, month as month_figure, rupiah, words
from naungan.lib.dates import month_end


STATED: Final = (
    "type",
    "segment",
    "programme",
    "month",
    "amount",
    "paid_on",
    "payments",
    "labour_intensive",
    "deferred",
    "handed_over_on",
)
_PLAIN: Final = words("karena tidak disebut", "as none was given")
_NO_FINE: Final = words(
    "Keterlambatan bukan penerima upah tidak didenda; akibatnya hak atas manfaat "
    "tertahan, lalu gugur.",
    "The self-employed pay no fine for delay; instead their benefits are held back "
    "and then lost.",
)


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer a question about a late fine or, of that type, an administrative one."""
    if facts.get("type", str) == "administrative":
        return administrative.answer(facts, reader)
    facts.only(STATED, "denda keterlambatan")
    month = facts.need("month", int)
    reader.refuse_outside(month)
    assume(facts, reader)
    draft = Draft()
    results = _deferred(facts, draft, reader) or _undeferred(facts, draft, reader)
    return Answer(
        "fine",
        words(
            "Denda keterlambatan {programme}, iuran {month}",
            "Late fine on {programme}, contribution of {month}",
            programme=facts.need("programme", str),
            month=month_figure(month),
        ),
        results,
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


def assume(facts: Facts, reader: Reader) -> None:
    """Say what is taken of a late payment: its segment, and law that is not yet made."""
    facts.assume("segment", "PU", _PLAIN)
    beyond = past_the_book(facts.need("paid_on", date), reader)
    if beyond is not None:
        facts.assumed.append(beyond)


def _undeferred(facts: Facts, draft: Draft, reader: Reader) -> dict[str, Any]:
    fine = _fined(facts, _parts(facts), reader)
    _write(draft, fine, "")
    _total(draft, facts.need("amount", int), fine.fine_idr)
    if _segment(facts) == "BPU":
        draft.note(_NO_FINE)
    return _results(fine, facts.need("amount", int))


def _deferred(facts: Facts, draft: Draft, reader: Reader) -> dict[str, Any] | None:
    """Fine the share due at once and the share put off, each from its own day."""
    if not facts.get("deferred", bool):
        return None
    month, amount = facts.need("month", int), facts.need("amount", int)
    share = reader.find_at_month("reliefs/covid/jp_now_share", month, Decimal)
    if share is None or facts.need("programme", str) != "JP" or facts.has("payments"):
        facts.refuse(
            "deferred",
            "hanya untuk iuran JP Agustus 2020 sampai Januari 2021 tanpa payments",
        )
    now, rounded = reader.rounded(
        "contribution", month_end(month), times(amount, share.value)
    )
    paid_on = facts.need("paid_on", date)
    done_by = reader.at_month("reliefs/covid/jp_deferred_end", month, date)
    begun_by = reader.at_month("reliefs/covid/jp_deferred_start", month, date)
    first = _fined(facts, [Part(now, paid_on)], reader)
    rest = fine_since(
        done_by.value,
        [(Part(amount - now, paid_on), deferred_rate(month, reader))],
        reader,
        handed_over_on=facts.get("handed_over_on", date),
    )
    draft.line("now", _NOW, now, None, share.used, *rounded)
    _write(draft, first, "")
    put_off = words(
        "dicicil mulai paling lambat {start}, lunas paling lambat {end}",
        "paid from {start} at the latest, in full by {end}",
        start=day(begun_by.value),
        end=day(done_by.value),
    )
    draft.line("deferred", _LATER, amount - now, put_off, begun_by.used, done_by.used)
    _write(draft, rest, "deferred.")
    together = first.fine_idr + rest.fine_idr
    _total(draft, amount, together)
    return {
        **_results(first, now),
        "fine": together,
        "contribution": amount,
        "total": amount + together,
        "now": _results(first, now),
        "deferred": _results(rest, amount - now),
    }


_NOW: Final = words("Bagian yang dibayar segera", "Share to be paid at once")
_LATER: Final = words("Bagian yang ditunda", "Share that is put off")


def _fined(facts: Facts, parts: list[Part], reader: Reader) -> LateFine:
    return late_fine(
        _segment(facts),
        facts.need("programme", str),
        facts.need("month", int),
        parts,
        reader,
        labour_intensive=bool(facts.get("labour_intensive", bool)),
        handed_over_on=facts.get("handed_over_on", date),
    )


def _segment(facts: Facts) -> str:
    return facts.get("segment", str) or "PU"


def _parts(facts: Facts) -> list[Part]:
    """Split the contribution into what was paid earlier and the rest."""
    amount, last = facts.need("amount", int), facts.need("paid_on", date)
    paid = [
        Part(one.need("amount", int), one.need("paid_on", date))
        for one in facts.records("payments")
    ]
    left = amount - sum(one.amount_idr for one in paid)
    if left < 0:
        facts.refuse("payments", f"melebihi iurannya sebesar {-left} rupiah")
    for one in paid:
        if one.paid_on > last:
            facts.refuse("payments", f"bertanggal {one.paid_on}, sesudah paid_on")
    return [*paid, Part(left, last)] if left or not paid else paid


def _write(draft: Draft, fine: LateFine, prefix: str) -> None:
    if fine.due is not None:
        draft.line(f"{prefix}due_on", _DUE, None, fine.due.words, *fine.due.used)
    for one in fine.parts:
        draft.line(
            f"{prefix}months_late", _DELAY, None, one.delay.words, *one.delay.used
        )
    draft.line(f"{prefix}fine", _FINE, fine.fine_idr, fine.words, *fine.used)


def _total(draft: Draft, amount_idr: int, fine_idr: int) -> None:
    sum_of = words(
        "{amount} + {fine}",
        "{amount} + {fine}",
        amount=rupiah(amount_idr),
        fine=rupiah(fine_idr),
    )
    draft.line("total", _TOTAL, amount_idr + fine_idr, sum_of)


_DUE: Final = words("Hari jatuh tempo", "Due day")
_DELAY: Final = words("Keterlambatan", "Delay")
_FINE: Final = words("Denda keterlambatan", "Late fine")
_TOTAL: Final = words("Iuran dan denda", "Contribution and fine")


def _results(fine: LateFine, amount_idr: int) -> dict[str, Any]:
    return {
        "due_on": fine.since,
        "months_late": fine.months,
        "rate": fine.parts[-1].rate.monthly,
        "fine": fine.fine_idr,
        "contribution": amount_idr,
        "total": amount_idr + fine.fine_idr,
    }
