"""Verbs of replies: the employer answers, the office considers it; papers of a case."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.db.models import F, Max

from naungan.casework import act, clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import access, kinds, progress, states
from naungan.casework.compliance.models import (
    Case,
    Paper,
    Participation,
    Reply,
    StepTaken,
    UploadLink,
    VisitRecord,
)
from naungan.casework.correspondence import papers


SETTING: Final = "naungan.upload_link"
CODE_BYTES: Final = 24
LEAST_DAYS: Final = 14
MOST_DAYS: Final = 60
MOST_USES: Final = 10
MOST_FILES: Final = 5
LONGEST_TEXT: Final = 5_000

Files = Sequence[tuple[str, bytes]]
"""Files as they came: name and content."""


def record_reply(
    *,
    by: Scope,
    case: Case,
    received_on: date,
    text: str = "",
    sender_name: str = "",
    files: Files = (),
    step: StepTaken | None = None,
    today: date,
) -> Reply:
    """Enter an answer of the employer that reached the office."""
    access.check_helps(by=by, case=case)
    access.check_day(received_on, today)
    access.check_text(text, sender_name)
    _check_something(text, files)
    with transaction.atomic():
        held = progress.locked(case)
        _check_open(held)
        made = _reply(
            held,
            institution_id=by.institution_id,
            received_on=received_on,
            text=text,
            sender_name=sender_name,
            received_by_id=by.user_id,
            received_at=clock.stamp(received_on),
            via="office",
            step=step or _last_step(held),
        )
        _keep(made.institution_id, held, files, "reply", by.user_id, reply=made)
        progress.settle_stage(held, today)
        act.record(by=by, verb="receive", noun="reply", noun_id=made.pk, case=held.pk)
    return made


def consider_reply(
    *, by: Scope, reply: Reply, consideration: str, today: date
) -> Reply:
    """Write what was made of an answer; only then the next step may be decided."""
    check_power(by=by, power="take_steps")
    access.check_sees(by=by, case=reply.case)
    access.check_reason(consideration)
    with transaction.atomic():
        held = Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
        held.state = states.after("reply", held.state, "consider")
        held.considered_by_id, held.considered_at = by.user_id, clock.stamp(today)
        held.consideration = consideration.strip()
        held.save(
            update_fields=["state", "considered_by", "considered_at", "consideration"]
        )
        progress.settle_stage(progress.locked(held.case), today)
        act.record(
            by=by, verb="consider", noun="reply", noun_id=held.pk, case=held.case_id
        )
    return held


def days_of_link(case: Case, today: date) -> int:
    """Tell how long a link should hold: two weeks, or the day after a running term."""
    running = case.steps.filter(state__in=states.RUNNING, ends_on__gte=today)
    ends_on = running.aggregate(last=Max("ends_on"))["last"]
    left = (ends_on - today).days + 1 if ends_on else 0
    return min(max(LEAST_DAYS, left), MOST_DAYS)


def make_link(*, by: Scope, case: Case, days: int = LEAST_DAYS) -> str:
    """Make a way in for the employer's answer; its code is shown this once."""
    access.check_helps(by=by, case=case)
    if not 1 <= days <= MOST_DAYS:
        raise ActRefused("Tautan berlaku satu sampai enam puluh hari.")
    code = secrets.token_urlsafe(CODE_BYTES)
    now = clock.stamp(clock.today())
    with transaction.atomic():
        _check_open(progress.locked(case))
        made = UploadLink.objects.create(
            institution_id=by.institution_id,
            case=case,
            code_hash=hashed(code),
            made_at=now,
            expires_at=now + timedelta(days=days),
            made_by_id=by.user_id,
        )
        act.record(by=by, verb="make", noun="reply_link", noun_id=made.pk, case=case.pk)
    return code


def revoke_link(*, by: Scope, link: UploadLink) -> None:
    """Close a way in before its day."""
    access.check_helps(by=by, case=link.case)
    with transaction.atomic():
        UploadLink.objects.filter(pk=link.pk, revoked_at=None).update(
            revoked_at=clock.stamp(clock.today())
        )
        act.record(
            by=by, verb="revoke", noun="reply_link", noun_id=link.pk, case=link.case_id
        )


def link_of(code: str, now: datetime | None = None) -> UploadLink | None:
    """Give the link of a code that still holds; None for any other, whatever the cause.

    From then on the database shows what the link's institution sees, to nobody in
    particular, until the transaction ends.
    """
    mark = hashed(code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, mark])
    found = UploadLink.objects.filter(
        code_hash=mark,
        revoked_at=None,
        expires_at__gt=now or clock.stamp(clock.today()),
        uses__lt=MOST_USES,
    ).first()
    if found is None:
        return None
    found.institution_id = _holder(found)
    scope.tell(None, found.institution_id, every=False)
    open_still = Case.objects.filter(pk=found.case_id).exclude(state="closed")
    return found if open_still.exists() else None


def _holder(link: UploadLink) -> int:
    """Give whose desk an answer reaches: the link's maker, or the owner of the case.

    Whoever made the link may have given the case back since; the letter that names
    the link is still out there, and its answer belongs to the case.
    """
    scope.tell(None, None, every=True)
    owner = Case.objects.values_list("institution_id", flat=True).get(pk=link.case_id)
    held = Participation.objects.filter(
        case_id=link.case_id, institution_id=link.institution_id, until=None
    )
    return link.institution_id if held.exists() else owner


def receive_by_link(
    *, code: str, text: str = "", sender_name: str = "", files: Files = (), today: date
) -> Reply:
    """Enter an answer that the employer handed in by a link."""
    _check_something(text, files)
    with transaction.atomic():
        link = link_of(code)
        if link is None:
            raise ActRefused(
                "Tautan ini tidak berlaku lagi. Mintalah yang baru kepada pengirimnya."
            )
        held = progress.locked(link.case)
        UploadLink.objects.filter(pk=link.pk).update(uses=F("uses") + 1)
        made = _reply(
            held,
            institution_id=link.institution_id,
            received_on=today,
            text=text,
            sender_name=sender_name,
            received_at=clock.stamp(today),
            via="link",
            link=link,
            step=_last_step(held),
        )
        _keep(link.institution_id, held, files, "reply", None, reply=made)
        progress.settle_stage(held, today)
        act.record(by=None, verb="receive", noun="reply", noun_id=made.pk, case=held.pk)
    return made


def add_papers(
    *,
    by: Scope,
    case: Case,
    kind: str,
    files: Files,
    visit: VisitRecord | None = None,
) -> list[Paper]:
    """Keep papers with a case: a record, a decree, photographs."""
    access.check_helps(by=by, case=case)
    if kind not in {one.code for one in kinds.PAPERS}:
        raise ActRefused("Pilih jenis berkasnya.")
    if not files:
        raise ActRefused("Pilih sedikitnya satu berkas.")
    with transaction.atomic():
        made = _keep(by.institution_id, case, files, kind, by.user_id, visit=visit)
        act.record(
            by=by, verb="add", noun="paper", noun_id=made[0].pk, case=case.pk,
            files=len(made),
        )  # fmt: skip
    return made


def keep_photos(*, by: Scope, visit: VisitRecord, files: Files) -> list[Paper]:
    """Keep photographs with a visit, within the transaction that records it."""
    return _keep(by.institution_id, visit.case, files, "photo", by.user_id, visit=visit)


def hashed(code: str) -> str:
    """Give what the office remembers of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def _reply(case: Case, *, text: str, sender_name: str, **given: object) -> Reply:
    made = Reply.objects.create(
        case=case, text=text.strip(), sender_name=sender_name.strip(), **given
    )
    if made.step is not None and made.step.state == "standing":
        made.step.state = states.after("step", made.step.state, "answer")
        made.step.save(update_fields=["state"])
    return made


def _last_step(case: Case) -> StepTaken | None:
    found = StepTaken.objects.filter(case_id=case.pk, state__in=states.COUNTED)
    return found.order_by("taken_on", "pk").last()


def _keep(
    institution_id: int,
    case: Case | None,
    files: Files,
    kind: str,
    user_id: int | None,
    *,
    reply: Reply | None = None,
    visit: VisitRecord | None = None,
) -> list[Paper]:
    made = []
    for name, content in files:
        stored = papers.store(institution_id=institution_id, name=name, content=content)
        made.append(
            Paper.objects.create(
                institution_id=institution_id,
                case=case,
                reply=reply,
                visit=visit,
                kind=kind,
                name=stored.name[:200],
                sha256=stored.sha256,
                size=stored.size,
                mime=stored.mime,
                added_at=clock.stamp(clock.today()),
                added_by_id=user_id,
            )
        )
    return made


def _check_something(text: str, files: Files) -> None:
    if not text.strip() and not files:
        raise ActRefused("Tulis jawabannya atau lampirkan berkas.")
    if len(text) > LONGEST_TEXT:
        raise ActRefused("Jawabannya terlalu panjang; lampirkan sebagai berkas.")
    if len(files) > MOST_FILES:
        raise ActRefused("Paling banyak lima berkas sekali kirim.")


def _check_open(case: Case) -> None:
    if case.state == "closed":
        raise ActRefused("Kasus ini sudah ditutup; buka kembali dahulu.")
