"""Employers: random small lists against the slow judge, and in any order."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings, strategies as st
from tests.oracles.employers import Row, match
from tests.unit.engine.employers.lists import a_work, grouped, match_employers, sha

from naungan.engine.work import Work


FAIR = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)
LISTS = ("bpjs", "oss", "tax")
WORDS = ("Rimba", "Gemilang", "Laut", "Jaya", "Makmur", "Gemlang", "RimbaLaut")
VILLAGES = (1604102053, 1604102054, 1604012001, 1810022005, None)


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, object]]:
    """Draw the rows of three lists, some with numbers, most with names alike."""
    drawn = []
    for _ in range(draw(st.integers(2, 7))):
        name = draw(
            st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)
        )
        form = draw(st.sampled_from(("PT ", "CV ", "")))
        listed = draw(st.sampled_from(LISTS))
        nib = draw(
            st.sampled_from((None, None, None, "9900000000017", "9900000000025"))
        )
        npp = draw(st.sampled_from(("Z1", "Z2", "Z3"))) if listed == "bpjs" else None
        village = draw(st.sampled_from(VILLAGES))
        drawn.append(
            {
                "list": listed,
                "name": form + " ".join(name),
                "nib": nib,
                "npp": npp,
                "village_code": village,
            }
        )
    return drawn


def a_world(
    drawn: list[dict[str, object]], order: tuple[str, ...], threads: int
) -> Work:
    """Put the rows into lists and match them."""
    lists = {
        name: [
            {k: v for k, v in row.items() if k != "list"}
            for row in drawn
            if row["list"] == name
        ]
        for name in order
    }
    work = a_work(Path(tempfile.gettempdir()) / "none", threads=threads, **lists)
    match_employers(work, Path("none"))
    return work


def as_rows(drawn: list[dict[str, object]]) -> list[Row]:
    """Give the judge the same rows, in the order of their places."""
    found = []
    for name in sorted(LISTS, key=sha):
        of_list = [row for row in drawn if row["list"] == name]
        for number, row in enumerate(of_list, 1):
            found.append(
                Row(
                    key=f"{name}:{number}",
                    list=name,
                    name=str(row["name"]),
                    nib=row["nib"],  # type: ignore[arg-type]
                    npp=row["npp"],  # type: ignore[arg-type]
                    village=row["village_code"],  # type: ignore[arg-type]
                )
            )
    return found


def reviews(work: Work) -> set[tuple[frozenset[str], str]]:
    """Return the groups that may have a registration, with that registration."""
    found = work.con.sql("""
        WITH l AS (SELECT employer_id, npp AS may FROM employer_links WHERE band = 'review')
        SELECT list(file || ':' || "row"), may FROM l
        JOIN employer_rows USING (employer_id) JOIN employer_in_rows USING (row_id)
        JOIN inputs USING (file_id) GROUP BY employer_id, may""")
    return {(frozenset(keys), npp) for keys, npp in found.fetchall()}


@FAIR
@given(rows())
def test_the_engine_matches_as_the_slow_judge(drawn: list[dict[str, object]]) -> None:
    answer = match(as_rows(drawn))
    assume(not answer.hairline)
    work = a_world(drawn, LISTS, threads=2)
    assert grouped(work) == answer.groups
    assert reviews(work) == answer.reviews


@FAIR
@given(rows())
def test_order_of_lists_and_threads_do_not_matter(
    drawn: list[dict[str, object]],
) -> None:
    query = "FROM employers ORDER BY employer_id", "FROM employer_links ORDER BY ALL"
    one = a_world(drawn, LISTS, threads=1)
    other = a_world(drawn, LISTS[::-1], threads=4)
    for sql in query:
        assert one.con.sql(sql).fetchall() == other.con.sql(sql).fetchall()
