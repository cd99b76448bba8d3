"""Which rows are in doubt, and whom they meet: few strangers, however large the nation."""

import math

import pytest
from tests.oracles.linkage_rows import work_with

from naungan.engine.linkage.block import keys
from naungan.engine.linkage.dedupe import RARE_BELOW
from naungan.engine.linkage.employed import gather_employed
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.residual import MEMBER, WORKER, gather_residual


HOME, ELSEWHERE = 1604012001, 3204012001


def sought(people):
    """Make `residual` of worker rows; return the work and the rows that are in it."""
    work = work_with(people, [])
    identify(work)
    gather_employed(work.con)
    gather_residual(work.con, len(people), 1, {WORKER: (0, 0), MEMBER: (0, 0)})
    found = work.con.execute("SELECT DISTINCT row_id FROM residual ORDER BY row_id")
    return work, [row for (row,) in found.fetchall()]


def siti(serial, village):
    """Give a Siti of one birth date with a number of her own."""
    nik = 1604015205809000 + serial
    return {"name": "Siti Aminah", "born": "1980-05-12", "nik": nik, "village": village}


def others(count):
    """Give people of as many names and dates, each with a number that fits."""
    for at in range(count):
        day, month = at % 28 + 1, at // 28 % 12 + 1
        nik = 1604010000609001 + day * 10**10 + month * 10**8 + at // 336 * 10
        born = f"1960-{month:02}-{day:02}"
        name = "Bam" + "".join("abcdefghij"[int(digit)] for digit in f"{at:04}")
        yield {"name": name, "born": born, "nik": nik, "village": 3171012001}


def test_two_of_a_rare_name_and_date_are_in_doubt_wherever_they_live():
    _, found = sought([siti(1, HOME), siti(2, ELSEWHERE), *others(200)])
    assert found[:2] == [0, 1]


def test_of_a_common_name_and_date_only_those_of_one_regency_are_in_doubt():
    far_apart = [
        siti(at, (1101 + at // 9 * 100 + at % 9) * 10**6 + 12001) for at in range(1, 31)
    ]
    neighbour = siti(31, far_apart[0]["village"] + 10_000)
    _, found = sought(far_apart)
    assert found == []
    _, found = sought([*far_apart, neighbour])
    assert found == [0, 30]


@pytest.mark.parametrize(
    ("alike", "homes"),
    [(64, {(0, 0), (1, 1)}), (4, {(0, 0), (0, 1), (1, 0), (1, 1)})],
    ids=["many-meet-at-home", "few-meet-anywhere"],
)
def test_who_shares_a_day_and_letters_meets_no_crowd_of_strangers(alike, homes):
    rows = 4_096
    letters = "bdgkmnprst"
    people = []
    for at in range(rows):
        start = (
            "Qom" if at < alike else "".join("BDGKMNPR"[at >> s & 7] for s in (0, 3, 6))
        )
        name = f"{start}a{letters[at % 10]}u{letters[at // 10 % 10]}i{letters[at // 100 % 10]}"
        place = (HOME, ELSEWHERE)[at % 2]
        people.append(
            {"name": name, "born": "1980-01-01", "nik": None, "village": place}
        )
    work, _ = sought(people)
    rare = round(1000 * (math.log2(rows) - RARE_BELOW))
    met = set()
    for key in keys(rare):
        met |= set(
            work.con.execute(
                f"""SELECT a.row_id % 2, b.row_id % 2 FROM {key.lefts} a
                JOIN {key.rows} b ON {key.condition}
                WHERE a.row_id < {alike} AND b.row_id < {alike} AND a.row_id <> b.row_id"""
            ).fetchall()
        )
    assert met == homes
