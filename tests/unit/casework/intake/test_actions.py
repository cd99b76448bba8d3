"""Each act on files and runs: what it does, and from which states it is refused."""

from functools import partial

import pytest
from django_tasks_db.models import DBTaskResult
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW, TRIED, placed

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.audit.models import Act
from naungan.casework.intake import actions, files, tasks
from naungan.casework.intake.models import Batch, Mapping, Run
from naungan.casework.intake.states import BATCH
from naungan.lib.errors import InputRefused


pytestmark = pytest.mark.django_db
OTHER = HEADER + ROW.replace("9001", "9002")
THIRD = HEADER + ROW.replace("9001", "9003")


def verbs(batch):
    """Give what the log says was done to a batch, oldest first."""
    done = Act.objects.filter(noun="batch", noun_id=str(batch.pk)).order_by("pk")
    return list(done.values_list("verb", flat=True))


def queued(task):
    return DBTaskResult.objects.filter(task_path=task.module_path, status="READY")


def states():
    return list(Batch.objects.order_by("pk").values_list("state", flat=True))


def test_a_received_file_is_entered_once_kept_privately_and_recorded(arrive, sender):
    batch = arrive(sender, name="C:\\berkas\\daftar 1604012003859001.csv")
    assert (batch.state, batch.number, batch.received_by_id) == (
        "received",
        1,
        sender.user_id,
    )
    assert batch.name == "daftar 1604••••••••••••.csv"
    place = files.file_of(batch)
    assert place.read_text() == HEADER + ROW
    assert place.stat().st_mode & 0o777 == 0o600
    assert verbs(batch) == ["receive"]
    with pytest.raises(ActRefused, match="sama dengan berkas nomor 1"):
        arrive(sender)


def test_the_same_content_may_serve_as_another_kind(arrive, sender):
    first, second = arrive(sender), arrive(sender, kind="members")
    assert first.series_id != second.series_id
    assert files.file_of(first) == files.file_of(second)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"kind": "surat"}, "Jenis berkas"),
        ({"region_code": "16.04.99"}, "tidak dikenal"),
        ({"mode": "hapus"}, "menggantikan"),
        ({"month": MONTH + 1200}, "Bulan data"),
        ({"month": 1990 * 12}, "Bulan data"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(arrive, sender, told, sentence):
    with pytest.raises(InputRefused, match=sentence):
        arrive(sender, **told)
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"size": 0}, "kosong"),
        ({"size": files.MOST_BYTES + 1}, "500 MB"),
        ({"sha256": "../../etc/passwd"}, "Sidik"),
    ],
)
def test_an_empty_a_huge_and_a_misnamed_file_are_refused(home, sender, told, sentence):
    scope.enter(sender)
    given = {"sha256": "0" * 64, "size": 1} | told
    with pytest.raises(InputRefused, match=sentence):
        actions.receive(
            by=sender,
            name="a",
            kind="workers",
            region_code="16.04",
            path=home.uploads / "tidak-ada",
            month=MONTH,
            **given,
        )


def test_a_file_reclassified_begins_anew_in_the_other_series(tried, sender):
    batch = tried(sender)
    batch = actions.reclassify(
        by=sender,
        batch=batch,
        kind="members",
        region_code="16.04",
        mode="add",
        month=MONTH - 1,
    )
    batch.refresh_from_db()
    assert (batch.series.kind, batch.series.region_code) == ("members", "16.04")
    assert (batch.state, batch.counts, batch.mode) == ("received", {}, "add")
    assert (batch.month, batch.number) == (MONTH - 1, 1)


def test_a_mapping_is_kept_and_remembered_and_voids_the_trial(tried, sender):
    batch = tried(sender)
    actions.set_mapping(
        by=sender, batch=batch, mapping={"name": "Nama"}, fingerprint="f" * 64
    )
    batch.refresh_from_db()
    assert (batch.state, batch.mapping) == ("mapped", {"name": "Nama"})
    assert batch.counts == {}
    assert Mapping.objects.get().mapping == {"name": "Nama"}
    actions.set_mapping(by=sender, batch=batch, mapping={}, fingerprint="f" * 64)
    assert Mapping.objects.get().mapping == {}


def test_a_dry_run_is_asked_for_once(arrive, sender):
    batch = actions.set_mapping(by=sender, batch=arrive(sender), mapping={})
    actions.try_out(by=sender, batch=batch)
    batch = actions.try_out(by=sender, batch=batch)
    assert batch.trying_since is not None
    assert queued(tasks.try_batch).count() == 1


def test_a_file_without_a_usable_row_is_not_submitted(tried, sender):
    batch = placed(tried(sender), counts=TRIED | {"accepted": 0})
    with pytest.raises(ActRefused, match="Tidak ada baris"):
        actions.submit(by=sender, batch=batch)


def test_a_submitted_file_is_in_use_at_once_where_nobody_need_approve(tried, sender):
    batch = actions.submit(by=sender, batch=tried(sender))
    assert (batch.state, batch.decided_by_id) == ("approved", sender.user_id)
    run = Run.objects.get()
    assert (run.region_code, run.cause, run.month) == ("16.04", "approval", MONTH)
    assert queued(tasks.run_region).count() == 1


def test_elsewhere_it_waits_for_a_second_person(tried, sender, approver, strict):
    batch = actions.submit(by=sender, batch=tried(sender))
    assert batch.state == "waiting"
    assert not Run.objects.exists()
    scope.enter(approver)
    batch = actions.approve(by=approver, batch=batch)
    assert (batch.state, batch.decided_by_id) == ("approved", approver.user_id)
    assert Run.objects.count() == 1
    assert verbs(batch) == ["receive", "submit", "approve"]


def test_a_second_person_refuses_with_a_reason(tried, sender, approver, strict):
    batch = actions.submit(by=sender, batch=tried(sender))
    with pytest.raises(ActRefused, match="alasan"):
        actions.refuse(by=approver, batch=batch, reason=" ")
    batch = actions.refuse(by=approver, batch=batch, reason="bulan lama")
    assert (batch.state, batch.reason) == ("refused", "bulan lama")
    assert not Run.objects.exists()


def test_what_was_submitted_is_taken_back_before_anybody_decided(tried, sender, strict):
    batch = actions.submit(by=sender, batch=tried(sender))
    batch = actions.recall(by=sender, batch=batch)
    assert (batch.state, batch.submitted_at) == ("tried", None)


def test_a_file_replaces_what_its_series_had_and_another_adds_to_it(approved, sender):
    approved(sender)
    approved(sender, OTHER)
    assert states() == ["replaced", "approved"]
    approved(sender, THIRD, mode="add")
    assert states() == ["replaced", "approved", "approved"]


def test_a_withdrawn_file_gives_way_to_what_it_had_replaced(approved, sender):
    first = approved(sender)
    second = approved(sender, OTHER)
    with pytest.raises(ActRefused, match="alasan"):
        actions.withdraw(by=sender, batch=second, reason="")
    second = actions.withdraw(by=sender, batch=second, reason="salah desa")
    first.refresh_from_db()
    assert (first.state, second.state) == ("approved", "withdrawn")
    assert second.ended_by_id == sender.user_id


def test_what_was_replaced_can_be_withdrawn_and_stays_out(approved, sender):
    first = approved(sender)
    second = approved(sender, OTHER)
    actions.withdraw(by=sender, batch=first, reason="salah")
    actions.withdraw(by=sender, batch=second, reason="salah")
    assert states() == ["withdrawn", "withdrawn"]


def test_a_withdrawal_is_undone_in_the_way_a_file_is_approved(
    approved, sender, approver
):
    batch = actions.withdraw(by=sender, batch=approved(sender), reason="keliru")
    batch = actions.restore(by=sender, batch=batch)
    assert (batch.state, batch.reason, batch.ended_at) == ("approved", "", None)
    scope.tell(None, None, every=True)
    batch.institution.needs_approval = True
    batch.institution.save()
    scope.enter(sender)
    batch = actions.withdraw(by=sender, batch=batch, reason="keliru")
    assert actions.restore(by=sender, batch=batch).state == "waiting"


def test_a_discarded_file_is_picked_up_again(arrive, sender):
    batch = actions.discard(by=sender, batch=arrive(sender))
    assert batch.state == "discarded"
    assert actions.restore(by=sender, batch=batch).state == "received"


def test_what_came_again_meanwhile_is_not_picked_up_as_well(arrive, sender):
    batch = actions.discard(by=sender, batch=arrive(sender))
    arrive(sender)
    with pytest.raises(ActRefused, match="sama dengan"):
        actions.restore(by=sender, batch=batch)


ACTS = {
    "set_mapping": (
        partial(actions.set_mapping, mapping={}),
        {"received", "mapped", "tried"},
    ),
    "try_out": (actions.try_out, {"mapped", "tried"}),
    "submit": (actions.submit, {"tried"}),
    "recall": (actions.recall, {"waiting"}),
    "approve": (actions.approve, {"waiting"}),
    "refuse": (partial(actions.refuse, reason="uji"), {"waiting"}),
    "withdraw": (
        partial(actions.withdraw, reason="uji"),
        {"approved", "replaced"},
    ),
    "restore": (actions.restore, {"withdrawn", "discarded"}),
    "discard": (actions.discard, {"received", "mapped", "tried", "refused"}),
    "reclassify": (
        partial(
            actions.reclassify,
            kind="members",
            region_code="16.04",
            mode="add",
            month=MONTH,
        ),
        {"received", "mapped", "tried"},
    ),
}
FORBIDDEN = [
    (verb, one.code)
    for verb, (_, allowed) in ACTS.items()
    for one in BATCH.states
    if one.code not in allowed
]


@pytest.mark.parametrize(("verb", "state"), FORBIDDEN)
def test_an_act_out_of_its_turn_is_refused_and_changes_nothing(
    arrive, sender, approver, verb, state
):
    decides = verb in ("approve", "refuse")
    batch = placed(arrive(sender), state=state, counts=TRIED)
    before = Act.objects.count()
    with pytest.raises(ActRefused, match="tidak dapat"):
        ACTS[verb][0](by=approver if decides else sender, batch=batch)
    batch.refresh_from_db()
    assert batch.state == state
    assert Act.objects.count() == before


def test_runs_that_wait_are_one(approved, sender):
    approved(sender)
    approved(sender, OTHER, kind="members", month=MONTH - 1)
    run = Run.objects.get()
    assert (run.month, queued(tasks.run_region).count()) == (MONTH, 1)


def test_beside_a_run_that_goes_on_another_waits(approved, sender):
    approved(sender)
    Run.objects.update(state="running")
    approved(sender, OTHER)
    assert list(Run.objects.values_list("state", flat=True)) == ["queued", "running"]


def test_a_run_is_asked_for_of_a_region_that_has_files(approved, sender):
    scope.enter(sender)
    with pytest.raises(InputRefused, match="Belum ada berkas"):
        actions.start_run(by=sender, region_code="16.04")
    approved(sender)
    Run.objects.update(state="published")
    run = actions.start_run(by=sender, region_code="16.04")
    assert (run.state, run.cause, run.month) == ("queued", "request", MONTH)


def test_a_waiting_run_is_cancelled_at_once_and_a_running_one_is_told(approved, sender):
    approved(sender)
    run = actions.cancel(by=sender, run=Run.objects.get())
    assert (run.state, run.cancel_asked_by_id) == ("cancelled", sender.user_id)
    with pytest.raises(ActRefused, match="sudah dibatalkan"):
        actions.cancel(by=sender, run=run)
    other = actions.start_run(by=sender, region_code="16.04")
    Run.objects.filter(pk=other.pk).update(state="running")
    other = actions.cancel(by=sender, run=other)
    assert other.state == "running"
    assert other.cancel_asked_at is not None


def test_a_hidden_person_is_left_out_of_a_run_where_files_are_in_use(approved, sender):
    scope.tell(None, None, every=True)
    assert actions.leave_out_hidden(region_code="16.04") is None
    approved(sender)
    Run.objects.update(state="published")
    scope.tell(None, None, every=True)
    run = actions.leave_out_hidden(region_code="16.04")
    assert (run.cause, run.asked_by, run.month) == ("erasure", None, MONTH)
