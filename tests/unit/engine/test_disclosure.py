"""No small count is published, and none can be had by subtraction."""

import random
from fractions import Fraction

from hypothesis import given, settings, strategies as st
from tests.oracles.tables import MONTH, dicts, work_with

from naungan.engine.coverage import cover
from naungan.engine.disclosure import SMALLEST_SHOWN
from naungan.engine.measure import measure


def published(villages):
    """Publish people given as village -> (segment, covered) -> how many."""
    persons, members, links = [], [], []
    for village, groups in villages.items():
        for (segment, is_covered), people in groups.items():
            for _ in range(people):
                persons.append(
                    {
                        "person_id": len(persons),
                        "village_code": village,
                        "segment": segment,
                        "birth_year": 1990,
                    }
                )
                if is_covered:
                    links.append(
                        {"person_id": len(persons) - 1, "member_row": len(members)}
                    )
                    members.append({"kpj": f"K{len(members)}", "paid_through": MONTH})
    work = work_with(
        persons=persons,
        member_rows=members or [{"kpj": "X"}],
        links=links,
        request={"publish": True},
    )
    cover(work)
    measure(work)
    return work


def cells(work, measure_code, column):
    """Return region, segment and month of every published or hidden count."""
    return {
        (row["region_code"], row["segment"]): row[column]
        for row in dicts(
            work,
            f"""SELECT * FROM measures WHERE measure = '{measure_code}' AND category IS NULL
            AND funder IS NULL AND month = '2026-10'""",
        )
    }


def sums(keys):
    """List every sum among the cells: (whole, parts)."""
    found = []
    for region, segment in keys:
        children = [k for k in keys if k[1] == segment and above(k[0]) == region]
        if children:
            found.append(((region, segment), children))
        parts = [k for k in keys if k[0] == region and k[1] is not None]
        if segment is None and parts:
            found.append(((region, None), parts))
    return found


def above(region):
    if region == "00":
        return None
    return region.rpartition(".")[0] or "00"


def determined(shown):
    """Solve all sums for the hidden cells; return those with only one solution."""
    hidden = [key for key, value in shown.items() if value is None]
    rows = []
    for whole, parts in sums(shown):
        row = [Fraction(0)] * len(hidden)
        for place, key in enumerate(hidden):
            row[place] += (key in parts) - (key == whole)
        if any(row):
            rows.append(row)
    return [hidden[place] for place in unit_rows(rows)]


def unit_rows(rows):
    """Reduce by Gauss and Jordan; a row with one entry left settles its unknown."""
    rows, settled, done = [row[:] for row in rows], [], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(done, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for r, row in enumerate(rows):
            if r != done and row[column]:
                rows[r] = [
                    a - row[column] * b for a, b in zip(row, rows[done], strict=True)
                ]
        done += 1
    for row in rows:
        entries = [place for place, value in enumerate(row) if value]
        if len(entries) == 1:
            settled.append(entries[0])
    return settled


def invent(seed):
    chance = random.Random(seed)
    sizes = [0, 0, 3, 8, 12, 15, 25]
    return {
        1604010000 + district * 10_000 + village: {
            (segment, covered): chance.choice(sizes)
            for segment in ("PU", "BPU")
            for covered in (True, False)
        }
        for district in range(1, chance.randint(2, 4))
        for village in range(2001, 2001 + chance.randint(1, 4))
    }


COLUMNS = {
    "covered": ("coverage", "numerator"),
    "uncovered": ("gap", "numerator"),
    "people": ("coverage", "denominator"),
}


@given(st.integers(0, 2**32))
@settings(max_examples=20, deadline=None)
def test_no_small_count_follows_from_the_published_ones(seed):
    villages = invent(seed)
    work, plain = published(villages), plain_counts(villages)
    for name, (code, column) in COLUMNS.items():
        shown = dict.fromkeys(plain[name]) | cells(work, code, column)
        known = [key for key, value in shown.items() if value is not None]
        known += determined(shown)
        assert not [key for key in known if 0 < plain[name][key] < SMALLEST_SHOWN]


@given(st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_what_the_published_leave_over_is_nobody_or_ten_and_more(seed):
    villages = invent(seed)
    work, plain = published(villages), plain_counts(villages)
    shown = dict.fromkeys(plain["covered"]) | cells(work, "coverage", "numerator")
    for whole, parts in sums(shown):
        if shown[whole] is not None:
            over = sum(plain["covered"][key] for key in parts if shown[key] is None)
            assert over == 0 or over >= SMALLEST_SHOWN


def plain_counts(villages):
    """Count the covered, the uncovered and all people of every region by hand."""
    found = {name: {} for name in COLUMNS}
    for village, groups in villages.items():
        code = str(village)
        chain = ["00", code[:2], f"{code[:2]}.{code[2:4]}"]
        chain += [f"{chain[2]}.{code[4:6]}", f"{chain[2]}.{code[4:6]}.{code[6:]}"]
        for (segment, is_covered), people in groups.items():
            for region in chain:
                for split in (segment, None):
                    add(found["covered"], (region, split), people * is_covered)
                    add(found["uncovered"], (region, split), people * (not is_covered))
                    add(found["people"], (region, split), people)
    return found


def add(counts, key, people):
    counts[key] = counts.get(key, 0) + people


def test_one_small_village_takes_a_second_with_it():
    villages = {
        1604012001: {("BPU", True): 3, ("BPU", False): 40},
        1604012002: {("BPU", True): 30, ("BPU", False): 40},
        1604012003: {("BPU", True): 50, ("BPU", False): 40},
    }
    shown = cells(published(villages), "coverage", "numerator")
    assert shown["16.04.01.2001", None] is None
    assert shown["16.04.01.2002", None] is None
    assert shown["16.04.01.2003", None] == 50
    assert shown["16.04.01", None] == 83


def test_a_village_where_nearly_all_are_covered_is_hidden_too():
    villages = {
        1604012001: {("BPU", True): 40, ("BPU", False): 2},
        1604012002: {("BPU", True): 30, ("BPU", False): 40},
    }
    shown = cells(published(villages), "coverage", "numerator")
    assert shown["16.04.01.2001", None] is None
    assert shown["16.04.01", None] == 70


def test_nobody_and_ten_are_published():
    villages = {1604012001: {("BPU", True): 10, ("BPU", False): 10}}
    villages[1604012002] = {("BPU", True): 0, ("BPU", False): 10}
    shown = cells(published(villages), "coverage", "numerator")
    assert shown["16.04.01.2001", None] == 10
    assert shown["16.04.01.2002", None] == 0


def test_small_villages_leave_the_lists_of_the_largest_gaps_and_of_overlaps():
    villages = {
        1604012001: {("BPU", True): 0, ("BPU", False): 7},
        1604012002: {("BPU", True): 0, ("BPU", False): 90},
        1604012003: {("BPU", True): 0, ("BPU", False): 90},
    }
    work = published(villages)
    keys = {
        row["key"]
        for row in dicts(work, "SELECT key FROM pareto WHERE kind = 'village'")
    }
    assert "16.04.01.2001" not in keys
    assert "16.04.01.2003" in keys
    regions = {
        row["region_code"] for row in dicts(work, 'SELECT region_code FROM "overlaps"')
    }
    assert "16.04.01.2001" not in regions
    assert "16.04.01" in regions


def test_without_publishing_nothing_is_hidden():
    work = work_with(persons=[{"person_id": 1, "birth_year": 1990}])
    cover(work)
    measure(work)
    [(hidden,)] = work.con.execute(
        "SELECT count(*) FROM measures WHERE hidden"
    ).fetchall()
    assert hidden == 0


def test_large_groups_are_shown_in_every_village():
    villages = {
        1604012000 + village: {
            (segment, covered): 20
            for segment in ("PU", "BPU")
            for covered in (True, False)
        }
        for village in (1, 2)
    }
    shown = cells(published(villages), "coverage", "numerator")
    assert len(shown) == 3 * 6
    assert set(shown.values()) == {20, 40, 80}
