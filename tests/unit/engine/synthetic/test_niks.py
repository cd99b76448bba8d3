import numpy as np
import pytest

from naungan.engine.synthetic.draws import happens
from naungan.engine.synthetic.niks import SERIAL_FROM, identities, lay_out
from naungan.engine.synthetic.places import settle, village_codes
from naungan.lib import identity_numbers


MONTH = 2026 * 12 + 9


def invented(region, people):
    slots = lay_out(settle(village_codes(region), people), MONTH)
    numbers = np.arange(people)
    women = happens(1, "woman", numbers, 0.4)
    nik, born = identities(1, slots, numbers, women)
    return nik, born, women


@pytest.mark.parametrize(("region", "people"), [("16.04", 60_000), ("00", 60_000)])
def test_no_two_people_share_a_nik(region, people):
    nik, _, _ = invented(region, people)
    assert len(np.unique(nik)) == people


def test_even_one_village_has_room_for_many_people():
    nik, _, _ = invented("16.04.01.2001", 200_000)
    assert len(np.unique(nik)) == 200_000


def test_every_nik_ends_in_the_invented_range():
    nik, _, _ = invented("16.04", 20_000)
    assert (nik % 10_000 >= SERIAL_FROM).all()


def test_niks_carry_the_birth_date_with_forty_added_for_women():
    nik, born, women = invented("16.04", 2_000)
    for number, day, woman in zip(nik, born, women, strict=True):
        date = np.datetime64(int(day), "D").item()
        plus = 40 if woman else 0
        digits = f"{date.day + plus:02d}{date.month:02d}{date.year % 100:02d}"
        assert f"{number:016d}"[6:12] == digits


def test_most_people_are_registered_where_they_live_and_some_are_not():
    nik, _, _ = invented("16.04", 20_000)
    home = (nik // 10**12 == 1604).mean()
    assert 0.85 < home < 0.97


def test_the_identity_number_library_finds_them_valid():
    nik, _, _ = invented("16.04", 500)
    assert all(identity_numbers.parse_nik(f"{n:016d}") is not None for n in nik)


def test_numbers_in_a_cell_run_without_gaps_so_that_neighbours_are_people():
    nik, _, _ = invented("16.04.01.2001", 100_000)
    here = nik[nik // 10**10 == 160401]
    cells, counts = np.unique(here // 10**4 % 10**6, return_counts=True)
    assert len(cells) > 0
    assert counts.max() > 1
