"""Writing a promise down, saying it anew, and ending it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import (
    access,
    extent,
    eyes,
    kinds,
    measuring,
    settling,
    states,
)
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment, Revision
from naungan.casework.coordination.models import Event, Recommendation
from naungan.casework.protection.models import Scheme
from naungan.lib import regions


NONE: Final = Extent()
DEFINING: Final = (
    *("indicator", "direction", "extent", "region_code", "baseline", "baseline_on"),
    *("target", "due_on", "owner_institution_id", "owner_name"),
)
"""Fields that nobody changes without saying why."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is promised: only `what` and `promised_on` must be known.

    Without a baseline the data say where the figure began; `direction` is what the
    indicator calls good, unless said otherwise. `gain` is said in the place of a target:
    by how much the figure is to move from where it began. What lacks owner, day or
    figure is open-ended, and is counted so.
    """

    what: str
    promised_on: date
    region_code: str = ""
    owner_institution: Institution | None = None
    owner_name: str = ""
    owner_person: str = ""
    due_on: date | None = None
    due_words: str = ""
    indicator: str = ""
    extent: Extent = field(default=NONE)
    direction: str = ""
    baseline: Decimal | None = None
    baseline_on: date | None = None
    target: Decimal | None = None
    gain: Decimal | None = None


def promise(
    *,
    by: Scope,
    said: Said,
    today: date,
    event: Event | None = None,
    recommendation: Recommendation | None = None,
    client_key: UUID | None = None,
) -> Commitment:
    """Write a promise down and read the data for it at once.

    A screen may send a line twice: by its `client_key` the row already there is given.
    """
    access.check_promises(by=by, event=event)
    _check_said(said)
    there = _sent_before(event, client_key)
    if there is not None:
        return there
    with transaction.atomic():
        made = Commitment(
            institution_id=by.institution_id,
            event=event,
            recommendation=recommendation,
            made_by_id=by.user_id,
            client_key=client_key,
            first_due_on=said.due_on,
            **_fields(said),
        )
        made.reads_as = _reader(by, said, event)
        made.save(force_insert=True)
        _begin(by, made, said, today)
        _record(by, "commit", made, event=event.pk if event else None)
    return made


def _sent_before(event: Event | None, client_key: UUID | None) -> Commitment | None:
    if client_key is None:
        return None
    return Commitment.objects.filter(event=event, client_key=client_key).first()


def _fields(said: Said) -> dict[str, Any]:
    known = all_indicators().get(said.indicator)
    return {
        "what": said.what.strip(),
        "promised_on": said.promised_on,
        "region_code": said.region_code,
        "owner_institution": said.owner_institution,
        "owner_name": said.owner_name.strip(),
        "owner_person": said.owner_person.strip(),
        "due_on": said.due_on,
        "due_words": said.due_words.strip(),
        "indicator": said.indicator,
        "extent": said.extent.said(),
        "direction": said.direction or (known.direction if known else ""),
        "baseline": said.baseline,
        "baseline_on": said.baseline_on,
        "target": said.target,
    }


def _check_said(said: Said) -> None:
    if not said.what.strip():
        raise ActRefused("Tulis apa yang dijanjikan.")
    access.check_text(said.what, said.owner_name, said.owner_person, said.due_words)
    if said.region_code and regions.by_code(said.region_code) is None:
        raise ActRefused("Wilayah ini tidak dikenal.")
    if said.due_on is not None and said.due_on < said.promised_on:
        raise ActRefused("Jatuh temponya mendahului hari dijanjikan.")
    if not said.indicator:
        _check_no_figure(said)
        return
    known = all_indicators().get(said.indicator)
    if known is None:
        raise ActRefused("Indikator ini tidak ada.")
    extent.check(said.extent, known.takes, known.needs)
    if said.direction not in ("", *(one.code for one in kinds.DIRECTIONS)):
        raise ActRefused("Arah sasaran: naik atau turun.")


def _check_no_figure(said: Said) -> None:
    figures = (said.target, said.gain, said.baseline)
    if any(one is not None for one in figures) or said.extent.names:
        raise ActRefused("Pilih indikator untuk angka awal, sasaran, dan cakupannya.")


def _reader(by: Scope, said: Said, event: Event | None) -> Institution | None:
    """Choose of whose records the figure is read: the owner's, ours, a party's.

    Of one scheme only its own institution has everything; whoever does not see the
    scheme leaves it to the owner, who reads nothing where it is not its own.
    """
    known = all_indicators().get(said.indicator)
    if known is None:
        return None
    found = eyes.holder(known, _candidates(by, said, event))
    if found is None:
        raise ActRefused(
            "Tidak ada lembaga dalam janji ini yang memegang data indikator itu."
        )
    return found


def _candidates(
    by: Scope, said: Said, event: Event | None
) -> Iterable[Institution | None]:
    if said.extent.scheme is not None:
        scheme = Scheme.objects.filter(pk=said.extent.scheme).first()
        yield scheme.institution if scheme else said.owner_institution
        return
    yield said.owner_institution
    yield Institution.objects.get(pk=by.institution_id)
    if event is not None:
        numbers = [event.institution_id, *event.parties]
        found = Institution.objects.in_bulk(numbers)
        yield from (found[number] for number in numbers if number in found)


def _begin(by: Scope, made: Commitment, said: Said, today: date) -> None:
    """Read the data for a promise as it is said now."""
    if made.indicator:
        measuring.measure(made, by_id=by.institution_id, today=today)
        if said.gain is not None:
            measuring.aim_from_beginning(made, said.gain)
    else:
        settling.settle(made, "")


def said_of(one: Commitment) -> Said:
    """Give what a promise says now, to be said anew in part."""
    return Said(
        what=one.what,
        promised_on=one.promised_on,
        region_code=one.region_code,
        owner_institution=one.owner_institution,
        owner_name=one.owner_name,
        owner_person=one.owner_person,
        due_on=one.due_on,
        due_words=one.due_words,
        indicator=one.indicator,
        extent=extent.read(one.extent),
        direction=one.direction,
        baseline=one.baseline,
        baseline_on=one.baseline_on,
        target=one.target,
    )


def change(
    *, by: Scope, commitment: Commitment, said: Said, reason: str, today: date
) -> Commitment:
    """Say a promise anew; what was said before stays in its history, with the reason."""
    access.check_changes(by=by, commitment=commitment)
    _check_said(said)
    access.check_text(reason)
    with transaction.atomic():
        one = Commitment.objects.select_for_update().get(pk=commitment.pk)
        if one.state != "open":
            raise ActRefused("Janji yang sudah selesai tidak diubah lagi.")
        was = _kept(one)
        for name, value in _fields(said).items():
            setattr(one, name, value)
        one.reads_as = _reader(by, said, one.event)
        one.first_due_on = one.first_due_on or one.due_on
        changed = _differences(was, _kept(one))
        one.save()
        _begin(by, one, said, today)
        changed |= _differences({"target": was["target"]}, {"target": one.target})
        if _is_said_otherwise(changed) and not reason.strip():
            raise ActRefused("Tulis mengapa sasaran atau waktunya berubah.")
        _revise(by, one, "change", changed, reason)
    return one


KEPT: Final = (
    *("what", "region_code", "owner_institution_id", "owner_name", "owner_person"),
    *("due_on", "due_words", "indicator", "extent", "direction"),
    *("baseline", "baseline_on", "target", "promised_on"),
)


def _kept(one: Commitment) -> dict[str, Any]:
    return {name: getattr(one, name) for name in KEPT}


def _differences(
    was: Mapping[str, Any], now: Mapping[str, Any]
) -> dict[str, list[Any]]:
    return {
        name: [_plain(was[name]), _plain(now[name])]
        for name in was
        if was[name] != now[name]
    }


def _is_said_otherwise(changed: Mapping[str, list[Any]]) -> bool:
    """Tell whether something said before is said otherwise; filling a gap is not that."""
    return any(changed[name][0] for name in changed.keys() & set(DEFINING))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def keep(*, by: Scope, commitment: Commitment, text: str, today: date) -> Commitment:
    """Say that a promise was kept; against the data only with a reason, which stays."""
    access.check_changes(by=by, commitment=commitment)
    if commitment.is_met is False and not text.strip():
        raise ActRefused(
            "Data menyatakan sasarannya belum tercapai. Tulis mengapa tetap dipenuhi."
        )
    return _end(by, commitment, "keep", text, today)


def abandon(*, by: Scope, commitment: Commitment, text: str, today: date) -> Commitment:
    """Say that a promise is not followed any more, and why."""
    access.check_changes(by=by, commitment=commitment)
    if not text.strip():
        raise ActRefused("Tulis alasannya.")
    return _end(by, commitment, "abandon", text, today)


def replace(
    *, by: Scope, commitment: Commitment, said: Said, text: str, today: date
) -> Commitment:
    """Put a new promise in the place of one; give the new one."""
    access.check_changes(by=by, commitment=commitment)
    if not text.strip():
        raise ActRefused("Tulis alasannya.")
    with transaction.atomic():
        new = promise(
            by=by,
            said=said,
            today=today,
            event=commitment.event,
            recommendation=commitment.recommendation,
        )
        old = _end(by, commitment, "replace", text, today)
        old.replaced_by = new
        old.save(update_fields=["replaced_by"])
    return new


def reopen(*, by: Scope, commitment: Commitment, text: str) -> Commitment:
    """Take back that a promise ended."""
    access.check_changes(by=by, commitment=commitment)
    return _end(by, commitment, "reopen", text, None)


def _end(
    by: Scope, commitment: Commitment, verb: str, text: str, on: date | None
) -> Commitment:
    access.check_text(text)
    with transaction.atomic():
        one = Commitment.objects.select_for_update().get(pk=commitment.pk)
        was = one.state
        one.state = states.after("commitment", was, verb)
        one.closed_on, one.closing_text = on, text.strip() if on else ""
        one.save(update_fields=["state", "closed_on", "closing_text"])
        _revise(by, one, verb, {"state": [was, one.state]}, text)
    return one


def _revise(
    by: Scope, one: Commitment, verb: str, changed: dict[str, Any], reason: str
) -> None:
    Revision.objects.create(
        commitment=one,
        institution_id=by.institution_id,
        verb=verb,
        changed=changed,
        reason=reason.strip(),
        by_id=by.user_id,
    )
    _record(by, verb, one, fields=sorted(changed))


def _record(by: Scope, verb: str, one: Commitment, **details: object) -> None:
    act.record(by=by, verb=verb, noun="commitment", noun_id=one.pk, **details)
