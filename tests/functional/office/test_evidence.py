"""Pages of figures and evidence on a real snapshot of a small invented district."""

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Look
from naungan.casework.intake.actions import publish
from naungan.engine import demonstration
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot


pytestmark = pytest.mark.django_db
SMALL = demonstration.District(
    code="16.04",
    workers=900,
    members_share=0.4,
    covered=250,
    sample=False,
    published="rapat rekaan: 250 dari 900",
)


@pytest.fixture(scope="module")
def built():
    """Three dated snapshots of the district, built once for this module."""
    folder = Path(settings.HOME.snapshots) / "uji" / SMALL.code
    folder.mkdir(parents=True)
    return list(demonstration.build(SMALL, folder, lambda _text, _part: None))


@pytest.fixture
def published(founder, built):
    """All three snapshots, published."""
    for one in built:
        publish(
            by=scope.of_appointment(founder),
            region_code=SMALL.code,
            month=one.month,
            folder=one.folder,
            at=timezone.now(),
            law_version="0" * 16,
            invented=True,
            remark=SMALL.published,
        )
    return built


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
    own = plain(client.get(address, {"semesta": "daftar Naungan"}))
    assert "daftar Naungan ( dipakai )" in own or "daftar Naungan (dipakai)" in own


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
    answer = person("branch_head").get(reverse("coverage.region", args=["31"]))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Belum ada potret" in plain(answer)


def test_employers_are_ranked_by_rupiah_then_people(published, person):
    shown = plain(person("branch_head").get(reverse("employers")))
    amounts = [int(one.replace(".", "")) for one in re.findall(r"Rp([\d.]+)", shown)]
    assert amounts
    assert amounts == sorted(amounts, reverse=True)


def test_a_finding_filters_and_the_counts_agree(published, person):
    client = person("branch_head")
    page = client.get(reverse("employers"), {"temuan": "unregistered_employer"})
    listed = len(re.findall(r"/pemberi-kerja/\d+#mengapa", page.content.decode()))
    counted = int(re.search(r"(\d+) pemberi kerja dengan temuan", plain(page)).group(1))
    assert listed == min(counted, 50)
    assert (
        client.get(reverse("employers"), {"temuan": "tidak-ada"}).status_code
        == HTTPStatus.OK
    )


def test_an_employer_opens_down_to_rows_and_articles(published, person):
    client = person("branch_head")
    listed = client.get(reverse("employers")).content.decode()
    number = re.search(r"/pemberi-kerja/(\d+)#mengapa", listed).group(1)
    shown = plain(client.get(reverse("employers.one", args=[number])))
    for heading in ("Hitungan", "Baris sumber", "Bobot", "Rupiah", "Dasar hukum"):
        assert heading in shown
    assert "Pasal" in shown


def test_looks_at_workers_behind_a_finding_are_on_record(published, person):
    client = person("branch_head")
    page = client.get(reverse("employers"), {"temuan": "partial_workers"})
    number = re.search(r"/pemberi-kerja/(\d+)#mengapa", page.content.decode()).group(1)
    scope.tell(None, None, every=True)
    before = Look.objects.count()
    client.get(reverse("employers.one", args=[number]))
    scope.tell(None, None, every=True)
    assert Look.objects.count() > before


def test_workers_are_counted_not_named_for_whoever_may_not_see_persons(
    published, person
):
    listed = person("branch_head").get(
        reverse("employers"), {"temuan": "partial_workers"}
    )
    number = re.search(r"/pemberi-kerja/(\d+)#mengapa", listed.content.decode()).group(
        1
    )
    address = reverse("employers.one", args=[number])
    named = plain(person("examiner").get(address))
    counted = plain(person("licensing_officer", code="perizinan").get(address))
    assert "lahir" in named
    assert "lahir" not in counted
    assert "baris orang; namanya hanya bagi yang berwenang" in counted


def test_what_a_signed_in_person_saw_stays_in_no_cache(published, person):
    answer = person("branch_head").get(reverse("employers"))
    assert "no-store" in answer["Cache-Control"]


def test_an_employer_outside_the_region_does_not_exist(published, person, built):
    everything = Scope(institution="uji", regions=EVERYWHERE, purpose="uji")
    snapshot = Snapshot.open(built[-1].folder, lambda _look: None)
    found = snapshot.employers_found(everything, limit=500)
    inside, outside = (
        next(one for one in found if (one["village_code"] // 10_000 == 160401) is here)
        for here in (True, False)
    )
    Institution.objects.create(
        code="kecamatan",
        kind="bpjs_branch",
        name="Kantor kecil",
        region_code="16.04.01",
    )
    client = person("branch_head", code="kecamatan")
    answers = [
        client.get(reverse("employers.one", args=[one["employer_id"]])).status_code
        for one in (inside, outside)
    ]
    assert answers == [HTTPStatus.OK, HTTPStatus.NOT_FOUND]


def test_a_page_of_figures_asks_the_database_little(
    published, person, django_assert_max_num_queries
):
    client = person("branch_head")
    client.get(reverse("coverage.region", args=["16.04"]))
    with django_assert_max_num_queries(12):
        client.get(reverse("coverage.region", args=["16.04"]))


def test_the_first_page_shows_the_figure_of_ones_own_region(published, person):
    shown = plain(person("branch_head").get(reverse("home")))
    assert "Cakupan kepesertaan" in shown
    assert "Mengapa" in shown
