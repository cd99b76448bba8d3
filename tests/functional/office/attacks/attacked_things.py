"""One of everything that one institution has, and the addresses under which it is had.

Whatever can hold a text written by people holds markup or a formula.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.apps import apps
from django.utils import timezone
from tests.functional.office.attacks.attacked_letters import letters, of_letters
from tests.functional.office.attacks.attacked_world import (
    KPJ,
    MONTH,
    NPP,
    OURS,
    REGION,
    SCRIPT,
    VILLAGE,
    number_of,
    pair,
)

from naungan.casework.accounts import actions as accounts, scope, tokens
from naungan.casework.accounts.models import Institution
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit
from naungan.casework.intake import files
from naungan.casework.intake.models import Batch, Run, Series
from naungan.casework.regions.models import TargetSeries, TargetValue
from naungan.casework.review.models import Verdict
from naungan.casework.sharing.models import Sharing


FORMULA = "=HYPERLINK(1)"
RETURNED = "kembalian.xlsx"


def things(founder, people):
    """Make one of everything in the branch; give the kinds with their numbers."""
    head, _ = people["branch_head"]
    officer, _ = people["membership_head"]
    ours = Institution.objects.get(code=OURS)
    reach = scope.of_appointment(head)
    scope.tell(head.user_id, ours.pk, every=True)
    task = _task(ours, officer.user, head.user)
    return {
        **_incoming(ours, officer.user),
        **_given(founder, ours, head.user),
        **letters(ours, officer.user),
        "dispatch": task.dispatch_id,
        "assignment": task.pk,
        "visit": task.visits.get().pk,
        "verdict": _verdict(ours, officer.user).pk,
        "user": officer.user_id,
        "appointment": officer.pk,
        "institution": ours.pk,
        "person": pair("review_pairs", "person_id"),
        "employer": number_of("employers", SCRIPT),
        "pair": pair("review_pairs", "person_id"),
        "firms": pair("employer_pairs", "employer_id"),
        "reach": reach,
    }


def _incoming(ours, sender):
    """Make a file that was tried, with what came back of it, and a run."""
    series = Series.objects.create(
        institution=ours, kind="workers", region_code=REGION, label=SCRIPT
    )
    batch = Batch.objects.create(
        series=series,
        institution=ours,
        number=1,
        mode="replace",
        state="tried",
        name=f"{FORMULA}{SCRIPT}.csv",
        size=1,
        sha256="ab" * 32,
        month=MONTH,
        counts={"read": 2, "accepted": 1, "rejected": 1, "set_aside": 0},
        messages=[SCRIPT],
        returned=RETURNED,
        reason=SCRIPT,
        received_by=sender,
    )
    returned = files.returned_folder() / RETURNED
    returned.touch(files.PRIVATE)
    returned.write_bytes(b"rahasia kami")
    run = Run.objects.create(
        region_code=REGION,
        month=MONTH,
        state="failed",
        cause="request",
        fault=SCRIPT,
        institution=ours,
        asked_by=sender,
        inputs=[
            {
                "batch": batch.pk,
                "institution": OURS,
                "kind": "workers",
                "sha256": batch.sha256,
            }
        ],
    )
    return {"batch": batch.pk, "run": run.pk}


def _task(ours, officer, head):
    dispatch = Dispatch.objects.create(
        institution=ours,
        region_code=VILLAGE,
        officer=officer,
        due_on=date(2099, 1, 1),
        assigned_by=head,
    )
    task = Assignment.objects.create(
        institution=ours,
        dispatch=dispatch,
        series=REGION,
        person_id=pair("review_pairs", "person_id"),
        village_code=VILLAGE,
        status_then="uncovered",
        state="visited",
    )
    Visit.objects.create(
        institution=ours,
        assignment=task,
        visited_on=timezone.localdate(),
        outcome="other",
        note=SCRIPT,
        proof=SCRIPT,
        recorded_by=officer,
    )
    return task


def _verdict(ours, officer):
    return Verdict.objects.create(
        region_code=REGION,
        place_code=VILLAGE,
        run=1,
        subject="person",
        number=pair("review_pairs", "person_id"),
        partner=KPJ,
        kind="same_person",
        note=SCRIPT,
        institution=ours,
        decided_by=officer,
    )


def _given(founder, ours, head):
    """Make a rule, a target, a key and an invitation."""
    rule = Sharing.objects.create(
        institution=ours,
        receiver_kind="dinsos",
        region_code=REGION,
        purpose=FORMULA,
        agreement=SCRIPT,
        from_on=date(2024, 1, 2),
        until_on=date(2099, 1, 1),
        given_by=head,
    )
    series = TargetSeries.objects.create(
        institution=ours, name=SCRIPT, basis=FORMULA, source=SCRIPT
    )
    target = TargetValue.objects.create(
        series=series,
        institution=ours,
        region_code=REGION,
        month=MONTH,
        percent=Decimal(60),
        set_by=head,
    )
    invitation, _ = accounts.invite(
        by=scope.of_appointment(founder),
        email="tamu@contoh.id",
        institution=ours,
        role="examiner",
    )
    scope.tell(head.pk, ours.pk, every=True)
    token, code = tokens.create(
        by=scope.of_appointment(founder),
        institution=ours,
        name=FORMULA,
        powers=tokens.FOR_PROGRAMS,
        region_code=REGION,
        days=30,
    )
    numbers = {"rule": rule, "target": target, "token": token, "invitation": invitation}
    return {**{kind: one.pk for kind, one in numbers.items()}, "code": code}


def _of_files(made):
    """Give the arguments of every address of one file or one run."""
    return {
        **{
            f"incoming.{verb}": {"number": made["run"]}
            for verb in ("run", "run_progress", "cancel", "again", "release", "drop")
        },
        **{
            f"incoming.{verb}": {"number": made["batch"]}
            for verb in [
                "batch",
                "about",
                "mapping",
                "progress",
                "try_again",
                "returned",
                "submit",
                "recall",
                "discard",
                "restore",
                "approve",
                "refuse",
                "withdraw",
            ]
        },
    }


def arguments(made):
    """Give the arguments of every address that names a thing of ours or of our region."""
    person, employer = made["person"], made["employer"]
    return {
        "printed.ask": {"code": REGION, "number": 0},
        "printed.accept": {"code": REGION, "number": 0},
        "targets.withdraw": {"number": made["target"]},
        "what_if": {"code": REGION},
        "why.region": {"code": REGION},
        "coverage.region": {"code": REGION},
        "workers.region": {"code": VILLAGE},
        "workers.person": {"number": person},
        "workers.unmask": {"number": person},
        "workers.assign": {"code": VILLAGE},
        "workers.dispatch": {"number": made["dispatch"]},
        "workers.withdraw": {"number": made["dispatch"]},
        "workers.withdraw_one": {"number": made["assignment"]},
        "workers.task": {"number": made["assignment"]},
        "workers.correct": {"number": made["visit"]},
        "employers.one": {"number": employer},
        "employers.workers": {"number": employer},
        "employers.why": {"number": employer, "code": "unregistered_employer"},
        "review.person": {"number": made["pair"], "kpj": KPJ},
        "review.employer": {"number": made["firms"], "npp": NPP},
        "review.undo": {"number": made["verdict"]},
        "incoming.template": {"code": "workers"},
        **_of_files(made),
        **of_letters(made),
        "people.person": {"number": made["user"]},
        "people.deputise": {"number": made["user"]},
        "people.withdraw": {"number": made["invitation"]},
        "people.invite_again": {"number": made["invitation"]},
        "people.end": {"number": made["appointment"]},
        "people.change": {"number": made["appointment"]},
        "institutions.show": {"number": made["institution"]},
        "institutions.close": {"number": made["institution"]},
        "sharing.end": {"number": made["rule"]},
        "tokens.revoke": {"number": made["token"]},
        "looks.thing": {"noun": "person", "noun_id": person},
        "calculator.question": {"code": "iuran"},
        "calculator.data": {"code": "iuran"},
        "api.employer": {"number": employer},
        "api.region": {"code": REGION},
        "api.league": {"code": REGION},
        "api.measures": {"code": REGION},
        "api.law_question": {"question": "duty"},
        "api.incoming_one": {"number": made["batch"]},
        "api.run": {"number": made["run"]},
        "api.promise": {"number": 1},  # none is here; its own tests hold one
    }


def rows():
    """Give every row of the office but the traces of being there, to compare."""
    scope.tell(None, None, every=True)
    kept = {}
    for model in apps.get_models():
        if not model.__module__.startswith("naungan.casework"):
            continue
        if ".audit." in model.__module__ or model.__name__ in ("RequestCount", "User"):
            continue
        found = model.objects.order_by("pk").values()
        kept[model.__name__] = [
            {k: v for k, v in one.items() if k != "last_used_at"} for one in found
        ]
    return kept


def soon(days=7):
    """Give a day on which something is due."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()
