"""Verbs of minutes: put forward as a version that stays, approved by each party."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, states
from naungan.casework.coordination.actions.writing import locked, move
from naungan.casework.coordination.models import Approval, Event, Minutes
from naungan.casework.coordination.models.minutes import MINUTES_KINDS
from naungan.casework.correspondence import papers


LARGEST: Final = 5_000_000  # bytes of one version
LONGEST_REASON: Final = 300  # signs that an event keeps of why it stands as it does


def canonical(content: Mapping[str, Any]) -> bytes:
    """Write what is approved as one text, the same for the same content."""
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def sha256(content: Mapping[str, Any]) -> str:
    """Give the hash that the parties approve."""
    return hashlib.sha256(canonical(content)).hexdigest()


def put_forward(
    *,
    by: Scope,
    event: Event,
    kind: str,
    content: Mapping[str, Any],
    signers: Sequence[Institution] = (),
) -> Minutes:
    """Keep a version of minutes or an action plan, for the parties to approve.

    The institution that keeps the record is always asked. A version that says the
    same as the last one is that one, also where it was opened again in between.
    """
    access.check_keeps(by=by, event=event)
    if kind not in MINUTES_KINDS:
        raise ActRefused("Pilih notulen atau rencana aksi.")
    if len(canonical(content)) > LARGEST:
        raise ActRefused("Notulen ini terlalu panjang.")
    asked = sorted({by.institution_id, *(one.pk for one in signers)})
    with transaction.atomic():
        held = locked(event)
        _check_signers(held, asked)
        last = held.minutes.filter(kind=kind).order_by("-version").first()
        mark = sha256(content)
        if last is not None and (last.sha256, last.signers) == (mark, asked):
            if kind == "minutes" and held.state == "held":
                move(held, "draft_minutes")
                _settle(held, last)
            return last
        if kind == "minutes":
            move(held, "draft_minutes")
        elif held.state not in states.TOOK_PLACE:
            raise ActRefused("Rencana aksi disusun sesudah kegiatan berlangsung.")
        row = Minutes.objects.create(
            institution_id=by.institution_id,
            event=held,
            kind=kind,
            version=(last.version if last else 0) + 1,
            content=content,
            sha256=mark,
            signers=asked,
            made_by_id=by.user_id,
        )
        _record(by, "draft_minutes", row, kind=kind, sha256=mark)
    return row


def _settle(event: Event, minutes: Minutes) -> None:
    """Approve the event where nobody who is asked still has to; keep what was said of it."""
    said = minutes.approvals.filter(verdict="approve")
    missing = {*minutes.signers} - {*said.values_list("institution_id", flat=True)}
    if not missing and minutes.kind == "minutes" and event.state == "minuted":
        move(event, "approve", event.state_reason)


def excuse(*, by: Scope, minutes: Minutes, party: Institution, reason: str) -> Minutes:
    """Ask a party no more to approve the newest version, and let everybody read why.

    What it says does not change, and what the others approved stays approved. Whoever
    objected is not left out: that is answered by a new version.
    """
    access.check_keeps(by=by, event=minutes.event)
    access.check_said(reason, _("Tulis mengapa lembaga ini tidak diminta lagi."))
    with transaction.atomic():
        held = locked(minutes.event)
        row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
        _check_excused(row, party)
        row.signers = [one for one in row.signers if one != party.pk]
        row.save(update_fields=["signers"])
        told = f"{party.name} tidak lagi diminta menyetujui: {reason.strip()}"
        held.state_reason = told[:LONGEST_REASON]
        held.save(update_fields=["state_reason"])
        _settle(held, row)
        _record(by, "excuse", row, party=party.pk, reason=reason.strip())
    return row


def _check_excused(minutes: Minutes, party: Institution) -> None:
    if party.pk not in minutes.signers or party.pk == minutes.institution_id:
        raise ActRefused("Lembaga ini tidak dapat dilepas dari daftar penyetuju.")
    if minutes.letter or minutes.version != _newest(minutes):
        raise ActRefused("Versi ini sudah bernomor atau sudah digantikan.")
    if minutes.approvals.filter(institution=party).exists():
        raise ActRefused("Lembaga ini sudah menjawab; jawablah dengan versi baru.")


def _check_signers(event: Event, asked: list[int]) -> None:
    strangers = set(asked) - {event.institution_id, *event.parties}
    if strangers:
        raise ActRefused("Yang diminta menyetujui harus pihak kegiatan ini.")


def approve(
    *,
    by: Scope,
    minutes: Minutes,
    official_name: str,
    official_position: str,
    scan: tuple[str, bytes] | None = None,
) -> Approval:
    """Say for one's institution that this version is right, by whom, with the signed page.

    Once everybody who was asked has said so, the event is approved.
    """
    _check_official(official_name, official_position)
    return _said(
        by,
        minutes,
        verdict="approve",
        official_name=official_name.strip(),
        official_position=official_position.strip(),
        **_kept(by, scan),
    )


def disagree(
    *,
    by: Scope,
    minutes: Minutes,
    official_name: str,
    official_position: str,
    reason: str,
) -> Approval:
    """Say for one's institution what is wrong with this version."""
    _check_official(official_name, official_position)
    access.check_said(reason, _("Tulis apa yang tidak sesuai."))
    return _said(
        by,
        minutes,
        verdict="object",
        official_name=official_name.strip(),
        official_position=official_position.strip(),
        reason=reason.strip(),
    )


def _check_official(name: str, position: str) -> None:
    access.check_said(name, _("Tulis nama pejabat yang menyetujui."))
    access.check_said(position, _("Tulis jabatannya."))


def _kept(by: Scope, scan: tuple[str, bytes] | None) -> dict[str, str]:
    if scan is None:
        return {}
    kept = papers.store(institution_id=by.institution_id, name=scan[0], content=scan[1])
    return {"scan": kept.sha256, "scan_name": kept.name}


def _said(by: Scope, minutes: Minutes, *, verdict: str, **given: str) -> Approval:
    with transaction.atomic():
        access.check_signs(by=by, minutes=minutes, newest=_newest(minutes))
        if sha256(minutes.content) != minutes.sha256:
            raise ActRefused("Isi notulen ini tidak cocok dengan sidiknya.")
        mine = Approval.objects.filter(
            minutes=minutes, institution_id=by.institution_id, verdict="approve"
        )
        if mine.exists():
            raise ActRefused("Lembaga Anda sudah menyetujui versi ini.")
        row = Approval.objects.create(
            institution_id=by.institution_id,
            minutes=minutes,
            sha256=minutes.sha256,
            verdict=verdict,
            approved_by_id=by.user_id,
            **given,
        )
        verb = "approve" if verdict == "approve" else "disagree"
        _record(by, verb, minutes, sha256=minutes.sha256)
    return row


def _newest(minutes: Minutes) -> int:
    same = Minutes.objects.filter(event_id=minutes.event_id, kind=minutes.kind)
    newest: int = same.aggregate(newest=Max("version"))["newest"]
    return newest


def give_number(*, by: Scope, minutes: Minutes, letter: str) -> Minutes:
    """Say under which numbered paper, by the code of its proof, a version went out."""
    access.check_keeps(by=by, event=minutes.event)
    if minutes.letter:
        raise ActRefused("Versi ini sudah bernomor.")
    with transaction.atomic():
        minutes.letter = letter
        minutes.save(update_fields=["letter"])
        _record(by, "issue", minutes, letter=letter)
    return minutes


def send_minutes(*, by: Scope, minutes: Minutes, on: date) -> Minutes:
    """Write down that a version was sent to the parties and the owners."""
    access.check_keeps(by=by, event=minutes.event)
    with transaction.atomic():
        minutes.sent_on = on
        minutes.save(update_fields=["sent_on"])
        _record(by, "send", minutes, on=f"{on}")
    return minutes


def _record(by: Scope, verb: str, minutes: Minutes, **details: Any) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="minutes",
        noun_id=minutes.pk,
        event=minutes.event_id,
        version=minutes.version,
        **details,
    )
