"""Mandates: given to prosecutors, returned with a reason, new ones for court."""

from datetime import timedelta

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import mandates, partners, steps
from naungan.casework.compliance.models import Case, HandOver, StepTaken
from naungan.casework.correspondence.actions import (
    Typeset,
    Wanted,
    issue as issue_letter,
)
from naungan.web.pages.cases import waiting


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def issue(offices):
    """Give the prosecutor a mandate in a case."""

    def do(case, kind="non_litigation", on=TODAY + 30 * DAY, *, to=None, **rest):
        scope.enter(offices.examiner)
        holder = to or offices.prosecutor
        given = {
            "number": "SKK-1/2026",
            "category": "MENUNGGAK",
            "principal_idr": 9_000_000,
            "fine_idr": 900_000,
            "from_month": 24_300,
            "to_month": 24_310,
            "reason": "Surat ketiga tidak perlu.",
        } | rest
        return mandates.issue_skk(
            by=offices.examiner,
            case=case,
            to=Institution.objects.get(pk=holder.institution_id),
            kind=kind,
            issued_on=on,
            today=on,
            **given,
        )

    return do


@pytest.fixture
def lettered(offices):
    """Issue the letter of a step, as plain paper."""

    def do(case, step, on):
        wanted = Wanted(step, "SKK", ("case", case.pk), "Hal", "Kepada", "v", "v")
        return issue_letter(
            by=offices.examiner,
            wanted=wanted,
            today=on,
            typeset=lambda _numbers: [Typeset(b"%PDF-1.7", b"{}")],
        )

    return do


@pytest.fixture
def demanded(opened, take):
    """Give a case of arrears after its first letter."""
    case = opened("arrears")
    take(case, "arrears_letter_1")
    return case


def test_a_mandate_is_a_step_and_hands_the_case_over(demanded, issue, offices):
    skk = issue(demanded)
    demanded.refresh_from_db()
    assert (demanded.stage, demanded.waits_for) == (
        "skk_non_litigation",
        "other_institution",
    )
    assert demanded.escalated_on == skk.issued_on
    scope.enter(offices.prosecutor)
    assert Case.objects.get() == demanded
    assert HandOver.objects.get().kind == "mandate"
    done = mandates.register_skk(
        by=offices.prosecutor,
        skk=skk,
        number="Reg-7",
        on=skk.issued_on,
        today=skk.issued_on,
    )
    assert (done.state, done.registered_number) == ("registered", "Reg-7")


def test_one_mandate_of_a_kind_stands_at_a_time(demanded, issue):
    issue(demanded)
    with pytest.raises(ActRefused, match="sudah"):
        issue(demanded)


def test_a_suit_waits_for_a_mandate_of_its_own(demanded, issue, take, offices):
    skk = issue(demanded)
    day = skk.issued_on + DAY
    acting = {"by": offices.prosecutor, "reason": "Panggilan dilewati."}
    take(demanded, "somasi", day, **acting)
    with pytest.raises(ActRefused, match="litigasi lebih dahulu"):
        take(demanded, "small_claim", day + 20 * DAY, **acting)
    scope.enter(offices.prosecutor)
    back = mandates.return_skk(
        by=offices.prosecutor,
        skk=skk,
        reason="Tidak datang.",
        on=day + 20 * DAY,
        today=day + 20 * DAY,
    )
    assert (back.state, back.reason) == ("returned", "Tidak datang.")
    assert StepTaken.objects.get(step="skk_non_litigation").state == "lifted"
    second = issue(demanded, "litigation", day + 21 * DAY, number="SKK-2/2026")
    assert second.parent_id == skk.pk
    claim = take(demanded, "small_claim", day + 22 * DAY, by=offices.prosecutor)
    assert claim.state == "standing"


def test_a_further_mandate_waits_for_whoever_took_the_case_on(
    demanded, issue, take, offices
):
    skk = issue(demanded)
    day, by = skk.issued_on + DAY, offices.prosecutor
    scope.enter(by)
    assert not queries.my_day(by, day).mandates  # its hand-over waits
    partners.accept(by=by, hand_over=HandOver.objects.get(), today=day)
    mandates.register_skk(by=by, skk=skk, number="Reg-1", on=day, today=day)
    take(demanded, "somasi", day, by=by, reason="Langsung.")
    scope.enter(by)
    mandates.return_skk(by=by, skk=skk, reason="Tidak datang.", on=day, today=day)
    until = day + 90 * DAY
    court = issue(demanded, "litigation", day, number="SKK-2", until_on=until)
    scope.enter(by)
    waits = queries.my_day(by, day)
    assert (waits.mandates, waits.counts["mandates"]) == ([court], 1)
    assert [list(rows) for rows in waiting.rows(by)] == [[], [], [court]]
    mandates.register_skk(by=by, skk=court, number="Reg-2", on=day, today=day)
    assert not queries.my_day(by, day).mandates


def test_a_returned_litigation_mandate_carries_no_suit(demanded, issue, take, offices):
    skk = issue(demanded)
    day = skk.issued_on + DAY
    take(demanded, "somasi", day, by=offices.prosecutor, reason="Langsung.")
    court = issue(demanded, "litigation", day + 20 * DAY, number="SKK-2")
    mandates.return_skk(
        by=offices.examiner,
        skk=court,
        reason="Ditarik.",
        on=day + 21 * DAY,
        today=day + 21 * DAY,
    )
    with pytest.raises(ActRefused, match="litigasi lebih dahulu"):
        take(demanded, "small_claim", day + 22 * DAY, by=offices.prosecutor)


def test_a_mandate_waits_for_its_letter_whose_number_is_its_only_one(
    demanded, issue, offices, lettered
):
    skk = issue(demanded, number="")
    step = StepTaken.objects.get(step="skk_non_litigation")
    letter = lettered(demanded, "skk_non_litigation", skk.issued_on)
    steps.attach_letter(by=offices.examiner, step=step, letter=letter)
    skk.refresh_from_db()
    assert skk.number == letter.number


def test_a_mandate_written_elsewhere_gets_no_second_number(
    demanded, issue, offices, lettered
):
    skk = issue(demanded, number="SKK-1/2026")
    step = StepTaken.objects.get(step="skk_non_litigation")
    letter = lettered(demanded, "skk_non_litigation", skk.issued_on)
    with pytest.raises(ActRefused, match="sudah bernomor"):
        steps.attach_letter(by=offices.examiner, step=step, letter=letter)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "lain"}, "di luar pengadilan atau"),
        ({"category": "LAIN"}, "golongan"),
        ({"principal_idr": -1}, "kurang dari nol"),
        ({"principal_idr": 0, "fine_idr": 0}, "jumlah yang terutang"),
        ({"to_month": None}, "bulan pertama dan"),
        ({"to_month": 24_299}, "mendahului bulan"),
    ],
)
def test_a_mandate_says_what_it_is_for(demanded, issue, given, said):
    with pytest.raises(ActRefused, match=said):
        issue(demanded, **given)


def test_only_prosecutors_hold_mandates(demanded, issue, offices):
    with pytest.raises(ActRefused, match="kepada kejaksaan"):
        issue(demanded, to=offices.inspector)


def test_a_stranger_moves_no_mandate(demanded, issue, offices):
    skk = issue(demanded)
    scope.enter(offices.inspector)
    with pytest.raises(ActRefused, match="antara lembaga lain"):
        mandates.realise_skk(
            by=offices.inspector, skk=skk, on=skk.issued_on, today=skk.issued_on
        )


def test_a_mandate_runs_out_and_its_step_with_it(demanded, issue, offices):
    skk = issue(demanded)
    day = skk.issued_on + DAY
    with pytest.raises(ActRefused, match="mendahului surat kuasa"):
        mandates.expire_skk(by=offices.examiner, skk=skk, on=TODAY, today=day)
    done = mandates.expire_skk(by=offices.examiner, skk=skk, on=day, today=day)
    assert done.ended_on == day
    assert StepTaken.objects.get(step="skk_non_litigation").state == "lifted"


def test_a_mandate_that_brought_it_about_ends_its_step_as_complied_with(
    demanded, issue, offices
):
    skk = issue(demanded)
    step = StepTaken.objects.get(step="skk_non_litigation")
    with pytest.raises(ActRefused, match="bersama surat kuasanya"):
        steps.close_step(
            by=offices.examiner,
            step=step,
            verb="comply",
            on=skk.issued_on,
            today=skk.issued_on,
        )
    mandates.realise_skk(
        by=offices.examiner, skk=skk, on=skk.issued_on, today=skk.issued_on
    )
    step.refresh_from_db()
    assert step.state == "complied"
