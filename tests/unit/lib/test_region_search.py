"""Finding regions by name: what is settled, and what stays open."""

import pytest

from naungan.lib.region_search import beginning, find, find_village, resolve, settled


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Kabupaten Lahat", "16.04"),
        ("KAB. LAHAT", "16.04"),
        ("Kec. Lahat", "16.04.10"),
        ("Kota Bandung", "32.73"),
        ("Kab Bandung", "32.04"),
        ("Kotamadya Sukabumi", "32.72"),
        ("Kabupaten Kotabaru", "63.02"),
        ("Palangka Raya", "62.71"),
        ("bandarlampung", "18.71"),
        ("Gunung Kidul", "34.03"),
        ("DKI Jakarta", "31"),
        ("Prov. Sumsel", "16"),
        ("Kota Jakarta Selatan", "31.74"),
        ("Kab. Adm. Kep. Seribu", "31.01"),
        ("Kabupaten 50 Kota", "13.07"),
    ],
)
def test_a_name_that_means_one_region_finds_it(written: str, code: str) -> None:
    region = resolve(written)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize("written", ["Bandung", "Lahat", "Sukabumi", "xyzzy", "", "-"])
def test_an_ambiguous_or_unknown_name_is_not_settled(written: str) -> None:
    assert resolve(written) is None


@pytest.mark.parametrize(
    ("written", "inside", "code"),
    [
        ("Pekon Wates", "18.10", "18.10.02.2005"),
        ("Kel. Pasar Lama", 1604, "16.04.10.1041"),
        ("Desa Pasar Lama", "16.04", "16.04.10.1041"),
        ("Pasr Lama", "16.04", "16.04.10.1041"),
        ("PASAR  LAMA", "16.04.10", "16.04.10.1041"),
    ],
)
def test_a_village_is_found_inside_its_region(
    written: str, inside: str | int, code: str
) -> None:
    region = resolve(written, level="village", inside=inside)
    assert region is not None
    assert region.code == code


def test_a_district_tells_villages_of_one_name_apart() -> None:
    several = find_village("Tanjung Baru", inside="16.04")
    assert len([c for c in several if c.exact]) > 1
    assert settled(several) is None
    one = settled(find_village("Tanjung Baru", "Kec. Tanjungtebat", inside="16.04"))
    other = find_village("Ulak Lebar", "Lahat", inside="16.04")
    assert one is not None
    assert one.code == "16.04.27.2004"
    assert [c.region.code for c in other][:1] == ["16.04.10.2053"]


def test_a_word_that_may_be_part_of_the_name_stays_in_it_first() -> None:
    best = find("Kampung Baru", level="village", inside="11.01")[0]
    assert (best.region.name, best.score) == ("Kampung Baru", 1.0)


def test_scores_fall_with_distance_and_ties_are_by_code() -> None:
    found = find("Tanjung Sari", level="village")
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert [c.region.code for c in found] == sorted(c.region.code for c in found)


def test_nothing_is_found_inside_an_unknown_region() -> None:
    assert find("Lahat", inside="99.99") == []
    assert find_village("Lahat", "Lahat", inside="99") == []


def test_near_names_without_a_clear_lead_stay_open() -> None:
    found = find("Tanjung Bari", level="village", inside="16.04")
    assert found
    assert settled(found) is None
    assert settled([]) is None


def test_a_name_that_is_only_begun_finds_what_goes_on_the_widest_first() -> None:
    found = beginning("merapi", inside="16.04")
    names = [one.region.name for one in found]
    assert names == ["Merapi Barat", "Merapi Timur", "Merapi Selatan"]
    assert all(0 < one.score < 1 and not one.exact for one in found)


def test_nothing_begins_with_nothing_or_inside_an_unknown_region() -> None:
    assert beginning("", inside="16.04") == []
    assert beginning("Lahat", inside="99.99") == []
