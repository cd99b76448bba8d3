"""A desk of a running office: what somebody there does, in a process of its own.

`python -m tests.functional.office.processes.desk VERB …` with the office's environment; it
answers one line of JSON.
"""

import hashlib
import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from tests.functional.office.one_member import put_into_use

from naungan.office import roles
from naungan.office.home import Home
from naungan.office.settings import OfficeSettings


ROOT = Path(__file__).resolve().parents[4]
ADDRESS = "pengirim@contoh.id"
PASSWORD = "sandi-rekaan-2026"
CODE = "16.04"
MONTH = 2024 * 12 + 9
HEADER = "NIK,Nama Lengkap,Tanggal Lahir,JK,Kode Desa,Pekerjaan,Segmen\n"
FIRST = ("ADI", "BUDI", "CITRA", "DEWI", "EKO", "FITRI", "GUNTUR", "HANI", "INDRA")
LAST = ("SAPUTRA", "WIJAYA", "LESTARI", "NUGROHO", "PRATIWI", "HIDAYAT", "MAULANA")
YEARS, DAYS, MONTHS, SERIALS = 40, 28, 12, 9000


def people(many, serial=0):
    """Write a list of invented people, none of them twice."""
    rows = []
    for number in range(many):
        day, rest = number % DAYS + 1, number // DAYS
        month, rest = rest % MONTHS + 1, rest // MONTHS
        year, rest = rest % YEARS + 60, rest // YEARS
        nik = f"160401{day:02}{month:02}{year % 100:02}{SERIALS + serial + rest:04}"
        name = f"{FIRST[number % 9]} {LAST[number % 7]} {number:X}"
        born = f"{day:02}-{month:02}-19{year:02}"
        village = f"16.04.01.20{number % 9 + 1:02}"
        rows.append(f"{nik},{name},{born},L,{village},petani,BPU\n")
    return HEADER + "".join(rows)


def environment(office):
    """Give the environment of an office's own processes."""
    with pytest.MonkeyPatch.context() as patch:
        # Whatever server the other tests use, this office has its own.
        patch.delenv("DATABASE_URL", raising=False)
        home = Home(Path(office.home))
        return {
            **office.environment,
            **OfficeSettings(home, "office").environment(),
            "PYTHONPATH": str(ROOT),
        }


def at_desk(office, *words):
    """Do something at the desk of a running office and give what it answered."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tests.functional.office.processes.desk", *words],
        env=environment(office),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def owner_url(office):
    """Give the address under which the owner of the tables looks into an office."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        cluster = OfficeSettings(Home(Path(office.home)), "office").cluster
    return roles.url(cluster, roles.OWNER)


def main(verb, *words):
    """Set the framework up and do one thing."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "naungan.config.settings"
    django.setup()
    print(json.dumps(VERBS[verb](*words)))  # noqa: T201


def open_desk():
    """Make the agency and whoever sends its files."""
    from django.db import transaction

    from naungan.casework.accounts import scope
    from naungan.casework.accounts.models import Appointment, Institution, User

    with transaction.atomic():
        scope.tell(None, None, every=True)
        agency, _ = Institution.objects.get_or_create(
            code="dpmd-contoh",
            defaults={"kind": "dpmd", "name": "DPMD Contoh", "region_code": CODE},
        )
        put_into_use(CODE, MONTH)
        user = User.objects.filter(email=ADDRESS).first()
        if user is None:
            user = User.objects.create_user(ADDRESS, PASSWORD, name="Pengirim Rekaan")
            Appointment.objects.create(
                user=user,
                institution=agency,
                role="agency_officer",
                from_on=date(2024, 1, 2),
            )
    return user.pk


def act(do):
    """Do something as whoever sits at the desk."""
    from django.db import transaction

    from naungan.casework.accounts import scope
    from naungan.casework.accounts.models import Appointment

    with transaction.atomic():
        scope.tell(None, None, every=True)
        held = Appointment.objects.select_related("institution", "user").get(
            user__email=ADDRESS
        )
        mine = scope.of_appointment(held)
        scope.enter(mine)
        return do(mine)


def send(file, label):
    """Send a file, wait for its dry run, and bring it into use."""
    from django.conf import settings

    from naungan.casework.intake import actions, ledger

    content = Path(file).read_bytes()
    path = settings.HOME.uploads / f"{label}.part"
    path.write_bytes(content)
    batch = act(
        lambda mine: actions.receive(
            by=mine,
            name=f"{label}.csv",
            kind="workers",
            region_code=CODE,
            path=path,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            month=MONTH,
            label=label,
        )
    )
    act(lambda mine: actions.set_mapping(by=mine, batch=batch, mapping={}))
    act(lambda mine: actions.try_out(by=mine, batch=batch))
    while True:
        found = act(lambda mine: ledger.batch(mine, batch.pk))
        if found.trying_since is None:
            break
        time.sleep(0.1)
    assert found.state == "tried", found.fault
    act(lambda mine: actions.submit(by=mine, batch=found))
    return batch.pk


def withdraw(number):
    """Withdraw a file."""
    from naungan.casework.intake import actions, ledger

    return act(
        lambda mine: (
            actions.withdraw(
                by=mine, batch=ledger.batch(mine, int(number)), reason="uji"
            ).state
        )
    )


def send_and_cancel(file, label):
    """Bring a file into use, and cancel its run in the middle; give what it was."""
    from naungan.casework.intake import actions, ledger

    send(file, label)

    def middle(mine):
        run = ledger.runs(mine)[0]
        assert run.ended_at is None, "it was over before it could be cancelled"
        begun = run.state == "running" and run.fraction
        return actions.cancel(by=mine, run=run) if begun else None

    while (run := act(middle)) is None:
        time.sleep(0.05)
    return [run.pk, run.state]


def start():
    """Ask for a run."""
    from naungan.casework.intake import actions

    return act(lambda mine: actions.start_run(by=mine, region_code=CODE).pk)


VERBS = {
    "open": open_desk,
    "send": send,
    "withdraw": withdraw,
    "send_and_cancel": send_and_cancel,
    "start": start,
}


if __name__ == "__main__":
    main(*sys.argv[1:])
