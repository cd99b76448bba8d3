"""People by rate by month: to the rupiah, each month of a person once."""

import pytest
from django.db.models import Sum
from tests.invented_scheme import BESIDE, HERE, pay, person
from tests.unit.casework.protection.conftest import PLAN, TODAY, carry_on

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection import amounts
from naungan.casework.protection.actions import (
    decisions,
    enrolment,
    lists,
    money,
    schemes,
)
from naungan.casework.protection.models import Billing, Entry, PaidMonth
from naungan.casework.protection.queries.money import budget_sheet, by_fund, unpaid
from naungan.lib.dates import month_index, month_start


BEGUN = month_start(PLAN.from_month)


def test_a_year_of_two_thousand_eight_hundred_twenty_nine_people(planned):
    one = planned(
        name="Manggarai Barat",
        from_month=month_index(2023, 1),
        until_month=month_index(2023, 12),
    )
    (year,) = amounts.by_year(one)
    assert 2_829 * year.each_idr == 570_326_400


def test_what_was_reported_of_the_palm_farmers_stands_beside_what_is_computed(
    desks, planned
):
    one = planned(
        name="Petani sawit",
        fund="dbh_sawit",
        category="palm_farmer",
        from_month=month_index(2023, 4),
        until_month=month_index(2023, 12),
    )
    schemes.report_figure(
        by=desks.agency, scheme=one, kind="people", standing="covered",
        year=2023, amount=4_400, source="berita",
    )  # fmt: skip
    schemes.report_figure(
        by=desks.agency, scheme=one, kind="idr", standing="covered",
        year=2023, amount=739_122_000, source="berita",
    )  # fmt: skip
    (year,) = budget_sheet(one).years
    assert year.plan_idr == 665_280_000
    assert year.reported_idr == 739_122_000
    assert year.variance_idr == 73_842_000


def test_sixty_in_each_of_three_hundred_sixty_villages(desks, planned):
    one = planned(name="Lahat")
    codes = [f"16.04.{n // 20 + 1:02d}.{2001 + n % 20}" for n in range(360)]
    total = schemes.set_quotas(
        by=desks.agency, scheme=one, people=dict.fromkeys(codes, 60)
    )
    assert total == 21_600
    sheet = budget_sheet(one)
    assert (sheet.people, sheet.counted) == (21_600, "quota")
    assert sheet.plan_idr == 2_177_280_000


def test_the_months_of_two_fiscal_years_are_cut_at_new_year(planned):
    one = planned(
        name="Lima dan tujuh",
        from_month=month_index(2024, 8),
        until_month=month_index(2025, 7),
    )
    parts = amounts.by_year(one)
    assert [(part.year, part.months, part.each_idr) for part in parts] == [
        (2024, 5, 84_000),
        (2025, 7, 117_600),
    ]


def test_the_relief_of_2026_does_not_reach_what_public_money_pays(planned):
    span = {"from_month": month_index(2026, 5), "until_month": month_index(2026, 5)}
    public = planned(name="Dari APBD", **span)
    given = planned(name="Dari CSR", fund="csr", **span)
    assert amounts.rate_idr(public, span["from_month"]) == 16_800
    answer = amounts.rate(given, span["from_month"])
    assert answer.results["total"] == 8_400
    assert any("Belum pasti" in note.text() for note in answer.notes)


def test_a_scheme_of_an_honorarium_counts_on_it(planned):
    one = planned(
        name="Petugas pemilihan",
        category="election_officer",
        package="two_of_honorarium",
        honorarium_idr=2_000_000,
    )
    assert amounts.rate_idr(one, one.from_month) == 10_800


def test_a_third_programme_is_another_package(planned):
    assert amounts.rate_idr(planned(name="Tiga", package="three"), PLAN.from_month) == (
        36_800
    )


def test_a_ceiling_runs_out_in_the_first_month_it_does_not_pay_whole(planned):
    one = planned(name="Pagu kecil")
    (year,) = amounts.by_year(one)

    def ends(ceiling_idr):
        return amounts.exhausted_in(one, year, 100, ceiling_idr)

    assert ends(100 * 16_800 * 6) is None
    assert ends(100 * 16_800 * 6 - 1) == one.until_month
    assert ends(100 * 16_800 * 2) == one.from_month + 2
    assert ends(0) == one.from_month


def test_a_ceiling_pays_the_months_of_its_own_fiscal_year_alone(desks, planned):
    one = planned(
        name="Dua tahun anggaran",
        from_month=month_index(2024, 10),
        until_month=month_index(2025, 3),
    )
    schemes.set_quotas(by=desks.agency, scheme=one, people={"16.04.01.2001": 100})

    def written(year, months):
        money.set_budget(
            by=desks.agency, scheme=one, year=year, ceiling_idr=100 * 16_800 * months
        )
        return budget_sheet(one)

    assert budget_sheet(one).unwritten == [2024, 2025]
    sheet = written(2024, 6)  # what 2024 leaves pays nothing of 2025
    assert (sheet.exhausted_in, sheet.unwritten) == ([], [2025])
    assert sheet.years[1].left_idr is None
    sheet = written(2025, 2)
    assert sheet.ceiling_idr > sheet.plan_idr
    assert sheet.exhausted_in == [month_index(2025, 3)]
    assert [year.exhausted_in for year in sheet.years] == [None, month_index(2025, 3)]
    sheet = written(2024, 1)
    assert sheet.exhausted_in == [month_index(2024, 11), month_index(2025, 3)]
    assert written(2024, 3).exhausted_in == [month_index(2025, 3)]
    assert written(2025, 3).exhausted_in == []


def test_a_budget_takes_as_many_as_it_can_pay(desks, scheme, listed):
    listed(9001, 9002, by=desks.agency)
    listed(9003, 9004, by=desks.agency, village=BESIDE)
    decide_all(desks, scheme)
    with pytest.raises(ActRefused, match="pagu"):
        money.budget_people(by=desks.agency, scheme=scheme)
    money.set_budget(
        by=desks.agency, scheme=scheme, year=2024, ceiling_idr=3 * 6 * 16_800
    )
    assert money.budget_people(by=desks.agency, scheme=scheme) == 3
    assert money.budget_people(by=desks.agency, scheme=scheme) == 0
    assert Entry.objects.filter(state="decided").count() == 1


def decide_all(desks, scheme):
    decisions.decide(
        by=desks.agency,
        scheme=scheme,
        number="400/1/DPMD/VI/2024",
        decided_on=TODAY,
        official="Bupati Rekaan",
        today=TODAY,
    )


def test_a_bill_is_the_sum_of_its_months_and_paying_it_covers(desks, scheme, enrolled):
    entries = enrolled(9001, 9002)
    billing = pay(desks.agency, scheme, scheme.from_month, scheme.from_month + 1, TODAY)
    assert billing.people == 2
    assert billing.amount_idr == 2 * 2 * 16_800
    months = PaidMonth.objects.filter(billing=billing)
    assert months.aggregate(sum=Sum("amount_idr"))["sum"] == billing.amount_idr
    assert {
        one.state for one in Entry.objects.filter(pk__in=[e.pk for e in entries])
    } == {"paid"}


def test_a_month_is_billed_once(desks, scheme, enrolled):
    enrolled(9001)
    money.bill(
        by=desks.agency,
        scheme=scheme,
        from_month=scheme.from_month,
        until_month=scheme.from_month + 1,
    )
    again = money.bill(
        by=desks.agency,
        scheme=scheme,
        from_month=scheme.from_month,
        until_month=scheme.from_month + 2,
    )
    assert again.amount_idr == 16_800
    with pytest.raises(ActRefused, match="belum ditagih"):
        money.bill(
            by=desks.agency,
            scheme=scheme,
            from_month=scheme.from_month,
            until_month=scheme.from_month + 2,
        )
    assert Billing.objects.count() == 2


def test_a_bill_that_is_taken_back_frees_its_months(desks, scheme, enrolled):
    enrolled(9001)
    span = {"from_month": scheme.from_month, "until_month": scheme.until_month}
    first = money.bill(by=desks.agency, scheme=scheme, **span)
    money.void(by=desks.agency, billing=first)
    assert money.bill(by=desks.agency, scheme=scheme, **span).people == 1


def test_a_wrong_amount_is_no_payment(desks, scheme, enrolled):
    enrolled(9001)
    billing = money.bill(
        by=desks.agency,
        scheme=scheme,
        from_month=scheme.from_month,
        until_month=scheme.from_month,
    )
    with pytest.raises(ActRefused, match="tidak sama"):
        money.pay(
            by=desks.agency, billing=billing, paid_on=TODAY, amount_idr=1,
            reference="", today=TODAY,
        )  # fmt: skip


def test_a_paid_month_stays_as_it_is(desks, scheme, enrolled):
    enrolled(9001)
    pay(desks.agency, scheme, scheme.from_month, scheme.from_month, TODAY)
    assert PaidMonth.objects.update(amount_idr=1) == 0
    assert PaidMonth.objects.all()._raw_delete("default") == 0  # noqa: SLF001


def test_a_ceiling_of_the_scheme_pays_for_nobody_of_a_village_with_its_own(
    desks, scheme, listed
):
    listed(9001, 9002, by=desks.agency)
    listed(9003, by=desks.agency, village=BESIDE)
    decisions.decide(
        by=desks.agency,
        scheme=scheme,
        number="SK 1",
        decided_on=TODAY,
        official="Bupati",
        today=TODAY,
    )
    year = amounts.by_year(scheme)[0]
    for village, places in ((HERE, 1), ("", 5)):
        money.set_budget(
            by=desks.agency,
            scheme=scheme,
            year=year.year,
            ceiling_idr=places * year.each_idr,
            village_code=village,
        )
    assert money.budget_people(by=desks.agency, scheme=scheme) == 1
    assert Entry.objects.get(state="budgeted").village_code == BESIDE
    assert money.budget_people(by=desks.agency, scheme=scheme, village_code=HERE) == 1
    assert Entry.objects.filter(state="decided").count() == 1


def test_whoever_died_is_taken_out_of_what_is_not_paid(desks, scheme, enrolled):
    first, _ = enrolled(9001, 9002)
    billing = money.bill(
        by=desks.agency,
        scheme=scheme,
        from_month=scheme.from_month,
        until_month=scheme.until_month,
    )
    first.refresh_from_db()
    decisions.end(
        by=desks.agency, entry=first, reason="died", ended_on=TODAY, today=TODAY
    )
    billing.refresh_from_db()
    assert (billing.people, billing.amount_idr) == (1, 6 * 16_800)


def test_another_fund_cannot_pay_the_same_month_again(desks, planned, enrolled, listed):
    one = planned(name="Pertama", fund="add")
    other = planned(name="Kedua", fund="dbh_sawit")
    enrolled(9001, into=one)
    pay(desks.agency, one, one.from_month, one.until_month, TODAY)
    (entry,) = listed(9001, into=other, by=desks.agency)
    assert entry.state == "flagged"
    # Whatever the lists and decrees say, the database keeps one row for NIK and month.
    Entry.objects.filter(pk=entry.pk).update(state="enrolled")
    with pytest.raises(ActRefused, match="belum ditagih"):
        money.bill(
            by=desks.agency,
            scheme=other,
            from_month=other.from_month,
            until_month=other.until_month,
        )
    (later,) = listed(9001, into=planned(name="Ketiga", fund="csr"), by=desks.agency)
    assert later.state == "flagged"
    found = by_fund(desks.agency)
    assert {row["fund"] for row in found} == {"add"}
    assert sum(row["idr"] for row in found) == 6 * 16_800


def test_a_village_that_budgeted_and_forgot_is_named(desks, scheme):
    money.set_budget(
        by=desks.agency, scheme=scheme, year=2024, ceiling_idr=6_048_000,
        village_code=HERE,
    )  # fmt: skip
    assert not unpaid(desks.agency, TODAY)  # the scheme has not begun
    (found,) = unpaid(desks.agency, BEGUN)
    assert (found.village_code, found.ceiling_idr, found.open_idr) == (
        HERE,
        6_048_000,
        0,
    )


def test_thirty_seven_villages_that_budgeted_and_forgot_are_named_and_no_other(
    desks, scheme
):
    codes = [f"16.04.{n // 20 + 1:02d}.{2001 + n % 20}" for n in range(60)]
    for code in codes:
        money.set_budget(
            by=desks.agency, scheme=scheme, year=2024, ceiling_idr=6_048_000,
            village_code=code,
        )  # fmt: skip
    Billing.objects.bulk_create(
        Billing(
            scheme=scheme,
            institution_id=scheme.institution_id,
            village_code=code,
            from_month=scheme.from_month,
            until_month=scheme.from_month,
            people=60,
            amount_idr=1_008_000,
            law_version="x",
            due_on=TODAY,
            made_by_id=desks.agency.user_id,
            paid_on=TODAY,
        )
        for code in codes[37:]
    )
    found = unpaid(desks.agency, BEGUN)
    assert [one.village_code for one in found] == sorted(codes[:37])
    assert sum(one.ceiling_idr for one in found) == 37 * 6_048_000


def test_whoever_only_looks_records_no_money(desks, scheme, at):
    at(desks.treasury)
    with pytest.raises(ActRefused, match="tidak ikut serta"):
        money.set_budget(by=desks.treasury, scheme=scheme, year=2024, ceiling_idr=1)
    at(desks.clerk)
    with pytest.raises(ActRefused, match="wewenang"):
        money.set_budget(by=desks.clerk, scheme=scheme, year=2024, ceiling_idr=1)


def test_a_treasury_that_takes_part_records_money(desks, scheme, at):
    from naungan.casework.accounts.models import Institution

    place = Institution.objects.get(pk=desks.treasury.institution_id)
    schemes.let_join(by=desks.agency, scheme=scheme, institution=place, today=TODAY)
    at(desks.treasury)
    made = money.set_budget(
        by=desks.treasury, scheme=scheme, year=2024, ceiling_idr=1_000
    )
    assert made.institution_id == scheme.institution_id


def test_a_file_sent_is_answered_person_by_person(desks, scheme, listed):
    listed(9001, 9002, by=desks.agency)
    listed(9003, by=desks.agency, village=BESIDE)
    decide_all(desks, scheme)
    money.set_budget(by=desks.agency, scheme=scheme, year=2024, ceiling_idr=10**9)
    money.budget_people(by=desks.agency, scheme=scheme)
    made = enrolment.make_file(by=desks.agency, scheme=scheme)
    one, two, _ = made.entries.order_by("pk")
    told = enrolment.take_back(
        by=desks.agency,
        enrolment=made,
        first_month=scheme.from_month,
        answers=[
            enrolment.Answered(one.nik, kpj="24001234567"),
            enrolment.Answered(two.nik, reason="NIK tidak padan"),
            enrolment.Answered(1604100101849999, kpj="1"),
        ],
    )
    assert told == enrolment.TakenBack(1, 1, 1, 1)
    states = dict(Entry.objects.values_list("pk", "state"))
    assert (states[one.pk], states[two.pk]) == ("enrolled", "refused")
    assert enrolment.make_file(by=desks.agency, scheme=scheme).people == 1


def test_whoever_was_refused_and_corrected_is_decided_and_sent_again(
    desks, scheme, listed, at
):
    (entry,) = listed(9001, by=desks.agency)
    decide_all(desks, scheme)
    money.set_budget(by=desks.agency, scheme=scheme, year=2024, ceiling_idr=10**9)
    money.budget_people(by=desks.agency, scheme=scheme)
    made = enrolment.make_file(by=desks.agency, scheme=scheme)
    refused = [enrolment.Answered(entry.nik, reason="NIK tidak padan")]
    enrolment.take_back(
        by=desks.agency, enrolment=made, answers=refused, first_month=scheme.from_month
    )
    entry.refresh_from_db()
    lists.correct(by=desks.agency, entry=entry, person=person(9002))
    carry_on(desks, scheme)
    entry.refresh_from_db()
    assert (entry.state, entry.enrolment.number) == ("enrolled", 2)


def test_a_dead_person_is_followed_by_another(desks, scheme, enrolled, at):
    first, _ = enrolled(9001, 9002)
    first.refresh_from_db()
    at(desks.agency)
    follower = decisions.replace(
        by=desks.agency,
        entry=first,
        person=person(9005),
        reason="died",
        ended_on=TODAY,
        today=TODAY,
    )
    assert follower.follows == first
    assert follower.state == "valid"
    first.refresh_from_db()
    assert first.state == "replaced"
