"""A scheme of an agency with two villages of two places each, written row by row."""

from dataclasses import replace

from tests.invented_scheme import BESIDE, HERE
from tests.unit.casework.protection.conftest import PLAN, TODAY

from naungan.casework.accounts import scope
from naungan.casework.protection.actions import schemes
from naungan.casework.protection.models import Billing, Entry, PaidMonth, Participation


def scheme_of(desks, **other):
    """Make an open scheme of the agency, in which the branch takes part."""
    scope.enter(desks.agency)
    made = schemes.make_scheme(by=desks.agency, plan=replace(PLAN, **other))
    schemes.set_quotas(by=desks.agency, scheme=made, people={HERE: 2, BESIDE: 2})
    schemes.open_scheme(by=desks.agency, scheme=made)
    Participation.objects.create(
        scheme=made,
        owner_id=made.institution_id,
        institution_id=desks.branch.institution_id,
        since_on=TODAY,
    )
    scope.enter(desks.branch)
    return made


def listed(desks, scheme, village, position, state="paid"):
    """Write somebody on the list in a state."""
    scope.enter(desks.agency)
    made = Entry.objects.create(
        scheme=scheme,
        institution_id=scheme.institution_id,
        written_by_id=scheme.institution_id,
        village_code=village,
        position=position,
        state=state,
        added_by_id=desks.agency.user_id,
    )
    scope.enter(desks.branch)
    return made


def become(desks, entry, state):
    """Move somebody to a state."""
    scope.enter(desks.agency)
    Entry.objects.filter(pk=entry.pk).update(state=state)
    scope.enter(desks.branch)


def paid_month(desks, entry, amount, on):
    """Pay a month of somebody."""
    scope.enter(desks.agency)
    whole = {"scheme": entry.scheme, "institution_id": entry.institution_id}
    month = entry.scheme.from_month
    billing = Billing.objects.create(
        **whole,
        from_month=month,
        until_month=month,
        people=1,
        amount_idr=amount,
        law_version="contoh",
        made_by_id=desks.agency.user_id,
    )
    PaidMonth.objects.create(
        **whole,
        entry=entry,
        billing=billing,
        month=month,
        fund=entry.scheme.fund,
        amount_idr=amount,
        paid_on=on,
    )
    scope.enter(desks.branch)
