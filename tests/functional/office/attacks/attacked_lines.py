"""Every number of the two lines of work and of the meetings, for strangers to try.

The rows are those of the demonstration's offices; the strangers work in offices of
another province, which hold the same powers.
"""

import functools

from django.apps import apps
from django.urls import reverse
from tests.functional.office.attacks.attacked_world import templates
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import DESKS
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.roles import ROLES
from naungan.casework.benefits import models as benefits
from naungan.casework.collection import models as collection
from naungan.casework.commitments import models as commitments
from naungan.casework.compliance import models as compliance
from naungan.casework.coordination import models as coordination
from naungan.casework.protection import models as protection


FAR = "35"
NUMBERS = {
    "cases": compliance.Case,
    "collection": compliance.Case,
    "visits": compliance.PlannedVisit,
    "teams": compliance.Team,
    "priorities": compliance.PriorityRule,
    "schemes": protection.Scheme,
    "village_list": protection.Scheme,
    "claims": benefits.Claim,
    "meetings": coordination.Event,
    "minutes": coordination.Event,
    "plans": coordination.JointPlan,
    "policies": coordination.PolicyInstrument,
    "obstacles": coordination.Obstacle,
    "promises": commitments.Commitment,
}
"""What `number` means on the addresses of each page."""
OTHERWISE = {
    "claims.report_entry": protection.Entry,
    "claims.would_be": protection.Entry,
    "claims.risks_of": protection.Scheme,
    "claims.judge": protection.Scheme,
    "village_list.person": protection.Entry,
    "village_list.correct": protection.Entry,
    "village_list.withdraw": protection.Entry,
    "village_list.accept": protection.Entry,
    "village_list.end": protection.Entry,
    "village_list.replace": protection.Entry,
    "promises.institution": Institution,
    "reading.join": coordination.Event,
}
"""Addresses whose `number` means something else than on the rest of their page."""
PARTS = {
    ("cases", "reply"): compliance.Reply,
    ("cases", "sent"): compliance.HandOver,
    ("cases", "taken"): compliance.StepTaken,
    ("cases", "paper"): compliance.Paper,
    ("cases", "link"): compliance.UploadLink,
    ("cases", "mandate"): compliance.Skk,
    ("visits", "paper"): compliance.Paper,
    ("collection", "payment"): collection.Payment,
    ("schemes", "sent"): protection.Enrolment,
    ("schemes", "payment"): protection.Billing,
    ("schemes", "decision"): protection.Decision,
    ("schemes", "taken"): protection.Participation,
    ("schemes", "campaign"): protection.Campaign,
    ("claims", "paper"): benefits.ClaimPaper,
    ("meetings", "row"): coordination.Attendance,
    ("minutes", "row"): coordination.Minutes,
    ("minutes", "approval"): coordination.Approval,
    ("plans", "row"): coordination.PlanActivity,
    ("promises", "taken"): commitments.Activity,
    ("promises", "paper"): commitments.Evidence,
}
"""What a further number means on the addresses of each page."""
WORDS = {
    "code": "warning_1",
    "kind": "minutes",
    "form": "pdf",
    "verb": "finish",
    "duty": "regulation",
    "year": 2024,
    "one": 1,
    "party": 1,
    "parent": 1,
}
NOT_PLAYED = {
    compliance.PriorityRule,
    protection.Campaign,
    coordination.JointPlan,
    coordination.PolicyInstrument,
}
"""What the demonstration has none of: the number of none is as good."""
ATTACKED = tuple(
    f"naungan.casework.{app}."
    for app in (
        *("compliance", "collection", "protection", "benefits"),
        *("coordination", "commitments"),
    )
)
FORM = {"reason": "alasan yang panjang", "sure": "on", "note": "x", "text": "x"}
ANYBODYS = {
    "policies.one": "what a regulation says is nobody's secret",
    "promises.institution": "an institution's page holds what the asker may see",
    "schemes.campaign": "a campaign is a name; its schemes are listed by scope",
    "ladders.set": "terms are set for one's own province",
    "policies.mark": "a duty is marked for one's own region",
    "policies.checklist": "the duties of a region are public",
}
"""Open to whoever has the power, in every region, and why."""


def named():
    """Yield every such address with the power that opens it and its arguments."""
    for name, names, view in templates():
        page = (name or "").partition(".")[0]
        if names and (page in NUMBERS or name in OTHERWISE) and name not in ANYBODYS:
            yield name, view.audience.power, names


def _sit(desk):
    scope.tell(None, None, every=True)
    scope.enter(person_at(desk))


def kept():
    """Give every row of these apps as the desks that made them see them, to compare."""
    found = {}
    for desk in ("kacab", "dpmd", "jaksa", "pengawas", "bpkad", "kades"):
        _sit(desk)
        for model in apps.get_models():
            if model.__module__.startswith(ATTACKED):
                found[desk, model] = list(model.objects.order_by("pk").values())
    return found


@functools.cache
def _seen(model):
    """Give one row of a kind, as the first desk of the demonstration that sees it does."""
    for desk in DESKS:
        _sit(desk.address)
        if row := model.objects.order_by("pk").first():
            return row
    return None


def arguments(name, names):
    """Give the numbers of something that is there, a part with what it is a part of."""
    page = name.partition(".")[0]
    given, model = {}, OTHERWISE.get(name) or NUMBERS[page]
    whole = _seen(model)
    for one in sorted({*names} - {"number"}):
        part = _seen(PARTS[page, one]) if (page, one) in PARTS else None
        given[one] = part.pk if part else WORDS.get(one, 1)
        for field in ("case", "scheme", "claim", "event", "minutes", "plan"):
            kept = getattr(part, f"{field}_id", None)
            if kept and isinstance(whole, type(getattr(part, field))):
                whole = getattr(part, field)
    assert whole or model in NOT_PLAYED, name
    return given | ({"number": whole.pk if whole else 1} if "number" in names else {})


def strangers():
    """Give, by power, the client of somebody of another province who has it."""
    made = {}
    for role in ROLES.values():
        for kind in role.kinds:
            if role.powers_in(kind) <= {*made}:
                continue
            code = f"jauh-{kind}"
            scope.tell(None, None, every=True)
            Institution.objects.get_or_create(
                code=code, defaults={"kind": kind, "name": code, "region_code": FAR}
            )
            _, client = appointed(role.code, code, f"{role.code}@{code}.id")
            made |= dict.fromkeys(role.powers_in(kind) - {*made}, client)
    return made


def asked():
    """Give every such address with numbers of rows that are there, and its power."""
    _seen.cache_clear()
    return [
        (name, power, reverse(name, kwargs=arguments(name, names)))
        for name, power, names in named()
    ]


def lists():
    """Give every list of these pages, with the power that opens it."""
    return [
        (name, getattr(getattr(view, "audience", None), "power", None))
        for name, names, view in templates()
        if not names and (name or "").partition(".")[0] in NUMBERS
    ]


def secrets():
    """Give what no list may tell a stranger: names of things of the demonstration."""
    _seen.cache_clear()
    return {
        _seen(compliance.Case).name,
        _seen(protection.Scheme).name,
        _seen(commitments.Commitment).what,
        _seen(coordination.Event).title,
    }
