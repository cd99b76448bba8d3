"""Files that came in, from invented senders, into a home of the test's own."""

import hashlib

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.intake import actions
from naungan.casework.intake.models import Batch
from naungan.lib.dates import month_index
from naungan.office.home import Home


HEADER = "NIK,Nama Lengkap,Tanggal Lahir,JK,Kode Desa,Pekerjaan,Segmen\n"
ROW = "1604012003859001,SARI WULANDARI,20-03-1985,P,16.04.01.2001,petani,BPU\n"
MONTH = month_index(2024, 10)
TRIED = {"read": 1, "accepted": 1, "rejected": 0, "set_aside": 0}


@pytest.fixture
def home(settings, tmp_path):
    """A home in which files and snapshots of one test lie."""
    settings.HOME = Home(tmp_path)
    tmp_path.chmod(0o711)
    settings.HOME.make()
    return settings.HOME


@pytest.fixture
def sender(works):
    """Whoever sends files of an agency that needs no second person."""
    return works("agency_officer", email="pengirim@contoh.id")


@pytest.fixture
def approver(works):
    """Whoever decides about files of the same agency."""
    return works("agency_head", email="penyetuju@contoh.id")


@pytest.fixture
def strict(sender):
    """Let the agency need a second person for its files."""
    scope.tell(None, None, every=True)
    Institution.objects.filter(pk=sender.institution_id).update(needs_approval=True)


@pytest.fixture
def arrive(home):
    """Receive a file of a sender, with a content of its own."""

    def make(by, text=HEADER + ROW, **told):
        scope.enter(by)
        path = home.uploads / "datang.part"
        path.write_text(text, encoding="utf-8")
        content = text.encode()
        given = {
            "name": "daftar.csv",
            "kind": "workers",
            "region_code": "16.04.01.2001",
            "month": MONTH,
        } | told
        return actions.receive(
            by=by,
            path=path,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            **given,
        )

    return make


@pytest.fixture
def tried(arrive):
    """Receive a file of which a dry run found a usable row."""

    def make(by, text=HEADER + ROW, **told):
        batch = arrive(by, text, **told)
        return placed(batch, state="tried", counts=TRIED)

    return make


@pytest.fixture
def approved(tried):
    """Receive a file and bring it into use."""

    def make(by, text=HEADER + ROW, **told):
        return actions.submit(by=by, batch=tried(by, text, **told))

    return make


def placed(batch, **values):
    """Put a batch into a state without the acts that lead there."""
    Batch.objects.filter(pk=batch.pk).update(**values)
    batch.refresh_from_db()
    return batch
