"""Regions: slices agree with a plain scan; a slip of the pen is forgiven."""

from hypothesis import given, strategies as st
from rapidfuzz.distance import OSA

from naungan.lib.edit_distance import distance, pieces_of
from naungan.lib.region_search import find
from naungan.lib.regions import (
    DIGITS,
    Level,
    Region,
    by_code,
    children,
    dotted,
    within,
)


PLACES = [r for level in DIGITS for r in within("16.04", level)] + list(
    within("18", "regency")
)
LETTERS = st.text("ABCDE", max_size=9)


@given(st.sampled_from(PLACES))
def test_a_code_and_its_number_find_the_same_region(region: Region) -> None:
    assert by_code(region.number) == by_code(region.code) == region
    assert dotted(region.number) == region.code


@given(st.sampled_from(PLACES), st.sampled_from(list(DIGITS)))
def test_what_lies_within_is_what_a_scan_finds(region: Region, level: Level) -> None:
    inside = [r for r in PLACES if r.code.startswith("16.04") and r.level == level]
    if region.code.startswith("16.04"):
        scanned = [r for r in inside if f"{r.code}.".startswith(f"{region.code}.")]
        assert list(within(region.code, level)) == scanned


@given(st.sampled_from([r for r in PLACES if r.level != "village"]))
def test_children_have_the_region_as_parent(region: Region) -> None:
    assert {child.parent_code for child in children(region.code)} <= {region.code}


@given(LETTERS, LETTERS)
def test_the_distance_is_the_one_of_a_known_library(one: str, other: str) -> None:
    assert distance(one, other) == OSA.distance(one, other)


@given(LETTERS.filter(bool), st.integers(1, 4))
def test_pieces_lie_in_the_text_one_after_the_other(text: str, count: int) -> None:
    assert text.startswith("".join(pieces_of(text, count)))


@given(
    st.sampled_from([r for r in within("16.04", "village") if len(r.name) > 7]),
    st.integers(0, 30),
)
def test_a_letter_left_out_still_finds_the_village(region: Region, at: int) -> None:
    place = at % len(region.name)
    written = region.name[:place] + region.name[place + 1 :]
    found = find(written, level="village", inside=region.parent_code, limit=50)
    assert region.code in [candidate.region.code for candidate in found]
