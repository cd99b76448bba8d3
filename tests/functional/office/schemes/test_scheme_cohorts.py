"""Cohorts on pages: campaigns, polling stations, proposals, funds, who could pay alone."""

from datetime import date
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import invented_scheme
from tests.functional.office.conftest import desk as office_desk
from tests.invented_scheme import enrol, nik, pay, person, write

from naungan.casework.accounts import scope
from naungan.casework.protection.actions import (
    lists,
    schemes,
)
from naungan.casework.protection.models import Campaign, Entry, Quota
from naungan.lib import regions
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
HERE, BESIDE = (one.code for one in regions.villages_of("16.04.10")[:2])
DAY = date(2024, 7, 3)


def desk(role, kind, code, region="16.04"):
    scope.tell(None, None, every=True)  # whoever was at work before sees none of it
    return office_desk(role, kind, code, region)


@pytest.fixture
def agency(founder):
    return desk("agency_head", "dpmd", "dpmd")


def planned(agency, name, first, last, **rest):
    reach, _ = agency
    scope.enter(reach)
    plan = invented_scheme.plan(
        month_index(*first), name=name, until_month=month_index(*last), **rest
    )
    made = schemes.make_scheme(by=reach, plan=plan)
    schemes.open_scheme(by=reach, scheme=made)
    return made


def shown(client, name, *given, **asked):
    return client.get(reverse(name, args=given), asked)


def act(client, page, /, *given, **said):
    return client.post(reverse(page, args=given), {"sure": "1", **said})


def done(answer):
    assert answer.status_code == HTTPStatus.FOUND, answer.context["form"].errors
    return answer


def test_a_sum_over_years_is_only_told_with_what_it_mixes(agency):
    """Pringsewu: 3,615 and 1,590 covered in 2023, 5,254 budgeted in 2024."""
    reach, client = agency
    said = {"name": "Gerakan Nasional", "year": 2023}
    done(act(client, "schemes.campaign_add", **said))
    again = act(client, "schemes.campaign_add", **said)
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    one = Campaign.objects.get()
    cohorts = (
        ("Miskin ekstrem", 2023, "covered", 3_615, "extreme_poor"),
        ("RT dan BHP", 2023, "covered", 1_590, "rt_rw_bhp"),
        ("Petugas pemilihan", 2024, "budgeted", 5_254, "vulnerable"),
    )
    for name, year, standing, people, category in cohorts:
        made = planned(agency, name, (year, 1), (year, 12), category=category)
        done(act(client, "schemes.campaign_chosen", made.pk, campaign=one.pk))
        scope.enter(reach)
        schemes.report_figure(
            by=reach,
            scheme=made,
            kind="people",
            standing=standing,
            year=year,
            amount=people,
            source="Berita",
        )
    answer = shown(client, "schemes.campaign", one.pk)
    told = answer.context["reported"]
    assert [people for _label, people in told["parts"]] == ["5.205", "5.254"]
    assert told["mixed"] == "10.459"
    assert told["label"] == "2023, sudah terlindungi + 2024, baru dianggarkan"
    text = answer.content.decode()
    assert text.index(told["label"]) < text.index("10.459")
    assert shown(client, "schemes.campaign", one.pk, unduh="csv").status_code == 200
    assert "Gerakan Nasional" in shown(client, "schemes.campaigns").content.decode()


def test_one_year_needs_no_label(agency):
    reach, client = agency
    scope.enter(reach)
    one = schemes.make_campaign(by=reach, name="Gerakan", year=2024)
    made = planned(agency, "Satu", (2024, 7), (2024, 12))
    schemes.set_campaign(by=reach, scheme=made, campaign=one)
    schemes.report_figure(
        by=reach, scheme=made, kind="people", standing="covered", year=2024,
        amount=60, source="Laporan",
    )  # fmt: skip
    told = shown(client, "schemes.campaign", one.pk).context["reported"]
    assert (told["mixed"], told["label"]) == ("60", "")


@pytest.fixture
def election(agency):
    return planned(
        agency,
        "Petugas pemilihan",
        (2024, 11),
        (2024, 12),
        category="election_officer",
        package="two_of_honorarium",
        honorarium_idr=900_000,
    )


def sheet(name, *lines):
    return SimpleUploadedFile(name, "\n".join(lines).encode())


@pytest.fixture
def stations(agency, election):
    """Give three polling stations of two villages their places."""
    places = sheet(
        "kuota.csv",
        "kode desa;TPS;kuota",
        f"{HERE};1;2",
        f"{HERE};2;1",
        f"{BESIDE};1;1",
    )
    done(act(agency[1], "schemes.roster_places", election.pk, file=places))
    return election


def test_places_of_polling_stations_come_from_a_sheet(agency, stations):
    assert set(Quota.objects.values_list("village_code", "roster", "people")) == {
        (HERE, "TPS 001", 2),
        (HERE, "TPS 002", 1),
        (BESIDE, "TPS 001", 1),
    }
    wrong = sheet(
        "kuota.csv", "kode desa;TPS;kuota", f"{HERE};1;2", f"{HERE};TPS 001;3"
    )
    refused = act(agency[1], "schemes.roster_places", stations.pk, file=wrong)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    (said,) = refused.context["form"].errors["__all__"]
    assert said.startswith("Baris 3:")
    # Two months of an honorarium of 900,000: 0.24 % and 0.30 % of it, each month.
    text = shown(agency[1], "schemes.one", stations.pk).content.decode()
    assert "honorarium Rp900.000 sebulan" in text
    assert "Daftar petugas" in text


OFFICERS = (
    "NIK;Nama;Tanggal Lahir;JK;Kode Desa;TPS;Jabatan",
    f"{nik(9001)};Satu;06-05-1984;L;{HERE};1;Ketua KPPS",
    f"{nik(9002)};Dua;06-05-1984;L;{HERE};tps 1;Anggota",
    f"{nik(9003)};Tiga;06-05-1984;L;{HERE};TPS 001;Anggota",
    f"{nik(9004)};Empat;06-05-1984;L;{HERE};9;Anggota",
    f"12;Lima;06-05-1984;L;{BESIDE};1;Linmas",
    f"{nik(9006)};Enam;06-05-1984;L;99.99;1;Linmas",
)


def test_officers_of_a_sheet_are_tried_then_written(agency, stations):
    _, client = agency
    number = stations.pk
    file = sheet("petugas.csv", *OFFICERS)
    tried = act(client, "schemes.roster_add", number, file=file)
    assert [value for _label, value in tried.context["told"]] == ["2", "1", "2", "5"]
    assert tried.context["lost"] == [7]
    assert not Entry.objects.exists()
    done(act(client, "schemes.roster_add", number, kept=tried.context["kept"]))
    states = dict(Entry.objects.order_by("pk").values_list("name", "state"))
    assert states == {
        "Satu": "valid",
        "Dua": "valid",
        "Tiga": "reserve",
        "Empat": "flagged",  # no such polling station in this scheme
        "Lima": "flagged",
    }
    answer = shown(client, "schemes.rosters", number)
    rows = answer.context["rows"]
    assert [(row["roster"], row["quota"], row["listed"]) for row in rows] == [
        ("TPS 001", "2", "2"),
        ("TPS 002", "1", "0"),
        ("TPS 009", "–", "0"),
        ("TPS 001", "1", "0"),
    ]
    assert shown(client, "schemes.rosters", number, unduh="xlsx").status_code == 200
    one = shown(client, "schemes.roster", number, desa=HERE, daftar="TPS 001")
    assert [line.name for line in one.context["lines"]] == ["Satu", "Dua", "Tiga"]
    assert nik(9001) not in one.content.decode()
    assert shown(client, "schemes.roster", number).status_code == HTTPStatus.NOT_FOUND


def test_whoever_takes_no_part_sees_no_roster(election, founder):
    _, other = desk("agency_head", "dinsos", "dinsos")
    assert shown(other, "schemes.rosters", election.pk).status_code == 404
    assert shown(other, "schemes.submissions", election.pk).status_code == 404


@pytest.fixture
def enrolled(agency):
    """Two cohorts of two funds with four people, one in a better decile, one month paid."""
    reach, _ = agency
    made = []
    for name, fund, serials in (
        ("Dari APBD", "apbd", (9001, 9002, 9003)),
        ("Dari CSR", "csr", (9004,)),
    ):
        one = planned(agency, name, (2024, 7), (2024, 12), fund=fund)
        people = [person(each, decile=7 if each == 9001 else 2) for each in serials]
        write(reach, one, people, HERE)
        enrol(reach, one, DAY)
        pay(reach, one, one.from_month, one.from_month, DAY)
        made.append(one)
    return made


def test_funds_of_a_month_add_up_and_show_what_each_changed(agency, enrolled):
    reach, client = agency
    august = enrolled[0].from_month + 1
    pay(reach, enrolled[0], august, august, DAY)
    months = shown(client, "schemes.funds").context["months"]
    assert [(one["month"], one["said"], one["change"]) for one in months] == [
        ("Agustus 2024", "3", "\N{MINUS SIGN}1"),
        ("Juli 2024", "4", "+4"),
    ]
    july = months[1]["funds"]
    assert [(one["fund"], one["people"]) for one in july] == [
        ("APBD", "3"),
        ("CSR (Sertakan)", "1"),
    ]
    assert str(months[1]["paid"]) == "Rp67.200"
    one = shown(client, "schemes.funds", kelompok="vulnerable")
    assert one.context["wanted"] == "vulnerable"
    none = shown(client, "schemes.funds", kelompok="fisher")
    assert none.context["months"] == []


def test_who_could_pay_alone_is_counted_and_listed(agency, enrolled):
    _, client = agency
    answer = shown(client, "schemes.able", enrolled[0].pk)
    context = answer.context
    assert (context["going"], context["known"], context["able"]) == ("3", "3", "1")
    assert [one["name"] for one in context["lines"]] == ["Orang 9001"]
    assert nik(9001) not in answer.content.decode()
    assert str(context["year"]) == "Rp201.600"
    taken = shown(client, "schemes.able", enrolled[0].pk, unduh="csv")
    assert b"Orang 9001" in taken.content


def test_a_scheme_is_projected_by_whoever_fills_a_place(agency):
    from naungan.casework.protection.queries.schemes import progress, states_of

    reach, client = agency
    made = planned(agency, "Dua tempat", (2024, 7), (2024, 12))
    schemes.set_quotas(by=reach, scheme=made, people={HERE: 2})
    people = [person(serial) for serial in (9001, 9002, 9003)]
    slip = person(9009, nik="12", name="Salah")
    lists.add_people(by=reach, scheme=made, people=[*people, slip], village_code=HERE)
    told = states_of(made)
    assert (told["valid"], told["reserve"], told["flagged"]) == (2, 1, 1)
    (village,) = progress(made)
    assert (village.listed, village.flagged) == (2, 1)


def test_proposals_are_listed_and_one_goes_back_with_a_reason(agency, founder):
    reach, client = agency
    made = planned(agency, "Enam puluh", (2024, 7), (2024, 12))
    schemes.set_quotas(by=reach, scheme=made, people={HERE: 2, BESIDE: 2})
    _, clerk = desk("village_clerk", "village", "desa-a", HERE)
    _, head = desk("village_head", "village", "desa-a", HERE)
    said = {"nik": nik(9001), "name": "Orang", "birth_date": "1984-05-06", "sex": "M"}
    done(act(clerk, "village_list.add", made.pk, HERE, **said))
    meeting = {"held_on": "2024-06-01", "place": "Balai", "leader": "A", "attended": 9}
    bare = act(clerk, "village_list.meeting", made.pk, HERE, **meeting)
    assert bare.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    meeting["countersigners"] = "Ketua Rekaan, Ketua BPD"
    done(act(clerk, "village_list.meeting", made.pk, HERE, **meeting))
    done(act(head, "village_list.forward", made.pk, HERE))
    answer = shown(client, "schemes.submissions", made.pk)
    lines = answer.context["lines"]
    assert [(one["state"], one["people"]) for one in lines] == [
        ("forwarded", "1"),
        ("", "–"),
    ]
    assert len(shown(client, "schemes.submissions", made.pk, keadaan="none").context[
        "lines"
    ]) == 1  # fmt: skip
    assert shown(client, "schemes.submissions", made.pk, unduh="csv").status_code == 200
    number = made.submissions.get().pk
    bare = act(client, "schemes.send_back", made.pk, number, reason="")
    assert bare.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    done(act(client, "schemes.send_back", made.pk, number, reason="Tanpa tanda tangan"))
    page = shown(clerk, "village_list.village", made.pk, HERE).content.decode()
    assert "Tanpa tanda tangan" in page
