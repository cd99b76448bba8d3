"""The demonstration's files have senders and a past, entered once."""

import hashlib
import json

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.intake import files, ledger
from naungan.casework.intake.models import Batch
from naungan.casework.intake.running import invented


pytestmark = pytest.mark.django_db
NAMES = ("members.csv", "employers-oss.csv", "workers-village.csv", "universe.csv")


@pytest.fixture
def built(home, tmp_path):
    """Write the files and the manifest of one month."""
    scope.tell(None, None, every=True)

    def make(month):
        sent, snapshot = tmp_path / f"berkas-{month}", tmp_path / f"potret-{month}"
        sent.mkdir()
        snapshot.mkdir()
        counted = []
        for name in NAMES:
            (sent / name).write_text(f"{name} {month}")
            content = (sent / name).read_bytes()
            counted.append(
                {
                    "file": name,
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "lines": 2,
                    "accepted": 1,
                    "rejected": 0,
                    "set_aside": 1,
                }
            )
        (snapshot / "manifest.json").write_text(json.dumps({"inputs": counted}))
        return invented.enter("16.04", month, sent, snapshot), sent, snapshot

    return make


def test_each_month_replaces_the_one_before_and_is_entered_once(built):
    entered, sent, snapshot = built(24293)
    assert entered == len(NAMES)
    assert invented.enter("16.04", 24293, sent, snapshot) == 0
    assert built(24296)[0] == len(NAMES)
    states = list(Batch.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["replaced"] * len(NAMES) + ["approved"] * len(NAMES)
    assert all(files.file_of(one).exists() for one in Batch.objects.all())
    assert {one.month for one in ledger.current("16.04")} == {24296}


def test_what_a_withdrawal_brings_back_is_the_month_before(built):
    built(24293)
    built(24296)
    newest = Batch.objects.filter(series__kind="members", number=2).get()
    [back] = ledger.after_withdrawal(newest)
    assert back.month == 24293


def test_senders_are_offices_of_the_regency(built, tmp_path):
    built(24293)
    kinds = {one.kind for one in Institution.objects.filter(region_code="16.04")}
    assert kinds == {"bpjs_branch", "dpmptsp", "dpmd", "bappeda"}
    code = invented.owner_of("16.04", tmp_path / "workers-village.parquet")
    assert code == "dpmd-kabupaten-lahat"


def test_only_a_district_with_desks_has_a_ledger():
    assert invented.has_desks("16.04")
    assert not invented.has_desks("32.02")
