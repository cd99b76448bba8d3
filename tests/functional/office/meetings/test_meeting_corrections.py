"""A line that was written wrongly is put right where it stands, not written anew."""

from http import HTTPStatus

import pytest
from django.urls import reverse
from tests.functional.office.meetings.test_meetings import (
    TODAY,
    branch,
    event,
    everywhere,
    note,
    village_office,
)
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    EventBasis,
    Figure,
    JointPlan,
    Obstacle,
    Organiser,
    PlanActivity,
    Recommendation,
    Statement,
)


pytestmark = pytest.mark.django_db
WORLD = (branch, event, village_office)  # fixtures of the meeting that is under way


def as_keeper(event):
    """Let the test itself write rows as the institution that keeps the record."""
    scope.tell(None, event.institution_id, every=True)


def raw(answer):
    """Give the markup of a page."""
    return answer.content.decode()


def put_right(client, name, arguments, given):
    """Change a line by its form; give where the page goes then."""
    address = reverse(name, args=arguments)
    before = client.get(address)
    assert before.status_code == HTTPStatus.OK
    answer = client.post(address, given)
    assert answer.status_code == HTTPStatus.FOUND, answer.context["form"].errors
    everywhere()
    return answer.url


def test_a_statement_is_put_right_at_the_table(event, branch):
    note(branch, event, "statement", "Iuran terlalu tinggi", stance="oppose")
    everywhere()
    row = Statement.objects.get()
    table = reverse("meetings.table", args=[event.pk])
    assert reverse("meetings.edit_note", args=[event.pk, "statement", row.pk]) in raw(
        branch.get(table)
    )
    given = {"text": "Iurannya berat", "stance": "agree", "group": "employers"}
    went = put_right(
        branch, "meetings.edit_note", [event.pk, "statement", row.pk], given
    )
    assert went.startswith(table)
    row.refresh_from_db()
    assert (row.text, row.stance, row.group) == ("Iurannya berat", "agree", "employers")


def test_nothing_is_written_at_the_table_once_the_minutes_stand(event, branch):
    note(branch, event, "statement", "Iuran terlalu tinggi")
    everywhere()
    row = Statement.objects.get()
    as_keeper(event)
    type(event).objects.filter(pk=event.pk).update(state="minuted")
    address = reverse("meetings.edit_note", args=[event.pk, "statement", row.pk])
    answer = branch.post(address, {"text": "Lain", "stance": "neutral"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    everywhere()
    row.refresh_from_db()
    assert row.text == "Iuran terlalu tinggi"
    refused = note(branch, event, "commitment", "DPMD mendaftarkan desa")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_recommendation_is_put_right_declined_and_opened_again(event, branch):
    note(branch, event, "recommendation", "Terbitkan surat edaran")
    everywhere()
    row = Recommendation.objects.get()
    given = {"text": "Terbitkan instruksi bupati", "addressee": "Sekda"}
    put_right(branch, "meetings.edit_note", [event.pk, "recommendation", row.pk], given)
    went = put_right(
        branch, "meetings.decline", [event.pk, row.pk], {"reason": "Sudah ada"}
    )
    row.refresh_from_db()
    assert (row.text, row.state) == ("Terbitkan instruksi bupati", "declined")
    assert "Sudah ada" in plain(branch.get(went))
    branch.post(reverse("meetings.reopen_advice", args=[event.pk, row.pk]))
    everywhere()
    row.refresh_from_db()
    assert (row.state, row.reason) == ("open", "")


def test_a_figure_is_put_right_and_reckoned_anew(event, branch):
    for text in ("Cakupan 35 persen", "51.398 pekerja", "239.799 pekerja"):
        note(branch, event, "figure", text)
    everywhere()
    row = Figure.objects.get(unit="percent")
    assert row.checked == {}
    part, whole = Figure.objects.filter(unit="people").order_by("pk")
    of = {"part": part.pk, "whole": whole.pk}
    given = {"meaning": "Cakupan", "value": "21,43", "unit": "percent", **of}
    put_right(branch, "meetings.edit_note", [event.pk, "figure", row.pk], given)
    row.refresh_from_db()
    assert (row.meaning, row.words, row.checked["agrees"]) == ("Cakupan", "", True)
    address = reverse("meetings.edit_note", args=[event.pk, "figure", row.pk])
    wrong = branch.post(address, given | {"value": "banyak sekali"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_an_obstacle_is_put_right(event, branch):
    note(branch, event, "obstacle", "Desa belum paham", obstacle_kind="awareness")
    everywhere()
    row = Obstacle.objects.get()
    given = {"text": "Anggaran desa belum diubah", "kind": "funding"}
    put_right(branch, "meetings.edit_note", [event.pk, "obstacle", row.pk], given)
    row.refresh_from_db()
    assert (row.text, row.kind) == ("Anggaran desa belum diubah", "funding")


def test_a_promise_on_a_recommendation_takes_it_up(event, branch):
    note(branch, event, "recommendation", "Terbitkan surat edaran")
    everywhere()
    row = Recommendation.objects.get()
    note(branch, event, "commitment", "Sekda terbitkan edaran", recommendation=row.pk)
    everywhere()
    row.refresh_from_db()
    assert row.state == "taken_up"
    assert Commitment.objects.get().recommendation_id == row.pk


def test_a_point_of_the_agenda_is_put_right_and_moved_up(event, branch):
    for text in ("Pembukaan", "Cakupan"):
        branch.post(reverse("meetings.point", args=[event.pk]), {"text": text})
    everywhere()
    second = AgendaItem.objects.get(text="Cakupan")
    given = {"text": "Cakupan desa", "minutes": 30}
    put_right(branch, "meetings.edit_point", [event.pk, second.pk], given)
    branch.post(reverse("meetings.raise_point", args=[event.pk, second.pk]))
    everywhere()
    rows = AgendaItem.objects.order_by("number").values_list("text", "minutes")
    assert list(rows) == [("Cakupan desa", 30), ("Pembukaan", None)]


def test_what_was_discussed_under_a_point_is_written_at_the_table(event, branch):
    branch.post(reverse("meetings.point", args=[event.pk]), {"text": "Cakupan"})
    everywhere()
    item = AgendaItem.objects.get()
    table = reverse("meetings.table", args=[event.pk])
    assert 'name="discussed"' in raw(branch.get(table))
    told = {"discussed": "Naik di semua kecamatan."}
    branch.post(reverse("meetings.discuss", args=[event.pk, item.pk]), told)
    assert told["discussed"] in plain(
        branch.get(reverse("meetings.one", args=[event.pk]))
    )


def test_a_discussion_that_is_refused_stays_in_its_field(event, branch):
    branch.post(reverse("meetings.point", args=[event.pk]), {"text": "Cakupan"})
    everywhere()
    item = AgendaItem.objects.get()
    typed = "Orang dengan NIK 1604010203859001 ditanyakan."
    address = reverse("meetings.discuss", args=[event.pk, item.pk])
    answer = branch.post(address, {"discussed": typed})
    assert answer.status_code == 422
    page = raw(answer)
    assert f"autofocus>{typed}</textarea>" in page
    assert "Jangan tulis NIK di dalam catatan rapat." in page
    item.refresh_from_db()
    assert item.discussed == ""


def test_a_guest_is_put_right_and_stays_present(event, branch):
    guest = {"position": "Kepala Disnaker", "role": "attend"}
    branch.post(reverse("meetings.guest", args=[event.pk]), guest)
    everywhere()
    row = Attendance.objects.get()
    office = Institution.objects.get(code="dpmd")
    as_keeper(event)
    Attendance.objects.update(home=office, home_name=office.name)
    given = {**guest, "name": "Tamu Rekaan", "home_name": office.name, "deputy": "Plt"}
    put_right(branch, "meetings.edit_guest", [event.pk, row.pk], given)
    row.refresh_from_db()
    assert (row.name, row.deputy, row.home_id) == ("Tamu Rekaan", "Plt", office.pk)
    assert row.signed_in_at is not None
    put_right(
        branch,
        "meetings.edit_guest",
        [event.pk, row.pk],
        {**given, "home_name": "SPSI"},
    )
    row.refresh_from_db()
    assert (row.home_name, row.home_id) == ("SPSI", None)


def test_an_organiser_and_a_legal_text_named_wrongly_are_taken_away(event, branch):
    branch.post(reverse("meetings.organiser", args=[event.pk]), {"name": "Panitia"})
    everywhere()
    as_keeper(event)
    EventBasis.objects.create(
        institution_id=event.institution_id, event=event, kind="Inpres", number="2"
    )
    page = raw(branch.get(reverse("meetings.one", args=[event.pk])))
    organiser, basis = Organiser.objects.get(), EventBasis.objects.get()
    for name, row in (("organiser", organiser), ("basis", basis)):
        address = reverse(f"meetings.remove_{name}", args=[event.pk, row.pk])
        assert address in page
        branch.post(address)
    everywhere()
    assert not Organiser.objects.exists()
    assert not EventBasis.objects.exists()


def test_an_obstacle_that_came_back_stands_open_again(event, branch):
    note(branch, event, "obstacle", "NIK ganda", obstacle_kind="data_quality")
    everywhere()
    row = Obstacle.objects.get()
    over = {"resolved_on": TODAY.isoformat(), "resolution": "Dipadankan ulang"}
    branch.post(reverse("obstacles.resolve", args=[row.pk]), over)
    address = reverse("obstacles.reopen", args=[row.pk])
    assert address in raw(branch.get(reverse("obstacles")))
    assert branch.post(address).status_code == HTTPStatus.FOUND
    everywhere()
    row.refresh_from_db()
    assert (row.resolved_on, row.resolution) == (None, "")
    assert branch.post(address).status_code == HTTPStatus.NOT_FOUND


def test_an_activity_is_put_right_until_the_plan_is_agreed(branch):
    months = {"from_month": "2031-01", "until_month": "2031-12"}
    branch.post(reverse("plans.make"), {"title": "Program", **months})
    everywhere()
    plan = JointPlan.objects.get()
    doing = {"what": "Sosialisasi", "owner_name": "Bagian Hukum", "month": "2031-03"}
    branch.post(reverse("plans.activity", args=[plan.pk]), doing)
    everywhere()
    row = PlanActivity.objects.get()
    arguments = [plan.pk, row.pk]
    changed = {**doing, "month": "2031-05", "budget_idr": "5.000.000"}
    put_right(branch, "plans.change", arguments, changed)
    row.refresh_from_db()
    assert (row.month, row.budget_idr) == (2031 * 12 + 4, 5_000_000)
    branch.post(reverse("plans.move", args=[plan.pk]), {"langkah": "sepakat"})
    answer = branch.post(reverse("plans.change", args=arguments), doing)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
