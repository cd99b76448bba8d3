"""The panel of visits tells those that were planned and those that were only recorded."""

from datetime import date
from types import SimpleNamespace

from django.utils import translation

from naungan.casework.compliance.models import PlannedVisit, VisitRecord
from naungan.web.pages.cases.shown.partners import visits


def planned(number, on, **told):
    place = SimpleNamespace(pk=7, name="Pengawasan")
    given = {"purpose": "melihat daftar upah", "cancelled_on": None, **told}
    return SimpleNamespace(pk=number, planned_on=on, institution=place, **given)


def test_a_visit_that_was_only_recorded_stands_with_what_came_of_it():
    record = VisitRecord(
        pk=1, visited_on=date(2024, 7, 23), outcome="promised", place="Kikim Timur"
    )
    with translation.override("id"):
        lines = visits([planned(4, date(2024, 8, 1))], [record])
    assert [one.text for one in lines] == [
        "melihat daftar upah · Pengawasan",
        "Menyanggupi · Kikim Timur",
    ]
    assert lines[0].address.endswith("/kunjungan/4")
    assert lines[1].address == ""


def test_the_record_of_a_planned_visit_and_a_cancelled_plan_add_no_line():
    plan = PlannedVisit(pk=4)
    record = VisitRecord(
        pk=1, visited_on=date(2024, 8, 1), outcome="promised", visit=plan
    )
    kept = planned(4, date(2024, 8, 1))
    dropped = planned(5, date(2024, 8, 2), cancelled_on=date(2024, 8, 1))
    assert len(visits([kept, dropped], [record])) == 1


def test_a_record_whose_plan_is_not_on_the_case_still_stands():
    record = VisitRecord(
        pk=1, visited_on=date(2024, 8, 1), outcome="closed", visit_id=4
    )
    with translation.override("id"):
        (line,) = visits([], [record])
    assert line.text == "Tempatnya tutup"


def test_of_a_corrected_record_only_the_correction_stands():
    first = VisitRecord(pk=1, visited_on=date(2024, 7, 23), outcome="promised")
    again = VisitRecord(
        pk=2, visited_on=date(2024, 7, 24), outcome="refused", replaces=first
    )
    with translation.override("id"):
        (line,) = visits([], [first, again])
    assert line.title.startswith("24")
