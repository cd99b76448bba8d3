"""Beranda, Cakupan, targets, what-ifs and maps on a real snapshot of a small district."""

import gzip
import re
from http import HTTPStatus

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import invented_borders
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Act
from naungan.casework.regions import boundary_actions, queries
from naungan.casework.regions.boundary_file import read_shapes
from naungan.casework.regions.models import BoundaryPack, BoundarySheet
from naungan.casework.regions.sheets import sheets_of


pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
HERE = "16.04"


def test_the_first_page_measures_coverage_against_every_series(published, person):
    shown = plain(person("branch_head").get(reverse("home")))
    for words in ("Jarak ke target", "RPJMN 2025–2029", "RKP 2026", "UCJ Kemendagri"):
        assert words in shown
    assert "Deret tidak boleh dicampur: penyebutnya berbeda" in shown
    assert re.search(r"−\d+,\d poin", shown)


def test_the_first_page_draws_the_months_and_tells_them_in_a_table(published, person):
    page = person("branch_head").get(reverse("home")).content.decode()
    assert page.count('role="img"') == 2
    assert "Lihat tabel" in page
    assert len(re.findall(r"<polyline points=\"[\d, ]+\"", page)) == 2


def test_who_makes_up_the_gap_is_told_as_far_as_one_may_see(published, person):
    head = plain(person("branch_head").get(reverse("home")))
    secretary = plain(person("regional_secretary").get(reverse("home")))
    assert "Pemberi kerja penyumbang kesenjangan" in head
    assert "Pemberi kerja penyumbang kesenjangan" not in secretary
    # Two or three people live in each village of this world: too few to be named.
    assert "Desa penyumbang kesenjangan" not in secretary
    assert "Terlindungi menurut sumber dana" in secretary


def test_a_role_without_coverage_sees_its_appointment_and_nothing_more(
    published, person
):
    shown = plain(person("administrator").get(reverse("home")))
    assert "Penugasan Anda" in shown
    assert "Cakupan kepesertaan" not in shown


def test_a_target_set_in_a_form_shows_on_the_first_page(published, person):
    client = person("regional_secretary")
    asked = {
        "name": "RPJMD Lahat",
        "basis": "bekerja di luar ASN",
        "source": "Perda 1/2025",
        "source_url": "",
        "region_code": HERE,
        "segment": "",
        "month": "Desember 2026",
        "percent": "38,5",
    }
    answer = client.post(reverse("targets.set"), asked)
    assert answer.status_code == HTTPStatus.FOUND
    assert "RPJMD Lahat" in plain(client.get(reverse("home")))
    page = client.get(reverse("targets")).content.decode()
    assert "38,50" in page
    number = re.search(r"/target/(\d+)/tarik", page).group(1)
    client.post(reverse("targets.withdraw", args=[number]))
    assert "RPJMD Lahat" not in plain(client.get(reverse("home")))
    assert "riwayat" in plain(client.get(reverse("targets")))


def test_a_target_with_mistakes_keeps_what_was_written(published, person):
    client = person("regional_secretary")
    answer = client.post(
        reverse("targets.set"), {"name": "RPJMD", "month": "besok", "percent": "0"}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    shown = answer.content.decode()
    assert 'value="besok"' in shown
    assert "“besok” bukan bulan" in shown
    assert "hal yang perlu diperbaiki" in shown


def test_peers_are_labelled_as_printed_or_computed(published, person):
    shown = plain(person("branch_head").get(reverse("coverage.region", args=[HERE])))
    assert "Di antara wilayah setara" in shown
    assert "dicetak Juli 2025" in shown
    assert "dihitung Desember 2024" in shown
    assert "2 dari 17 wilayah setara di Sumatera Selatan punya angka" in shown
    assert "Rerata Sumatera Selatan belum pernah tercetak" in shown
    assert shown.count("thd. Indonesia (April 2025)") == 2


def test_who_may_see_people_goes_on_from_a_region_to_its_list(published, person):
    there = f'href="{reverse("workers.region", args=["16.04.01"])}"'
    address = reverse("coverage.region", args=["16.04.01"])
    assert there in person("account_representative").get(address).content.decode()
    assert there not in person("regional_secretary").get(address).content.decode()


def test_the_country_and_a_province_are_shown_by_what_was_printed(published, person):
    client = person("inspector")
    country = plain(client.get(reverse("coverage.region", args=["00"])))
    assert "38 provinsi" in country
    assert "Sulawesi Utara" in country
    province = client.get(reverse("coverage.region", args=["16"])).content.decode()
    assert 'href="/cakupan/16.04"' in province
    assert "dihitung" in province


def test_a_printed_figure_that_does_not_divide_raises_the_alarm(published, person):
    client = person("branch_head")
    shown = plain(client.get(reverse("coverage.region", args=["51"])))
    assert "Angka cetak tidak sama dengan hitungan" in shown
    assert "50,88" in shown
    assert "49,90" in shown
    assert "+0,98 poin" in shown
    letter = client.get(reverse("printed.ask", args=["51", 1])).content.decode()
    assert "1.873.899" in letter
    missing = client.get(reverse("printed.ask", args=["51", 2]))
    assert missing.status_code == HTTPStatus.NOT_FOUND


def test_a_figure_of_another_region_is_not_accepted(published, person):
    client = person("branch_head")
    answer = client.post(
        reverse("printed.accept", args=["51", 1]), {"note": "Sakernas"}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "di luar wilayah" in plain(answer)


def test_a_what_if_is_an_address_that_anybody_here_can_open(published, person):
    client = person("branch_head")
    address = reverse("what_if", args=[HERE])
    shown = plain(client.get(address, {"orang": "90", "dana": "village"}))
    assert re.search(r"\(250 \+ 90\) ÷ 900|\(\d+ \+ 90\) ÷ 900", shown)
    assert "PP 44/2015" in shown
    empty = client.get(address, {"orang": ""})
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.get(address).status_code == HTTPStatus.OK


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_tables_may_be_taken_away_and_it_is_on_record(published, person, form):
    client = person("branch_head")
    answer = client.get(reverse("coverage.region", args=[HERE]), {"unduh": form})
    assert answer.status_code == HTTPStatus.OK
    assert "attachment" in answer["Content-Disposition"]
    scope.tell(None, None, every=True)
    assert Act.objects.filter(verb="download", noun="cakupan").exists()


def test_without_a_pack_tiles_stand_in_order_of_code(published, person):
    page = person("branch_head").get(reverse("coverage.region", args=[HERE]))
    shown = page.content.decode()
    assert "Paket batas belum dipasang" in shown
    codes = re.findall(r'class="tile [^"]*" href="/cakupan/([\d.]+)"', shown)
    assert codes == sorted(codes)
    assert len(codes) > 10


def test_a_pack_is_tried_without_being_loaded_and_the_office_itself_loads_none(
    published, tmp_path
):
    of = boundary_actions.Provenance("Batas rekaan", "uji", "Apache-2.0", "2026")
    path = invented_borders.write(tmp_path / "pack.json")
    assert boundary_actions.load_pack(path, of, key=None, dry=True).shapes == 378
    with pytest.raises(ProgrammingError), transaction.atomic():
        boundary_actions.load_pack(path, of, key=None, dry=False)


@pytest.fixture
def drawn(published, tmp_path, monkeypatch):
    """An invented pack in use; only the owner of the tables could have loaded it."""
    path = invented_borders.write(tmp_path / "pack.json")
    pack = BoundaryPack(pk=1, name="Batas rekaan", licence="Apache-2.0", vintage="2026")
    sheets = {
        (one.parent_code, one.level): BoundarySheet(pack=pack, **vars(one))
        for one in sheets_of(read_shapes(path).rings)
    }
    monkeypatch.setattr(queries, "newest_pack", lambda: pack)
    monkeypatch.setattr(
        queries, "sheet", lambda _pack, code, level: sheets.get((code, level))
    )


def test_a_pack_draws_districts_and_villages_with_their_classes(drawn, person):
    client = person("branch_head")
    address = reverse("coverage.region", args=[HERE])
    districts = client.get(address).content.decode()
    villages = client.get(address, {"tingkat": "village"}).content.decode()
    assert (
        len(re.findall(r'<a href="/cakupan/16\.04\.\d\d" class="shade-', districts))
        == 24
    )
    drawn_villages = r'<a href="/cakupan/16\.04\.\d\d\.\d{4}" class="shade-'
    assert len(re.findall(drawn_villages, villages)) == 378
    assert "Batas rekaan, 2026 · Apache-2.0" in villages


def test_the_map_of_every_village_is_light_on_a_slow_line(drawn, person):
    page = person("branch_head").get(
        reverse("coverage.region", args=[HERE]), {"tingkat": "village"}
    )
    assert len(gzip.compress(page.content)) < 60_000


def test_a_hidden_village_is_hatched_and_its_number_told_nowhere(drawn, person):
    page = person("branch_head").get(
        reverse("coverage.region", args=[HERE]), {"tingkat": "village"}
    )
    shown = page.content.decode()
    hidden = re.findall(
        r'class="shade-none" data-code="([\d.]+)" aria-label="([^"]*)"', shown
    )
    assert hidden
    assert all(label.endswith(": –") for _, label in hidden)


@pytest.mark.parametrize(
    ("role", "name", "given"),
    [
        ("branch_head", "home", None),
        ("regional_secretary", "home", None),
        ("village_clerk", "home", None),
        ("branch_head", "coverage.region", HERE),
        ("branch_head", "coverage.region", "16"),
        ("branch_head", "coverage.region", "00"),
        ("branch_head", "what_if", HERE),
        ("regional_secretary", "targets", None),
    ],
)
def test_no_page_of_figures_asks_the_database_much(
    published, person, role, name, given
):
    client = person(role)
    address = reverse(name, args=[given] if given else None)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == HTTPStatus.OK
    own = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(own) <= MOST_QUERIES, "\n".join(sql[:140] for sql in own)


def test_an_english_reader_finds_no_indonesian_on_the_first_page(published, person):
    client = person("branch_head")
    client.post(reverse("language"), {"language": "en", "next": "/"})
    shown = plain(client.get(reverse("home")))
    assert "Distance to target" in shown
    assert "Waiting for you" in shown
    assert "Jarak ke target" not in shown
    assert queries.targets(HERE)
