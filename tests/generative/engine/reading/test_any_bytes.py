"""Whatever bytes come, every line is accounted for, or the file is refused in words."""

import tempfile
from pathlib import Path

from hypothesis import given, settings, strategies as st
from tests.unit.engine.reading.desk import read

from naungan.engine.reading.text.fields import split_quoted
from naungan.engine.reading.text.pieces import Dialect, read_piece
from naungan.lib.errors import InputRefused


HEADERS = (
    b"Nama,NIK,Tgl Lahir,JK,Upah\n",
    b"judul\n\nNo;Nama Lengkap;TTL\n",
    b"\xef\xbb\xbfnama\tdesa\tkecamatan\r\n",
)
CRUMBS = st.sampled_from(
    [b",", b";", b"\t", b'"', b'""', b"\n", b"\r\n", b"\r", b"\x00", b"\xff", b"\xc3"]
    + [b"SITI", b"1604015205809001", b"3.2E+15", b"Jumlah", b"12/05/1980", b" ", b"-"]
    + [b"\xe2\x80\x99", b"\xef\xbf\xbd", b'"a\nb"', b"P", b"1.000", b"e004", b"+1"]
)


def refused(folder, kind, content):
    """Read, with the desk's proof of every line; return what a refusal said."""
    try:
        read(Path(folder), kind, ("kiriman", content))
    except InputRefused as refusal:
        return str(refusal)
    return None


@given(st.sampled_from(HEADERS), st.lists(CRUMBS, max_size=60))
@settings(deadline=None, max_examples=150)
def test_damaged_lines_below_a_header_never_get_lost(header, crumbs):
    with tempfile.TemporaryDirectory() as folder:
        refusal = refused(folder, "workers", header + b"".join(crumbs))
        assert refusal is None or "kiriman" in refusal


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_read_or_refused(content):
    with tempfile.TemporaryDirectory() as folder:
        refusal = refused(folder, "members", content)
        assert refusal is None or "kiriman" in refusal


LINES = st.lists(
    st.lists(
        st.sampled_from(['"', ",", "a", "b ", '""', "\r", "é", "x,y", "\x00", " "]),
        max_size=8,
    ).map("".join),
    min_size=1,
    max_size=40,
)


@given(LINES, st.integers(1, 4), st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None, max_examples=400)
def test_the_fast_path_reads_as_the_careful_one_does(lines, width, ending):
    """Where a line alone is in order, its fields are what the careful path says."""
    data = ending.join(lines).encode()
    piece = read_piece(data, 1, Dialect(",", width))
    whole = data.decode().replace("\x00", "\ufffd")
    physical = [line.removesuffix("\r") for line in whole.split("\n")]
    if physical and whole.endswith("\n"):
        physical.pop()
    columns = [piece.table.column(f"h{at}").to_pylist() for at in range(width)]
    rows = dict(
        zip(
            piece.table.column("line").to_pylist(),
            zip(*columns, strict=True),
            strict=True,
        )
    )
    taken = set(rows) | {line for line, _ in (*piece.aside, *piece.broken)}
    assert taken == set(range(1, max(len(physical), 1) + 1))
    for at, text in enumerate(physical, start=1):
        fields = split_quoted(text.replace("\r", " "), ",")
        alone = fields is not None and len(fields) == width and text.strip()
        if alone and at in rows:
            found = [cell.replace("\r", " ") for cell in rows[at]]
            assert found == fields


@given(
    st.lists(
        st.lists(st.text('ab,"\n é', max_size=6), min_size=3, max_size=3),
        min_size=1,
        max_size=20,
    )
)
@settings(deadline=None, max_examples=200)
def test_properly_quoted_records_come_back_as_they_were(records):
    """A legal file, quoted throughout, is never damaged by the care taken."""
    text = "\n".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in record)
        for record in records
    )
    piece = read_piece(text.encode(), 1, Dialect(",", 3))
    columns = [piece.table.column(f"h{at}").to_pylist() for at in range(3)]
    found = sorted(zip(piece.table.column("line").to_pylist(), *columns, strict=True))
    legal = [record for record in records if _is_plain(record)]
    if len(legal) == len(records):
        assert [list(row[1:]) for row in found] == records
    assert piece.table.num_rows + len(piece.broken) >= 1


def _is_plain(record):
    """Say whether no line of the record could pass for a record of its own."""
    return not any("\n" in cell for cell in record)
