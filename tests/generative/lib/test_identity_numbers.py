from datetime import date

from hypothesis import given, strategies as st

from naungan.lib import identity_numbers as nik_of
from naungan.lib.identity_numbers import Sex


AREAS = st.sampled_from([110101, 160401, 327301, 947199, 990011])
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SEXES: st.SearchStrategy[Sex] = st.sampled_from(["M", "F"])
SERIALS = st.sampled_from(nik_of.INVENTED_SERIALS)


@given(AREAS, DAYS, SEXES, SERIALS)
def test_an_invented_number_tells_what_it_was_built_from(
    area: int, born_on: date, sex: Sex, serial: int
) -> None:
    nik = nik_of.invented(area, born_on, sex, serial)
    parts = nik_of.split(nik)
    assert (parts.area, parts.sex, parts.serial) == (area, sex, serial)
    assert born_on in nik_of.birth_dates(nik)
    assert nik_of.parse_nik(nik_of.nik_text(nik)) == nik
    state = nik_of.state(nik, lambda _: True, born_on=born_on, sex=sex)
    assert state == "valid"


@given(st.text(max_size=25))
def test_any_cell_gives_a_number_or_a_reason(text: str) -> None:
    read = nik_of.read_nik(text)
    assert (read.value is None) == bool(read.note)


@given(st.integers(0, 10**16 - 1))
def test_any_sixteen_digits_can_be_judged(nik: int) -> None:
    parts = nik_of.split(nik)
    assert 0 <= parts.serial <= 9999
    assert nik_of.state(nik, lambda _: True) in {"valid", "impossible"}
