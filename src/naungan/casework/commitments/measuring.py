"""Reading the data for promises: each reading added once, with the hash of what was asked.

A snapshot is read once for each publication; records of a day are read again whenever
asked, and written down where they say something new.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import extent, eyes, settling
from naungan.casework.commitments.indicator import (
    Asked,
    Indicator,
    Reading,
    all_indicators,
)
from naungan.casework.commitments.models import Commitment, Measurement
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication


MOST_RUNS: Final = 24
"""How many publications a promise looks back at when it is first measured."""


def indicator_of(one: Commitment) -> Indicator | None:
    """Give the indicator of a promise; None where it has none, or lost it."""
    return all_indicators().get(one.indicator)


def since_of(one: Commitment) -> date | None:
    """Give the day from which what was done counts for a promise."""
    indicator = indicator_of(one)
    if indicator is None or indicator.counts == "level":
        return None
    return one.baseline_on or one.promised_on


def question_of(one: Commitment) -> str:
    """Give the hash of what a promise asks of the data."""
    since = since_of(one)
    return _hash(
        {
            "indicator": one.indicator,
            "region": one.region_code,
            "extent": one.extent,
            "since": since.isoformat() if since else "",
            "reads_as": one.reads_as_id or 0,
        }
    )


def ask(
    one: Commitment,
    reads: Scope,
    day: date,
    publication: Publication | None,
    *,
    is_past: bool = False,
) -> Reading | None:
    """Read the data as the institution whose eyes these are."""
    indicator = indicator_of(one)
    if indicator is None or (indicator.of_snapshot and publication is None):
        return None
    asked = Asked(
        eyes=reads,
        region_code=one.region_code,
        extent=extent.read(one.extent),
        day=day,
        since=since_of(one),
        publication=publication if indicator.of_snapshot else None,
        given_in=one.event_id,
        is_past=is_past,
    )
    return indicator.read(asked)


def measure(one: Commitment, *, by_id: int, today: date) -> Measurement | None:
    """Read the data for a promise now and add what they say; give what was added.

    `by_id` is the institution that writes. From snapshots every publication that was
    not read yet is, oldest first.
    """
    indicator, holder = indicator_of(one), one.reads_as
    if indicator is None or holder is None:
        return None
    with eyes.looking_as(holder) as reads:
        found = list(_readings(one, indicator, reads, today))
    return add(one, found, by_id=by_id, read_on=today)


def look_back(
    one: Commitment, days: Iterable[date], *, by_id: int, today: date
) -> None:
    """Add what the records of today tell of earlier days, for a promise noted late.

    `by_id` is the institution that writes.
    """
    assert one.reads_as is not None
    with eyes.looking_as(one.reads_as) as reads:
        found = [ask(one, reads, day, None, is_past=True) for day in days]
    add(one, [(None, read) for read in found if read], by_id=by_id, read_on=today)


def _readings(
    one: Commitment, indicator: Indicator, reads: Scope, today: date
) -> Iterator[tuple[Publication | None, Reading]]:
    for publication in _unread(one) if indicator.of_snapshot else [None]:
        read = ask(one, reads, today, publication)
        if read is not None:
            yield publication, read


def _unread(one: Commitment) -> Iterable[Publication | None]:
    """Give the publications of a region that a promise was not measured by, oldest first."""
    last = door.newest(one.region_code)
    if last is None:
        return []
    known = Measurement.objects.filter(commitment=one, question=question_of(one))
    done = set(known.values_list("publication_id", flat=True))
    found = reversed(door.lately(last, MOST_RUNS))
    return [publication for publication in found if publication.pk not in done]


def add(
    one: Commitment,
    found: Iterable[tuple[Publication | None, Reading]],
    *,
    by_id: int,
    read_on: date | None,
) -> Measurement | None:
    """Add readings to a promise, and let its row follow; give the last that was added."""
    question = question_of(one)
    added: Measurement | None = None
    confirmed: date | None = None
    for publication, read in found:
        if publication is None:
            confirmed = read.as_of
            if _is_known(settling.newest(one, question), read):
                continue
        added = _row(one, question, publication, read, by_id, read_on or read.as_of)
        added.save(force_insert=True)
    if one.baseline is None:
        _begin(one, question)
    settling.settle(one, question, confirmed)
    return added


def _begin(one: Commitment, question: str) -> None:
    """Take as the first figure that of the last data before the promise.

    Where there were none yet, the first after it; what is counted since a day begins
    at nothing.
    """
    day = one.baseline_on or one.promised_on
    if since_of(one) is not None:
        one.baseline, one.baseline_on = Decimal(0), day
    else:
        rows = Measurement.objects.filter(commitment=one, question=question)
        before = rows.filter(as_of__lte=day).order_by("-as_of", "-pk").first()
        first = before or rows.order_by("as_of", "pk").first()
        if first is None:
            return
        one.baseline, one.baseline_on = first.value, first.as_of
    one.save(update_fields=["baseline", "baseline_on"])


def aim_from_beginning(one: Commitment, gain: Decimal) -> None:
    """Aim a promise at its first figure and so much more, or less where it is negative."""
    if one.baseline is None:
        raise ActRefused(
            "Angka awalnya belum terbaca dari data. Tulis sasarannya sebagai jumlah akhir."
        )
    if one.baseline + gain < 0:
        raise ActRefused("Sasarannya menjadi kurang dari nol. Periksa perubahannya.")
    one.target = one.baseline + gain
    one.save(update_fields=["target"])
    settling.settle(one, question_of(one), one.as_of)


def _is_known(last: Measurement | None, read: Reading) -> bool:
    if last is None or last.as_of > read.as_of:
        return False
    return (last.value, last.of) == (read.value, read.of)


def _row(
    one: Commitment,
    question: str,
    publication: Publication | None,
    read: Reading,
    by_id: int,
    measured_on: date,
) -> Measurement:
    parts = dict(read.parts)
    answer = {
        "question": question,
        "publication": publication.folder if publication else "",
        "as_of": read.as_of.isoformat(),
        "value": str(read.value),
        "of": read.of,
        "parts": parts,
    }
    return Measurement(
        commitment=one,
        institution_id=by_id,
        publication=publication,
        measured_on=measured_on,
        as_of=read.as_of,
        value=read.value,
        of=read.of,
        parts=parts,
        question=question,
        sha256=_hash(answer),
    )


def _hash(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
