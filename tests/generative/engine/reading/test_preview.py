"""A look at any file answers or refuses in words, and says what a run would do."""

import tempfile
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings, strategies as st
from tests.unit.engine.reading.desk import OCTOBER, read

from naungan.engine.reading.books.archive import check_limits
from naungan.engine.reading.books.cut import ROWS, cut
from naungan.engine.reading.books.xlsx import xlsx_sheets
from naungan.engine.reading.preview import headers, kind_of, try_out
from naungan.engine.reading.source import open_source
from naungan.engine.reading.templates import KINDS
from naungan.lib.errors import InputRefused


HEADERS = st.sampled_from(
    [b"Nama,NIK,Tgl Lahir,JK,Upah\n", b"judul\n\nNo;Nama Lengkap;TTL\n", b"a|b|c\n"]
    + [b"\xef\xbb\xbfnama\tdesa\r\n", b"KPJ,NIK,Kepesertaan,Program\n", b"Nama,Nama,\n"]
)
CRUMBS = st.sampled_from(
    [b",", b";", b"\t", b'"', b"\n", b"\r\n", b"\x00", b"\xff", b"\xc3", b"=1+1", b"-"]
    + [b"SITI", b"1604015205809001", b"1604 0152 0580 9001", b"Jumlah", b"12/05/1980"]
    + [b"JKK+JKM", b"BPU", b"16.04.01.2001", b"PK\x03\x04", b"  "]
)


def file_of(folder, content):
    path = Path(folder) / "kiriman"
    path.write_bytes(content)
    return path


def answer(path):
    try:
        return kind_of(path), ""
    except InputRefused as refusal:
        return None, str(refusal)


@given(
    st.one_of(st.binary(max_size=300), st.builds(bytes.__add__, HEADERS, st.binary()))
)
@settings(deadline=None, max_examples=100)
def test_any_bytes_are_shown_or_refused(content):
    with tempfile.TemporaryDirectory() as folder:
        path = file_of(folder, content)
        found, refusal = answer(path)
        assert "kiriman" in refusal or found.why
        assert found is None or found.kind is None or found.kind in KINDS


@given(HEADERS, st.lists(CRUMBS, max_size=40), st.sampled_from(KINDS))
@settings(deadline=None, max_examples=60)
def test_labels_are_unique_and_show_no_nik(header, crumbs, kind):
    with tempfile.TemporaryDirectory() as folder:
        path = file_of(folder, header + b"".join(crumbs))
        try:
            found = headers(path, kind)
        except InputRefused:
            return
        labels = [one.label for one in found.columns]
        assert len(set(labels)) == len(labels)
        targets = [one.target for one in found.columns if one.target]
        assert len(set(targets)) == len(targets)
        shown = " ".join(cell for one in found.columns for cell in one.samples)
        assert "5205809001" not in "".join(sign for sign in shown if sign.isdigit())


@given(HEADERS, st.lists(CRUMBS, max_size=40))
@settings(deadline=None, max_examples=40)
def test_what_is_proposed_reads_as_a_run_reads(header, crumbs):
    """Where every proposal comes from a known header, nothing changes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = file_of(folder, header + b"".join(crumbs))
        try:
            proposal = headers(path, "workers")
            desk = read(folder, "workers", path)
        except InputRefused:
            return
        known = {
            one.target: one.label for one in proposal.columns if one.why == "alias"
        }
        tried = try_out(
            path,
            kind="workers",
            mapping=known,
            month=OCTOBER,
            region=None,
            out=folder / "uji",
        )
        counts = (tried.read, tried.accepted, tried.rejected, tried.set_aside)
        assert counts == desk.account
        assert tried.read == tried.accepted + tried.rejected + tried.set_aside
        assert len(tried.cells) == min(tried.rejected, 50)


TEXTS = st.one_of(
    st.none(),
    st.integers(-5, 10**17),
    st.sampled_from(
        ["Nama", '<c t="s"><v>1</v></c>', "</row>", "é &amp;", "sama", " x "]
    ),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=8),
)


@given(
    st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=12),
    st.integers(1, 60),
    st.booleans(),
)
@settings(deadline=None, max_examples=40)
def test_a_workbook_that_was_cut_shows_the_same_first_rows(rows, times, inline):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        with xlsxwriter.Workbook(path, {"constant_memory": inline}) as book:
            for name in ("Satu", "Dua"):
                sheet = book.add_worksheet(name)
                for at, row in enumerate(rows * times):
                    for place, cell in enumerate(row):
                        write = (
                            sheet.write_string if isinstance(cell, str) else sheet.write
                        )
                        write(at, place, cell)
        source = open_source(path)
        whole, seen = (
            xlsx_sheets(source, data, check_limits(source, data))
            for data in (path.read_bytes(), cut(source))
        )
        heads = [[(one.name, one.head(ROWS)) for one in some] for some in (whole, seen)]
        assert [name for name, _ in heads[0]] == ["Satu", "Dua"]
        for (_, one), (_, other) in zip(*heads, strict=True):
            assert narrowed(one) == narrowed(other)


def narrowed(rows):
    """Drop empty cells at the end and empty rows: a cut sheet may be narrower."""
    full = [(line, " ".join(cells).rstrip()) for line, cells in rows]
    return [(line, text) for line, text in full if text]
