"""Whatever the bytes: an answer in which every row is accounted for, or a refusal."""

import pytest
from hypothesis import given, settings, strategies as st

from naungan.engine.published import check_figures
from naungan.lib.errors import InputRefused


HEADER = "region_code,as_of,segment,covered,denominator,percent,approx,note"

cells = st.one_of(
    st.sampled_from(
        [
            "16.04",
            "51",
            "00",
            "2025",
            "2025-07",
            "ALL",
            "PU",
            "1",
            "0",
            "",
            '"',
            ",",
            ">80",
        ]
    ),
    st.integers(-5, 10**9).map(str),
    st.decimals(0, 500, places=2).map(str),
    st.text(max_size=12),
)
lines = st.lists(cells, max_size=10).map(",".join)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("angka") / "angka.csv"


def accounted(answer):
    assert answer.rows == answer.checked + len(answer.unchecked) + len(answer.refused)
    data = answer.as_data()
    assert all(failed["code"] and failed["reason"] for failed in data["failed"])
    assert all(one.message and one.line > 1 for one in answer.refused)


@given(st.lists(lines, max_size=8))
@settings(deadline=None)
def test_any_lines_are_accounted_for(path, body):
    path.write_bytes("\n".join([HEADER, *body]).encode("utf-8", "surrogatepass"))
    accounted(check_figures(path))


@given(st.binary(max_size=300), st.booleans())
@settings(deadline=None)
def test_any_bytes_are_answered_or_refused(path, data, with_header):
    path.write_bytes((HEADER.encode() + b"\n" if with_header else b"") + data)
    try:
        answer = check_figures(path)
    except InputRefused:
        return
    accounted(answer)


rows = st.builds(
    lambda code, as_of, segment, covered, denominator, percent, approx: ",".join(
        [code, as_of, segment, covered, denominator, percent, approx, ""]
    ),
    st.sampled_from(["16", "16.04", "51", "00"]),
    st.sampled_from(["2024", "2025-01", "2025-01-15", "2026-02"]),
    st.sampled_from(["ALL", "PU", "BPU", "JAKON", "PMI"]),
    st.one_of(st.just(""), st.integers(0, 10**9).map(str)),
    st.one_of(st.just(""), st.integers(1, 10**9).map(str)),
    st.one_of(st.just(""), st.decimals(0, 200, places=1).map(str), st.just(">80")),
    st.sampled_from(["0", "1"]),
)


@given(st.lists(rows, min_size=1, max_size=12))
@settings(deadline=None)
def test_well_formed_rows_are_all_read_and_in_any_order_judged_alike(path, body):
    found = []
    for order in (body, body[::-1]):
        path.write_text("\n".join([HEADER, *order]) + "\n", encoding="utf-8")
        answer = check_figures(path)
        accounted(answer)
        assert not answer.refused
        found.append(sorted((one.code, one.reason) for one in answer.failed))
    assert found[0] == found[1]
