"""Minutes: a version stays as it is, each party approves it by its hash."""

import io

import pytest
from django.db import IntegrityError, transaction
from PIL import Image
from tests.unit.casework.coordination.conftest import institution

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import events, minutes, saying
from naungan.casework.coordination.gathering import Agreed, minutes_content
from naungan.casework.coordination.models import Approval, Minutes


OFFICIAL = {"official_name": "Pejabat Rekaan", "official_position": "Kepala"}


@pytest.fixture
def version(table, held):
    """Put minutes forward for the prosecutor to approve."""
    content = minutes_content(held, [Agreed("Mendata pekerja", "Dinas")])
    return minutes.put_forward(
        by=table.head,
        event=held,
        kind="minutes",
        content=content,
        signers=[institution(table.prosecutor)],
    )


def test_an_event_is_approved_once_everybody_asked_has_approved(
    table, held, version, at
):
    minutes.approve(by=table.head, minutes=version, **OFFICIAL)
    held.refresh_from_db()
    assert held.state == "minuted"
    at(table.prosecutor)
    minutes.approve(by=table.prosecutor, minutes=version, **OFFICIAL)
    held.refresh_from_db()
    assert held.state == "approved"
    assert set(Approval.objects.values_list("sha256", flat=True)) == {version.sha256}


def test_an_objection_leaves_minutes_open(table, held, version, at):
    at(table.prosecutor)
    minutes.disagree(
        by=table.prosecutor, minutes=version, reason="Angka desa keliru", **OFFICIAL
    )
    at(table.head)
    minutes.approve(by=table.head, minutes=version, **OFFICIAL)
    held.refresh_from_db()
    assert held.state == "minuted"


def test_who_was_not_asked_does_not_approve(table, version, at):
    at(table.secretary)
    with pytest.raises(ActRefused, match="tidak diminta"):
        minutes.approve(by=table.secretary, minutes=version, **OFFICIAL)


def test_nobody_approves_twice_or_an_old_version(table, held, version):
    minutes.approve(by=table.head, minutes=version, **OFFICIAL)
    with pytest.raises(ActRefused, match="sudah menyetujui"):
        minutes.approve(by=table.head, minutes=version, **OFFICIAL)
    events.reopen(by=table.head, event=held, reason="Ada yang kurang")
    saying.add_recommendation(by=table.head, event=held, text="Mendata lagi")
    newer = minutes.put_forward(
        by=table.head, event=held, kind="minutes", content=minutes_content(held)
    )
    assert (newer.version, newer.signers) == (2, [table.head.institution_id])
    with pytest.raises(ActRefused, match="lebih baru"):
        minutes.disagree(by=table.head, minutes=version, reason="Salah", **OFFICIAL)


def test_the_same_words_are_the_same_version(table, held, version):
    again = minutes.put_forward(
        by=table.head,
        event=held,
        kind="minutes",
        content=minutes_content(held, [Agreed("Mendata pekerja", "Dinas")]),
        signers=[institution(table.prosecutor)],
    )
    assert again == version


def test_the_database_keeps_a_version_and_its_approvals_as_they_were(table, version):
    said = minutes.approve(by=table.head, minutes=version, **OFFICIAL)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Minutes.objects.filter(pk=version.pk).update(content={"kind": "lain"})
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Minutes.objects.filter(pk=version.pk).update(sha256="0" * 64)
    assert Approval.objects.filter(pk=said.pk).update(official_name="Lain") == 0
    assert Approval.objects.filter(pk=said.pk).delete()[0] == 0


def test_only_parties_are_asked(table, held):
    with pytest.raises(ActRefused, match="pihak kegiatan"):
        minutes.put_forward(
            by=table.head,
            event=held,
            kind="minutes",
            content={},
            signers=[institution(table.stranger)],
        )


def test_a_scan_of_the_signed_page_is_kept_with_the_approval(table, version):
    page = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(page, "PNG")
    said = minutes.approve(
        by=table.head,
        minutes=version,
        scan=("halaman.png", page.getvalue()),
        **OFFICIAL,
    )
    assert len(said.scan) == 64
    assert said.scan_name
