"""Schemes on pages: what they show, who sees what, and what each desk may do."""

from datetime import date
from http import HTTPStatus

import pytest
from django.urls import reverse
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.protection.actions import lists, schemes
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.lib import identity_numbers
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
HERE, BESIDE = "16.04.10.2003", "16.04.10.2004"
BORN = date(1984, 5, 6)
MOST_QUERIES = 22  # the page's own are twelve; the others are the frame's
PLAN = SchemePlan(
    name="Enam puluh pekerja tiap desa",
    region_code="16.04",
    fund="apbd",
    package="two",
    category="vulnerable",
    policy="at_most",
    from_month=month_index(2024, 7),
    until_month=month_index(2024, 12),
    age_from=18,
    age_below=65,
)


def desk(role, kind, code, region):
    held, client = appointed(role, code, f"{code}@contoh.id", kind)
    held.institution.region_code = region
    held.institution.save()
    return scope.of_appointment(held), client


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
def clerk(founder):
    return desk("village_clerk", "village", "desa-a", HERE)


@pytest.fixture
def scheme(agency, treasury, branch, clerk):
    reach, _ = agency
    scope.enter(reach)
    made = schemes.make_scheme(by=reach, plan=PLAN)
    schemes.add_basis(
        by=reach, scheme=made, kind="circular", number="400.10.2.4/6/DPMD/IV/2024"
    )
    schemes.set_quotas(by=reach, scheme=made, people={HERE: 2, BESIDE: 2})
    schemes.open_scheme(by=reach, scheme=made)
    return made


def person(serial, **changed):
    nik = str(identity_numbers.invented(160410, BORN, "M", serial))
    said = {"nik": nik, "name": f"Orang {serial}", "birth_date": BORN, "sex": "M"}
    return Proposed(**{**said, **changed})


@pytest.fixture
def listed(scheme, clerk):
    reach, _ = clerk
    scope.enter(reach)
    people = [person(9001), person(9002), person(9003), person(9004, nik="1604")]
    lists.add_people(by=reach, scheme=scheme, people=people, village_code=HERE)
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
    assert [one.listed for one in answer.context["rows"]] == ["3", "0"]
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
