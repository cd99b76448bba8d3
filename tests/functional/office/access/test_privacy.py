"""What is kept about people: told, swept after its term, hidden on request, proved."""

import csv
import io
import json
import os
import subprocess
import sys
from datetime import timedelta
from http import HTTPStatus

import psycopg
import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import appointed
from tests.office_database import HOME, superuser_url

from naungan.casework import look
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment, User
from naungan.casework.audit.models import Act, Look
from naungan.office.lock import only_one


def naungan(*arguments):
    """Run a command of the terminal on the office of the tests, as its operator."""
    return _run("-m", "naungan", *arguments)


def _run(*arguments):
    """Run Python beside the office, which counts as open: nobody stops its server."""
    environment = {**os.environ, "NAUNGAN_HOME": str(HOME.path)}
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    with only_one(HOME):
        return subprocess.run(
            [sys.executable, "-P", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


def told(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def aged(days):
    """Move every sign-up and appointment into the past."""
    back = f"- {days} * interval '1 day'"
    with psycopg.connect(superuser_url()) as con:
        con.execute(f"UPDATE accounts_user SET date_joined = date_joined {back}")
        con.execute(
            f"UPDATE accounts_appointment SET from_on = from_on {back}, "
            f"until_on = until_on {back}"
        )


def seen(committed, number):
    held, _ = committed
    with transaction.atomic():
        reach = scope.of_appointment(held)
        scope.enter(reach)
        look.record(by=reach, noun="person", noun_id=number, purpose="uji")
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_seal_looks()")


def test_retention_changes_nothing_unless_told_and_then_says_what(committed):
    held, _ = committed[0]
    with psycopg.connect(superuser_url()) as con:
        con.execute(
            "UPDATE accounts_appointment SET until_on = from_on WHERE id = %s",
            [held.pk],
        )
    aged(days=6000)
    dry = told(naungan("retention", "--json"))
    assert (dry["wet_run"], dry["found"]["people"]) == (False, 1)
    assert User.objects.get(pk=held.user_id).email == "satu@contoh.id"
    wet = told(naungan("retention", "--json", "--wet-run"))
    assert (wet["wet_run"], wet["found"]["people"]) == (True, 1)
    assert User.objects.get(pk=held.user_id).email.endswith("@naungan.invalid")
    assert told(naungan("retention", "--json"))["found"]["people"] == 0


def test_old_looks_are_pruned_by_block_and_the_log_still_proves_itself(committed):
    (HOME.path / "retention.toml").write_text("[looks]\ndays = 30\n")
    try:
        seen(committed[0], 1)
        first = told(naungan("verify-log", "--json"))
        assert (first["seals"], first["looks"], first["broken"]) == (1, 1, [])
        again = told(naungan("verify-log", "--json", "--head", first["head"]))
        assert again["acts"] == first["acts"] + 1  # the proof itself is on record
        assert told(naungan("retention", "--json"))["found"]["looks"] == 0
        (HOME.path / "retention.toml").write_text("[looks]\ndays = 0\n")
        assert "looks" not in told(naungan("retention", "--json"))["found"]
    finally:
        (HOME.path / "retention.toml").unlink()
    pruned = _prune_all()
    assert pruned == 1
    proof = told(naungan("verify-log", "--json", "--head", first["seal_head"]))
    assert (proof["pruned_seals"], proof["looks"], proof["broken"]) == (1, 0, [])
    lost = naungan("verify-log", "--head", "f" * 64)
    assert lost.returncode == 1
    assert "ekornya dipotong" in lost.stdout


def _prune_all():
    """Prune every sealed block, with the rights of the owner, in a process of its own."""
    script = (
        "from naungan.office.frame import as_owner\n"
        "with as_owner():\n"
        "    from django.utils import timezone\n"
        "    from naungan.casework.audit.actions import prune_looks\n"
        "    print(prune_looks(timezone.now()).looks)\n"
    )
    done = _run("-c", script)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_a_user_is_erased_on_request_only_after_their_work_ended(committed):
    held, client = committed[1]
    working = naungan("erase", "--user", "dua@contoh.id", "--reason", "minta")
    assert working.returncode == 7
    assert "masih bertugas" in working.stderr
    with psycopg.connect(superuser_url()) as con:
        con.execute(
            "UPDATE accounts_appointment SET ended_at = now() WHERE id = %s", [held.pk]
        )
    dry = naungan("erase", "--user", "dua@contoh.id", "--reason", "minta")
    assert "Belum ada yang berubah" in dry.stdout
    assert User.objects.filter(email="dua@contoh.id").exists()
    naungan("erase", "--user", "dua@contoh.id", "--reason", "minta", "--wet-run")
    assert not User.objects.filter(email="dua@contoh.id").exists()
    assert client.get(reverse("home")).status_code == HTTPStatus.FOUND
    again = naungan("erase", "--user", "dua@contoh.id", "--reason", "minta")
    assert "Tidak ada pengguna" in again.stderr


def test_a_person_is_hidden_on_request_once(committed):
    asked = ("erase", "--person", "7", "--region", "16.04", "--reason", "minta")
    assert "Belum ada yang berubah" in naungan(*asked).stdout
    assert naungan(*asked, "--wet-run").returncode == 0
    assert "sudah tersembunyi" in naungan(*asked).stderr
    neither = naungan("erase", "--reason", "minta")
    assert "salah satu" in neither.stderr


@pytest.fixture
def officer(founder):
    """A data protection officer of one institution."""
    return appointed("data_officer", "satu", "dpo@contoh.id")[1]


@pytest.mark.django_db
def test_the_record_of_processing_names_purposes_articles_and_fields(officer):
    page = officer.get(reverse("processing")).content.decode()
    assert "Mencocokkan daftar pekerja dengan kepesertaan" in page
    assert "UU 27/2022 Pasal 20" in page
    assert "accounts.User.email" in page
    assert "belum diperiksa pada naskahnya" in page


@pytest.mark.django_db
def test_the_record_of_processing_is_taken_away_as_a_file_and_that_is_an_act(officer):
    answer = officer.get(reverse("processing"), {"unduh": "csv"})
    rows = list(
        csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    )
    assert rows[0][0] == "Kode"
    assert {row[0] for row in rows[1:]} >= {"linking", "accounts", "logs"}
    assert Act.objects.filter(verb="download", noun="processing").exists()


@pytest.mark.django_db
def test_looking_at_the_log_is_itself_a_look(officer):
    for address in ("/jejak", "/jejak/perbuatan", "/jejak?unduh=csv"):
        before = Look.objects.count()
        assert officer.get(address).status_code == HTTPStatus.OK
        assert Look.objects.count() == before + 1
    before = Look.objects.count()
    officer.get(reverse("looks.thing", args=["person", "1"]))
    assert Look.objects.count() == before + 1


@pytest.mark.django_db
def test_the_log_is_filtered_by_person_thing_and_day(founder, officer):
    held = Appointment.objects.get(user__email="dpo@contoh.id")
    reach = scope.of_appointment(held)
    for number in (41, 42):
        look.record(by=reach, noun="person", noun_id=number, purpose="uji")
    today = timezone.localdate()
    shown = {
        "benda=person&nomor=41": 1,
        f"oleh={held.user_id}&benda=person": 2,
        f"hari={today}&benda=person": 2,
        f"hari={today - timedelta(days=1)}": 0,
        "benda=person&nomor=7": 0,
    }
    for query, expected in shown.items():
        page = officer.get(f"{reverse('looks')}?{query}").context["page"]
        assert len(page) == expected, query
    thing = officer.get(reverse("looks.thing", args=["person", "41"]))
    assert [one.noun_id for one in thing.context["page"]] == ["41"]


@pytest.mark.django_db
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(officer):
    held = Appointment.objects.get(user__email="dpo@contoh.id")
    look.record(
        by=scope.of_appointment(held),
        noun="person",
        noun_id="=cmd|' /C calc'!A0",
        purpose="+1",
    )
    text = officer.get("/jejak?unduh=csv").content.decode("utf-8-sig")
    row = next(
        r for r in csv.reader(io.StringIO(text), delimiter=";") if "calc" in r[5]
    )
    assert (row[5][0], row[6]) == ("'", "'+1")


@pytest.mark.django_db
def test_everybody_sees_their_own_acts(founder):
    _, client = appointed("administrator", "satu", "satu@contoh.id")
    client.post(
        reverse("people.invite"),
        {
            "email": "x@contoh.id",
            "institution": Appointment.objects.get(
                user__email="satu@contoh.id"
            ).institution_id,
            "role": "data_officer",
        },
    )
    page = client.get(reverse("looks.own"))
    assert [one.verb for one in page.context["page"]] == ["invite"]


@pytest.mark.django_db
def test_a_person_page_is_a_look_and_shows_the_history(founder):
    held, _ = appointed("agency_officer", "satu", "rekan@contoh.id")
    _, client = appointed("administrator", "satu", "satu@contoh.id")
    moved = client.post(
        reverse("people.change", args=[held.pk]),
        {"role": "agency_head", "from_on": timezone.localdate() + timedelta(days=3)},
    )
    assert moved.status_code == HTTPStatus.FOUND
    page = client.get(reverse("people.person", args=[held.user_id]))
    roles = [one.role for one in page.context["held"]]
    assert roles == ["agency_head", "agency_officer"]
    assert {row["one"].verb for row in page.context["acts"]} == {"end", "appoint"}
    assert Look.objects.filter(noun="user", noun_id=str(held.user_id)).exists()
