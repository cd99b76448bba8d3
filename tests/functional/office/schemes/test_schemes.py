"""Schemes on pages: what they show, who sees what, and what each desk may do."""

from datetime import date
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import invented_scheme
from tests.functional.office.conftest import desk
from tests.invented_scheme import BESIDE, HERE, person, write

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act, Look
from naungan.casework.protection.actions import schemes
from naungan.casework.protection.models import Entry, Scheme
from naungan.lib import regions
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
UNFIT = HTTPStatus.UNPROCESSABLE_ENTITY
MOST_QUERIES = 22  # the page's own are twelve; the others are the frame's
PLAN = invented_scheme.plan(month_index(2024, 7))


@pytest.fixture
def agency(founder):
    return desk("agency_head", "dpmd", "dpmd", "16.04")


@pytest.fixture
def treasury(founder):
    return desk("agency_officer", "bpkad", "bpkad", "16.04")


@pytest.fixture
def branch(founder):
    return desk("account_representative", "bpjs_branch", "cabang", "16.04")


@pytest.fixture
def members(founder):
    return desk("membership_head", "bpjs_branch", "cabang", "16.04")


@pytest.fixture
def clerk(founder):
    return desk("village_clerk", "village", "desa-a", HERE)


@pytest.fixture
def scheme(agency, treasury, branch, clerk):
    reach, _ = agency
    made = invented_scheme.begin(reach, PLAN, {HERE: 2, BESIDE: 2})
    schemes.add_basis(
        by=reach, scheme=made, kind="circular", number="400.10.2.4/6/DPMD/IV/2024"
    )
    return made


@pytest.fixture
def listed(scheme, clerk):
    reach, _ = clerk
    people = [person(9001), person(9002), person(9003), person(9004, nik="1604")]
    write(reach, scheme, people)
    return scheme


def take_part(agency, scheme, other):
    reach, _ = agency
    scope.enter(reach)
    place = Institution.objects.get(pk=other[0].institution_id)
    schemes.let_join(by=reach, scheme=scheme, institution=place, today=date(2024, 7, 1))


def shown(client, name, *given, **asked):
    return client.get(reverse(name, args=given), asked)


def test_the_list_shows_each_scheme_with_its_places_and_people(agency, listed):
    text = shown(agency[1], "schemes").content.decode()
    assert PLAN.name in text
    assert "Juli 2024 sampai Desember 2024" in text


def test_the_states_of_a_scheme_add_up_to_its_list(agency, listed):
    answer = shown(agency[1], "schemes.one", listed.pk)
    told = answer.context["states"]
    assert [one.people for one in told.rows] == ["2", "1", "1"]
    assert told.total == "4"
    assert "DPMD, 04-2024" in answer.content.decode()


def test_villages_are_told_apart_by_their_quota(agency, listed):
    answer = shown(agency[1], "schemes.villages", listed.pk)
    assert [one.listed for one in answer.context["rows"]] == ["2", "0"]
    assert [one.flagged for one in answer.context["rows"]] == ["1", "0"]
    over = shown(agency[1], "schemes.villages", listed.pk, keadaan="over")
    assert [one.code for one in over.context["rows"]] == [HERE]
    for form in ("xlsx", "csv", "pdf"):
        taken = shown(agency[1], "schemes.villages", listed.pk, unduh=form)
        assert taken.status_code == HTTPStatus.OK
        assert "attachment" in taken["Content-Disposition"]


def test_a_village_comes_to_its_own_list(clerk, listed):
    for name in ("schemes.one", "schemes.villages"):
        answer = shown(clerk[1], name, listed.pk)
        assert answer.url == reverse("village_list.scheme", args=[listed.pk])
    assert PLAN.name in shown(clerk[1], "schemes").content.decode()


def test_whoever_takes_no_part_finds_no_scheme(branch, listed, agency):
    assert (
        shown(branch[1], "schemes.one", listed.pk).status_code == HTTPStatus.NOT_FOUND
    )
    assert PLAN.name not in shown(branch[1], "schemes").content.decode()
    take_part(agency, listed, branch)
    assert shown(branch[1], "schemes.one", listed.pk).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", ["schemes.one", "schemes.villages"])
def test_a_page_of_a_scheme_asks_little(
    agency, listed, name, django_assert_max_num_queries
):
    shown(agency[1], name, listed.pk)
    with django_assert_max_num_queries(MOST_QUERIES):
        shown(agency[1], name, listed.pk)


def act(client, page, /, *given, **said):
    address = reverse(page, args=given)
    return client.post(address, {"sure": "1", **said})


SAID = {
    **{
        name: getattr(PLAN, name) for name in ("name", "region_code", "fund", "package")
    },
    "category": "vulnerable",
    "policy": "at_most",
    "age_from": 18,
    "age_below": 65,
    "from_month": "2024-07",
    "until_month": "2024-12",
    "criteria_reason": "Batas umur yang dipakai daerah",
}


def test_an_agency_makes_a_scheme_fills_its_quota_and_opens_it(agency):
    _, client = agency
    assert act(client, "schemes.add", **{**SAID, "age_below": 10}).status_code == UNFIT
    made = act(client, "schemes.add", **SAID)
    one = Scheme.objects.get()
    assert made.url == reverse("schemes.quotas", args=[one.pk])
    said = {"region_code": "16.04.10", "people": 60, "rural": "on"}
    tried = client.post(reverse("schemes.quotas", args=[one.pk]), said)
    villages = sum(place.kind == "desa" for place in regions.villages_of("16.04.10"))
    assert tried.context["told"][0][1] == str(villages)
    assert not one.quotas.exists()
    act(client, "schemes.quotas", one.pk, **said)
    assert one.quotas.count() == villages
    here, beside = (place.code for place in regions.villages_of("16.04.10")[:2])
    done(act(client, "schemes.quota_typed", one.pk, region_code=here, people=3))
    sheet = SimpleUploadedFile("kuota.csv", f"kode desa;kuota\n{beside};7\n".encode())
    done(act(client, "schemes.quota_sheet", one.pk, file=sheet))
    assert one.quotas.get(village_code=here).people == 3
    assert one.quotas.get(village_code=beside).people == 7
    act(client, "schemes.basis", one.pk, kind="circular", number="1/2/DPMD/VI/2024")
    assert one.bases.get().month == 6
    act(client, "schemes.change", one.pk, **{**SAID, "age_below": 60})
    act(client, "schemes.open", one.pk)
    one.refresh_from_db()
    assert (one.state, one.age_below) == ("open", 60)
    act(client, "schemes.close", one.pk)
    one.refresh_from_db()
    assert one.state == "closed"


@pytest.fixture
def joined(agency, treasury, branch, listed):
    for other in (treasury, branch):
        take_part(agency, listed, other)
    return listed


DECREE = {"number": "5/KPTS/2024", "decided_on": "2024-06-20", "official": "Bupati"}
JULY = {"first_month": "2024-07"}


def done(answer):
    assert answer.status_code == HTTPStatus.FOUND, answer.context["form"].errors
    return answer


def budgeted(head, money, number):
    done(act(head, "schemes.decide", number, **DECREE))
    done(act(money, "schemes.ceiling", number, year=2024, ceiling_idr="201.600"))
    done(act(money, "schemes.budget", number))


def answer_file(text):
    return SimpleUploadedFile("jawaban.csv", text.encode())


def test_a_decree_says_first_whom_it_would_name_and_can_be_revoked(agency, joined):
    _, head = agency
    asked = shown(head, "schemes.decide", joined.pk).content.decode()
    assert 'name="sure"' not in asked
    tried = head.post(reverse("schemes.decide", args=[joined.pk]), DECREE)
    assert 'name="sure"' in tried.content.decode()
    assert [value for _label, value in tried.context["told"][:3]] == ["2", "1", "1"]
    assert not joined.decisions.exists()
    done(act(head, "schemes.decide", joined.pk, **DECREE))
    done(act(head, "schemes.revoke", joined.pk, joined.decisions.get().pk))
    assert not Entry.objects.filter(state="decided").exists()


def test_a_ceiling_says_first_how_far_it_reaches(agency, treasury, branch, joined):
    money = treasury[1]
    done(act(agency[1], "schemes.decide", joined.pk, **DECREE))
    refused = act(branch[1], "schemes.ceiling", joined.pk)
    assert refused.status_code == HTTPStatus.FORBIDDEN
    done(act(money, "schemes.ceiling", joined.pk, year=2024, ceiling_idr="100.800"))
    tried = money.post(reverse("schemes.budget", args=[joined.pk]))
    told = [str(value) for _label, value in tried.context["told"]]
    assert told == ["Rp100.800", "Rp100.800", "2", "1", "1"]
    address = reverse("schemes.money", args=[joined.pk])
    shown = money.get(address)
    assert shown.context["reaches"] == "habis pada Oktober 2024"
    assert shown.content.decode().count("habis pada Oktober 2024") == 2
    taken = money.get(address, {"unduh": "csv"}).getvalue().decode("utf-8-sig")
    assert "100800;Oktober 2024;" in taken


def answered(client, number, sent, text):
    """Let an answer be looked at, then taken as it was shown."""
    tried = act(
        client, "schemes.returned", number, sent, file=answer_file(text), **JULY
    )
    assert tried.status_code == HTTPStatus.OK
    told = [value for _label, value in tried.context["told"]]
    done(act(client, "schemes.returned", number, sent, kept=tried.context["kept"]))
    return told


def test_a_file_of_open_nik_is_opened_for_a_purpose_by_owner_and_who_may_unmask(
    agency, treasury, branch, members, joined
):
    ar = branch[1]
    budgeted(agency[1], treasury[1], joined.pk)
    done(act(ar, "schemes.enrol", joined.pk))
    sent = joined.enrolments.get()
    refused = shown(ar, "schemes.file", joined.pk, sent.pk)
    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert not Look.objects.filter(purpose__startswith="enrolment_file").exists()
    assert (
        "Unduh Excel" not in shown(ar, "schemes.enrolments", joined.pk).content.decode()
    )
    opening = ("schemes.file", joined.pk, sent.pk)
    assert "Content-Disposition" not in shown(members[1], *opening)
    unsaid = act(members[1], *opening, ground="curiosity")
    assert unsaid.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Look.objects.filter(purpose__startswith="enrolment_file").exists()
    for reader in (members, agency):
        file = act(reader[1], *opening, ground="send")
        assert file["Content-Disposition"].endswith('.xlsx"')
    scope.enter(members[0])
    said = "enrolment_file send"
    assert Look.objects.filter(purpose=said, unmasked=True, rows=2).exists()
    assert Act.objects.filter(
        verb="unmask",
        noun="enrolment",
        noun_id=sent.pk,
        user_id=members[0].user_id,
        details__ground="send",
    ).exists()


def test_an_answer_says_row_by_row_what_it_would_do(agency, treasury, branch, joined):
    ar = branch[1]
    budgeted(agency[1], treasury[1], joined.pk)
    done(act(ar, "schemes.enrol", joined.pk))
    sent = joined.enrolments.get()
    lost = act(
        ar,
        "schemes.returned",
        joined.pk,
        sent.pk,
        file=answer_file("apa saja\n"),
        **JULY,
    )
    assert lost.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    first, second = (person(serial).nik for serial in (9001, 9002))
    text = (
        "NIK;KPJ;Alasan\n1604100605849999;24000000009;\n12;24000000008;\n"
        f"{first}.0;24000000001;\n{second};;Data ganda\n"
    )
    tried = act(
        ar, "schemes.returned", joined.pk, sent.pk, file=answer_file(text), **JULY
    )
    assert [row.line for row, _why in tried.context["wrong"]] == [2, 3]
    assert first not in tried.content.decode()
    sent.refresh_from_db()
    assert sent.accepted == 0
    assert answered(ar, joined.pk, sent.pk, text) == ["1", "1", "0", "2"]
    sent.refresh_from_db()
    assert (sent.accepted, sent.refused) == (1, 1)
    gone = Entry.objects.get(state="refused")
    way = reverse("village_list.person", args=[gone.pk])
    only = shown(ar, "schemes.sent", joined.pk, sent.pk, keadaan="refused")
    assert way in only.content.decode()
    assert "Data ganda" in only.content.decode()
    assert len(only.context["lines"]) == 1
    assert len(shown(ar, "schemes.sent", joined.pk, sent.pk).context["lines"]) == 2


def test_what_waits_is_listed_and_counted_where_it_is_done(agency, treasury, joined):
    done(act(agency[1], "schemes.decide", joined.pk, **DECREE))
    listed = shown(treasury[1], "schemes").content.decode()
    assert "2 orang ditetapkan, belum dianggarkan" in listed
    assert reverse("schemes.money", args=[joined.pk]) in listed
    assert "1 hal dalam skema menunggu" in shown(treasury[1], "home").content.decode()
    assert "Menunggu lembaga Anda" not in shown(agency[1], "schemes").content.decode()


def test_a_village_of_another_regency_is_not_taken(agency, joined):
    where = {**DECREE, "village_code": "Bandung"}
    asked = agency[1].post(reverse("schemes.decide", args=[joined.pk]), where)
    assert asked.status_code == UNFIT
    assert "Kabupaten Lahat" in asked.content.decode()
    coded = {**DECREE, "village_code": "32.04.05.2001"}
    asked = agency[1].post(reverse("schemes.decide", args=[joined.pk]), coded)
    assert asked.status_code == UNFIT


def test_what_was_looked_at_cannot_be_changed_before_it_is_taken(
    agency, treasury, branch, joined
):
    ar = branch[1]
    budgeted(agency[1], treasury[1], joined.pk)
    done(act(ar, "schemes.enrol", joined.pk))
    sent = joined.enrolments.get()
    text = f"NIK;KPJ\n{person(9001).nik};1\n"
    tried = act(
        ar, "schemes.returned", joined.pk, sent.pk, file=answer_file(text), **JULY
    )
    done(
        act(
            ar, "schemes.returned", joined.pk, sent.pk, kept=tried.context["kept"] + "x"
        )
    )
    sent.refresh_from_db()
    assert sent.accepted == 0


@pytest.fixture
def enrolled(agency, treasury, branch, joined):
    budgeted(agency[1], treasury[1], joined.pk)
    done(act(branch[1], "schemes.enrol", joined.pk))
    sent = joined.enrolments.get()
    rows = [f"{person(serial).nik};2400000000{serial}" for serial in (9001, 9002)]
    answered(branch[1], joined.pk, sent.pk, "\n".join(("NIK;KPJ", *rows)))
    return joined


def test_months_are_billed_once_paid_whole_and_told(
    agency, treasury, enrolled, django_assert_max_num_queries
):
    number, money = enrolled.pk, treasury[1]
    july = {"from_month": "2024-07", "until_month": "2024-08"}
    done(act(money, "schemes.bill", number, **july))
    bill = enrolled.billings.get()
    assert bill.amount_idr == 2 * 2 * 16_800
    assert act(money, "schemes.bill", number, **july).status_code == UNFIT
    done(act(money, "schemes.void", number, bill.pk))
    done(act(money, "schemes.bill", number, **july))
    bill = enrolled.billings.get(voided_at=None)
    assert bill_paid(money, number, bill, "1.000").status_code == UNFIT
    done(bill_paid(money, number, bill, "67.200"))
    assert Entry.objects.filter(state="paid").count() == 2
    said = {"kind": "idr", "standing": "budgeted", "year": 2024, "amount": "739.122"}
    done(act(agency[1], "schemes.figure", number, source="Siaran pers", **said))
    for name in ("schemes.money", "schemes.enrolments"):
        with django_assert_max_num_queries(MOST_QUERIES):
            shown(money, name, number)
    assert "selisih" in shown(money, "schemes.money", number).content.decode()
    assert "Rp67.200" not in shown(money, "schemes.funds").content.decode()
    assert "Rp33.600" in shown(money, "schemes.funds").content.decode()


def bill_paid(client, number, bill, amount):
    said = {"paid_on": "2024-07-10", "amount_idr": amount, "reference": "NTPN 1"}
    return act(client, "schemes.pay", number, bill.pk, **said)


def test_what_lies_ahead_is_listed(agency, listed):
    for name in ("schemes.ending", "schemes.unpaid", "schemes.funds"):
        assert shown(agency[1], name).status_code == HTTPStatus.OK


def test_a_village_sees_no_money_and_enrols_nobody(clerk, listed):
    for name in ("schemes.money", "schemes.enrolments", "schemes.enrol"):
        answer = shown(clerk[1], name, listed.pk)
        assert answer.status_code == HTTPStatus.NOT_FOUND
