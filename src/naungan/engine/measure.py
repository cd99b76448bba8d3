"""What a measure is: one published figure about people, by region and month.

One module on the shelf `naungan.engine.measures` per figure; the file's name is its
code. A measure counts something in `region_counts` and divides it by a universe,
which is always named: our own list, or an official source where one speaks about
exactly that region. Small counts are hidden in `naungan.engine.disclosure`.
"""

from dataclasses import dataclass
from functools import cache

import duckdb

from naungan.engine.counting.extract import count_extract
from naungan.engine.counting.overlaps import create_overlaps
from naungan.engine.counting.pareto import create_pareto
from naungan.engine.counting.people import UNPLACED_LEVEL, count_people
from naungan.engine.counting.quality import create_quality
from naungan.engine.counting.regions import LEVELS
from naungan.engine.counting.universes import OWN, create_universes
from naungan.engine.coverage.memberships import MONTHS_SHOWN
from naungan.engine.disclosure import hide_small_counts
from naungan.engine.shelves import items
from naungan.engine.work import Work
from naungan.lib import dates
from naungan.lib.sql_text import listed


KNOWN_BEGINNINGS_PERCENT = 90
"""From this share of memberships with a known beginning on, history is shown."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One figure: what is counted, between which bounds, over which rows.

    `low` and `high` are SQL over `region_counts` and `universe` (the denominator's
    size): with linked matches only, and with the matches that await review. The
    numerator is `numerator`, one of both. `value` is `share` of the universe or
    `people`. `has_history` keeps the months before the run's; `official` compares
    with official universes too.
    """

    label: str
    description: str
    low: str
    high: str
    numerator: str = "low"
    value: str = "share"
    has_history: bool = False
    official: bool = False
    breakdowns: tuple[str, ...] = ("total", "segment", "category")
    counts: str = "region_counts"


@cache
def all_measures() -> dict[str, Measure]:
    """Collect the shelf: code to measure, in alphabetical order."""
    return items("naungan.engine.measures", "MEASURE")


def measure(work: Work) -> None:
    """Create `measures`, `overlaps`, `pareto` and `quality`.

    With `publish` in the request, small counts are hidden in all of them.
    """
    con, request = work.con, work.request
    back = _months_back(work)
    count_people(con, request.region, back)
    count_extract(con, request.region, back)
    create_universes(con, request.month, back)
    months = [dates.month_text(request.month - ago) for ago in range(back + 1)]
    con.execute(_table_sql(con, months))
    for code, item in all_measures().items():
        if item.breakdowns:
            con.execute(_own_sql(item), {"code": code, "months": months})
        if item.official:
            con.execute(_official_sql(item), {"code": code, "months": months})
    create_pareto(con, request.region)
    create_overlaps(con, request.region)
    create_quality(con, request.owners)
    for name in ("village_cells", "region_counts", "extract_counts", "universes"):
        con.execute(f"DROP TABLE {name}")
    if request.publish:
        hide_small_counts(con)


def _table_sql(con: duckdb.DuckDBPyConnection, months: list[str]) -> str:
    """Make the empty table; words that every row repeats take one byte each."""
    sources = "SELECT DISTINCT source FROM universes"
    words = {
        "measure": set(all_measures()),
        "level": {UNPLACED_LEVEL, *(level.name for level in LEVELS)},
        "month": set(months),
        "universe": {OWN, *(one for (one,) in con.execute(sources).fetchall())},
    }
    kinds = {name: f"ENUM ({listed(sorted(known))})" for name, known in words.items()}
    return f"""CREATE OR REPLACE TABLE measures(measure {kinds["measure"]},
        region_code VARCHAR, level {kinds["level"]}, segment group_word,
        category group_word, funder group_word, month {kinds["month"]},
        universe {kinds["universe"]}, numerator BIGINT, low BIGINT, high BIGINT,
        denominator BIGINT, value DOUBLE, hidden BOOLEAN DEFAULT false)"""


def _months_back(work: Work) -> int:
    """Give how many months before the run's the inputs say anything about.

    Where the beginning of many memberships is not known, a history would rise for
    no other reason than that.
    """
    [(months, known, all_of_them)] = work.con.execute("""SELECT
            coalesce(bit_or(active_months), 0), count(*) FILTER (has_beginning), count(*)
        FROM memberships WHERE active_months > 0""").fetchall()
    if known * 100 < all_of_them * KNOWN_BEGINNINGS_PERCENT:
        return 0
    return min(max(int(months).bit_length() - 1, 0), MONTHS_SHOWN - 1)


def _select(item: Measure, universe: str, size: str) -> str:
    value = "numerator / universe" if item.value == "share" else "numerator"
    return f"""SELECT $code, region_code, level, segment, category, funder,
            ($months)[back + 1], {universe}, {item.numerator} AS numerator, low, high,
            universe, round({value}, 6), false
        FROM (SELECT *, {item.low} AS low, {item.high} AS high
            FROM (SELECT r.*, {size} AS universe"""


def _own_sql(item: Measure) -> str:
    names = listed(item.breakdowns)
    return f"""INSERT INTO measures {_select(item, f"'{OWN}'", "people")}
        FROM {item.counts} r WHERE breakdown IN ({names})
            {"" if item.has_history else "AND back = 0"}))"""


def _official_sql(item: Measure) -> str:
    """Only the regions and segments that the source itself speaks about."""
    return f"""INSERT INTO measures {_select(item, "source", "u.workers")}, source
        FROM {item.counts} r JOIN universes u
            ON u.region_code = r.region_code AND u.back = r.back
            AND u.segment IS NOT DISTINCT FROM r.segment
        WHERE breakdown IN ('total', 'segment')
            {"" if item.has_history else "AND r.back = 0"}))"""
