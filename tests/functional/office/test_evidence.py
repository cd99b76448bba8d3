"""Pages of figures and evidence on a real snapshot of a small invented district."""

import re
import shutil
from http import HTTPStatus
from types import SimpleNamespace

import pytest
from django.urls import reverse
from tests.functional.office.small_district import SMALL

from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot


pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(built):
    """The figures of the district straight from the newest snapshot."""
    reach = Scope(institution="uji", regions=EVERYWHERE, purpose="uji")
    snapshot = Snapshot.open(built[-1].folder, lambda _look: None)
    return snapshot.measures(reach, SMALL.code)


def plain(answer):
    """Give the text of a page without its marks."""
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(text.split())


def test_the_page_of_a_region_shows_the_counts_of_its_snapshot(published, person, rows):
    whole = next(
        row
        for row in rows
        if row["measure"] == "coverage"
        and row["month"] == "2024-12"
        and row["universe"].startswith("rapat")
        and not (row["segment"] or row["category"] or row["funder"])
    )
    shown = plain(person("branch_head").get(reverse("coverage.region", args=["16.04"])))
    assert f"{whole['low']} dari {whole['denominator']} pekerja terlindungi" in shown
    assert "angka rekaan" in shown
    assert SMALL.published in shown


def test_another_universe_gives_another_percentage_under_its_own_name(
    published, person
):
    client = person("branch_head")
    address = reverse("coverage.region", args=["16.04"])
    own = client.get(address, {"semesta": "daftar Naungan"})
    assert "Semesta : daftar Naungan" in plain(
        own
    ) or "Semesta: daftar Naungan" in plain(own)
    assert 'value="daftar Naungan" checked' in own.content.decode()


def test_every_district_below_is_reached_from_the_page(published, person):
    client = person("branch_head")
    answer = client.get(reverse("coverage.region", args=["16.04"]))
    below = set(re.findall(r'href="/cakupan/(16\.04\.\d\d)"', answer.content.decode()))
    assert len(below) > 10
    for code in sorted(below)[:3]:
        assert (
            client.get(reverse("coverage.region", args=[code])).status_code
            == HTTPStatus.OK
        )


def test_a_region_without_a_snapshot_says_what_to_do(published, person):
    answer = person("branch_head").get(reverse("coverage.region", args=["31.71"]))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Belum ada potret" in plain(answer)


def test_what_a_signed_in_person_saw_stays_in_no_cache(published, person):
    answer = person("branch_head").get(reverse("employers"))
    assert "no-store" in answer["Cache-Control"]


def test_the_first_page_shows_the_figure_of_ones_own_region(published, person):
    shown = plain(person("branch_head").get(reverse("home")))
    assert "Cakupan kepesertaan" in shown
    assert "Mengapa" in shown


def test_two_homes_of_the_same_names_never_show_each_others_snapshot(
    published, person, settings, tmp_path
):
    head, page = person("branch_head"), reverse("coverage.region", args=["16.04"])
    before = figures(head.get(page))
    within = published[-1].folder.relative_to(settings.HOME.snapshots)
    shutil.copytree(published[0].folder, tmp_path / within)
    settings.HOME = SimpleNamespace(snapshots=tmp_path)
    assert figures(head.get(page)) != before


def figures(answer):
    """Read the numbers of a page."""
    return re.findall(r"\d[\d.]*", plain(answer))
