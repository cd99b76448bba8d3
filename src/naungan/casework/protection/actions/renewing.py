"""Going on after a scheme: its people proposed anew in the next one, and taken back."""

from dataclasses import asdict
from typing import Final

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access
from naungan.casework.protection.actions.schemes import (
    SchemePlan,
    let_join,
    make_scheme,
    open_scheme,
)
from naungan.casework.protection.checks.joining import MANY, cursor_for
from naungan.casework.protection.checks.turns import take_turn
from naungan.casework.protection.models import Entry, Quota, Scheme
from naungan.casework.protection.queries.renewal import (
    Renewal,
    going,
    partners,
    renewal,
)
from naungan.casework.protection.states import OPEN
from naungan.lib.regions import lies_in


CARRIED: Final = (
    "village_code",
    "roster",
    "position",
    "nik",
    "nik_written",
    "name",
    "birth_date",
    "sex",
    "occupation",
    "address",
    "phone",
    "decile",
    "reason",
    "second_job",
    "kpj",
)
EMPTY: Final = ("note", "accepted_reason", "series", "refusal", "ended_reason")
"""Columns of a line that begin without a word, as the database knows no default."""

SAME: Final = ", ".join(CARRIED)
CARRY: Final = f"""
    INSERT INTO protection_entry (scheme_id, institution_id, written_by_id, added_by_id,
        added_at, state, follows_id, {", ".join(EMPTY)}, {SAME})
    SELECT %s, institution_id, %s, %s, %s, 'proposed', id,
        {", ".join(["''"] * len(EMPTY))}, {SAME}
    FROM protection_entry WHERE id IN ({{going}})
"""  # noqa: S608 (names of columns, written above)


def renew(*, by: Scope, scheme: Scheme, plan: SchemePlan) -> Scheme:
    """Make the scheme that goes on after this one, with everybody who goes over.

    In this scheme nothing changes: until its last month they stay in it, covered and
    billable. The new lines follow the old ones and are proposed: they are checked when
    the scheme opens, decided and budgeted like any other. Its places are those of this
    one.
    """
    _check(by, scheme, plan)
    with transaction.atomic():
        take_turn(scheme)
        made = make_scheme(by=by, plan=plan, campaign=scheme.campaign, renews=scheme)
        _carry_places(scheme, made)
        people = _carry_people(by, scheme, made)
        if not people:
            raise ActRefused("Tidak ada orang yang dapat dilanjutkan ke skema baru.")
        _record(by, "renew", scheme, after=made.pk, people=people)
    return made


def preview(*, by: Scope, scheme: Scheme, plan: SchemePlan) -> Renewal:
    """Count who would go over and who not, and the cost; nothing is written."""
    _check(by, scheme, plan)
    return renewal(scheme, Scheme(**asdict(plan)))


def _check(by: Scope, scheme: Scheme, plan: SchemePlan) -> None:
    access.check_manages(by=by, scheme=scheme)
    if plan.from_month <= scheme.until_month:
        raise ActRefused("Perpanjangan mulai sesudah bulan terakhir skema ini.")


def open_next(*, by: Scope, scheme: Scheme) -> None:
    """Open a scheme; one that goes on takes people and partners of the one before along.

    Those are whoever was enrolled since it was made, and the institutions that serve the
    scheme before on this day: until now it was its owner's alone.
    """
    before = scheme.renews if scheme.state == "draft" else None
    with transaction.atomic():
        if before is not None:
            access.check_manages(by=by, scheme=scheme)
            take_turn(before)
            late = _carry_people(by, before, scheme)
            if late:
                _record(by, "renew", before, after=scheme.pk, people=late)
            for part in partners(before):
                let_join(
                    by=by,
                    scheme=scheme,
                    institution=part.institution,
                    today=clock.today(),
                )
        open_scheme(by=by, scheme=scheme)


def _carry_people(by: Scope, scheme: Scheme, made: Scheme) -> int:
    """Propose by one statement who goes over; tell how many they are."""
    chosen, asked = going(scheme, made).values("pk").query.sql_with_params()
    now = clock.stamp(clock.today())
    with cursor_for(MANY + 1) as cursor:
        cursor.execute(
            CARRY.format(going=chosen),
            [made.pk, by.institution_id, by.user_id, now, *asked],
        )
        return int(cursor.rowcount)


def _carry_places(old: Scheme, made: Scheme) -> None:
    """Give a scheme the places of the one before, as far as they lie in its region."""
    Quota.objects.bulk_create(
        Quota(
            scheme=made,
            institution_id=made.institution_id,
            village_code=one.village_code,
            roster=one.roster,
            people=one.people,
        )
        for one in Quota.objects.filter(scheme=old)
        if not one.village_code or lies_in(one.village_code, made.region_code)
    )


def take_back(*, by: Scope, scheme: Scheme) -> Scheme:
    """Undo a renewal as long as its scheme is in preparation; give the scheme before.

    Nobody is struck from a list: the new lines are withdrawn and follow nobody any more,
    so that the old ones may be renewed again. The draft stays, empty, under a name that
    says so.
    """
    access.check_manages(by=by, scheme=scheme)
    old = scheme.renews
    if old is None or scheme.state != "draft":
        raise ActRefused("Hanya skema lanjutan yang belum dibuka dapat dibatalkan.")
    with transaction.atomic():
        take_turn(scheme)
        lines = Entry.objects.filter(scheme=scheme, state__in=OPEN)
        people = lines.update(state="withdrawn", ended_reason="mistake", follows=None)
        Quota.objects.filter(scheme=scheme).delete()
        ending = f" (batal, {scheme.pk})"
        longest = 200 - len(ending)
        scheme.name, scheme.renews = scheme.name[:longest] + ending, None
        scheme.save(update_fields=["name", "renews"])
        _record(by, "withdraw", scheme, before=old.pk, people=people)
    return old


def _record(by: Scope, verb: str, scheme: Scheme, **details: object) -> None:
    act.record(by=by, verb=verb, noun="decision", noun_id=scheme.pk, **details)
