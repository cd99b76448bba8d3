"""One person of a scheme on pages: accepted with a reason, ended, replaced, and their months."""

from datetime import date
from http import HTTPStatus

import pytest
from django.urls import reverse
from tests.functional.office.conftest import desk
from tests.invented_scheme import (
    BORN,
    HERE,
    begin,
    enrol,
    nik,
    pay,
    person,
    plan,
    write,
)

from naungan.casework.accounts import scope
from naungan.casework.benefits.actions import reporting
from naungan.casework.benefits.actions.reporting import Report
from naungan.casework.protection.actions import (
    money,
    schemes,
)
from naungan.casework.protection.models import Entry
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
DAY = date(2024, 7, 3)
JULY = month_index(2024, 7)


@pytest.fixture
def agency(founder):
    return desk("agency_head", "dpmd", "dpmd", "16.04")


@pytest.fixture
def clerk(founder):
    return desk("village_clerk", "village", "desa-a", HERE)


@pytest.fixture
def scheme(agency, clerk):
    return begin(agency[0], plan(JULY, fund="add"), {HERE: 2})


def listed(agency, scheme, *people):
    return write(agency[0], scheme, people)


@pytest.fixture
def paid(agency, scheme):
    """Give somebody with one month paid and one billed."""
    reach, _ = agency
    (entry,) = listed(agency, scheme, person(9001))
    enrol(reach, scheme, DAY)
    pay(reach, scheme, JULY, JULY, DAY)
    money.bill(by=reach, scheme=scheme, from_month=JULY + 1, until_month=JULY + 1)
    return entry


def page(client, name, number):
    return client.get(reverse(f"village_list.{name}", args=[number]))


def act(client, page, number, /, **said):
    return client.post(reverse(f"village_list.{page}", args=[number]), said)


def test_every_month_names_the_fund_that_paid_it(agency, clerk, paid):
    for client in (agency[1], clerk[1]):
        shown = page(client, "person", paid.pk).content.decode()
        assert shown.count("Alokasi Dana Desa") == 2
        assert "Juli 2024" in shown
        assert "3 Jul 2024" in shown
        assert shown.count("ditagih, belum dibayar") == 1


def test_a_village_follows_what_a_fund_paid_to_its_people(clerk, paid):
    shown = clerk[1].get(reverse("schemes.funds"))
    (fund,) = shown.context["months"][0]["funds"]
    assert (fund["people"], str(fund["paid"])) == ("1", "Rp16.800")
    assert fund["address"].endswith("?bulan=2024-07")
    people = clerk[1].get(fund["address"]).context["lines"]
    assert [one.number for one in people] == [paid.pk]
    later = fund["address"].replace("2024-07", "2024-08")
    assert clerk[1].get(later).context["lines"] == []


def test_what_a_fund_paid_is_the_same_for_its_owner_and_its_village(
    agency, clerk, paid
):
    for _, client in (agency, clerk):
        (told,) = client.get(reverse("claims.figures")).context["returns"]
        assert (told["people"], str(told["contributed"])) == ("1", "Rp16.800")
        (line,) = client.get(reverse("schemes")).context["lines"]
        assert str(line.paid) == "Rp16.800"


def test_whoever_died_is_followed_by_another_and_both_say_so(agency, paid):
    _, client = agency
    assert "Ganti dengan orang lain" in page(client, "person", paid.pk).content.decode()
    died = {"why": "died", "ended_on": "2024-07-20"}
    bare = act(client, "replace", paid.pk, **died)
    assert bare.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    said = {"nik": nik(9002), "name": "Pengganti", "birth_date": BORN.isoformat()}
    answer = act(client, "replace", paid.pk, **died, **said, sex="M")
    assert answer.status_code == HTTPStatus.FOUND
    scope.enter(agency[0])
    after = Entry.objects.get(name="Pengganti")
    assert (after.follows_id, after.state) == (paid.pk, "valid")
    old = page(client, "person", paid.pk).content.decode()
    assert "Meninggal dunia, 20 Jul 2024" in old
    assert reverse("village_list.person", args=[after.pk]) in old
    assert "ditagih, belum dibayar" not in old
    new = page(client, "person", after.pk).content.decode()
    assert "Menggantikan" in new
    assert page(client, "replace", paid.pk).status_code == HTTPStatus.NOT_FOUND


def test_a_place_ends_and_the_village_sees_why_but_ends_none(agency, clerk, paid):
    theirs = page(clerk[1], "person", paid.pk).content.decode()
    assert "Akhiri perlindungan" not in theirs
    assert page(clerk[1], "end", paid.pk).status_code == HTTPStatus.FORBIDDEN
    ended = act(agency[1], "end", paid.pk, why="moved", ended_on="2024-08-02")
    assert ended.status_code == HTTPStatus.FOUND
    assert "Pindah dari desa" in page(clerk[1], "person", paid.pk).content.decode()


def test_what_a_check_only_asks_about_is_accepted_with_a_reason(agency, clerk, scheme):
    _, client = agency
    elsewhere = nik(9003).replace("060584", "070584")
    asked, barred = listed(
        agency, scheme, person(9003, nik=elsewhere), person(9004, nik="1604")
    )
    assert asked.state == "flagged"
    assert page(client, "accept", barred.pk).status_code == HTTPStatus.NOT_FOUND
    assert page(clerk[1], "accept", asked.pk).status_code == HTTPStatus.FORBIDDEN
    assert (
        act(client, "accept", asked.pk, reason="").status_code
        == HTTPStatus.UNPROCESSABLE_ENTITY
    )
    done = act(client, "accept", asked.pk, reason="Akta lahir dilihat di balai desa")
    assert done.status_code == HTTPStatus.FOUND
    shown = page(client, "person", asked.pk).content.decode()
    assert "Akta lahir dilihat di balai desa" in shown
    scope.enter(agency[0])
    asked.refresh_from_db()
    assert asked.state == "valid"


def test_a_list_is_checked_again_by_the_quotas_of_today(agency, clerk, scheme):
    reach, client = agency
    listed(agency, scheme, person(9001), person(9002), person(9003))
    schemes.set_quotas(by=reach, scheme=scheme, people={HERE: 3})
    address = reverse("schemes.check", args=[scheme.pk])
    assert clerk[1].get(address).status_code == HTTPStatus.FORBIDDEN
    assert client.get(address).status_code == HTTPStatus.OK
    assert client.post(address, {"sure": "1"}).status_code == HTTPStatus.FOUND
    scope.enter(reach)
    assert not Entry.objects.exclude(state="valid").exists()


def test_a_death_that_was_reported_is_said_where_the_place_is_paid(agency, clerk, paid):
    scope.enter(clerk[0])
    said = Report(event="death_other", event_on=DAY, told_on=DAY, told_by="village")
    claim = reporting.report(by=clerk[0], report=said, today=DAY, entry=paid)
    for client, may_end in ((agency[1], True), (clerk[1], False)):
        shown = page(client, "person", paid.pk).content.decode()
        assert "Kematian pada 3 Juli 2024 dilaporkan" in shown
        assert reverse("claims.one", args=[claim.pk]) in shown
        assert "Seandainya terjadi hari ini" not in shown
        assert ("tempatnya dapat diisi" in shown) is may_end
    address = reverse("village_list.village", args=[paid.scheme_id, HERE])
    assert "di daftar masih terbayar" in clerk[1].get(address).content.decode()
    form = page(agency[1], "end", paid.pk).context["form"]
    assert form.initial == {"why": "died", "ended_on": DAY}
