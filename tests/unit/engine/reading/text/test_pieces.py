"""A run of lines into columns: what is a row, what is not, none forgotten."""

from naungan.engine.reading.text import pieces
from naungan.engine.reading.text.pieces import Dialect, read_piece


TWO = Dialect(",", 2)


def rows(piece):
    columns = piece.table.to_pydict()
    return list(zip(*columns.values(), strict=True))


def test_plain_lines_are_rows():
    piece = read_piece(b"a,b\r\nc,d", 5, TWO)
    assert rows(piece) == [(5, "a", "b"), (6, "c", "d")]
    assert (piece.aside, piece.broken) == ([], [])


def test_lines_throughout_quoted_are_parsed_at_once():
    piece = read_piece(b'"a","b"\n"c, d","e ""f"""\n\n', 1, TWO)
    assert rows(piece) == [(1, "a", "b"), (2, "c, d", 'e "f"')]
    assert piece.aside == [(3, "blank")]


def test_a_swallowed_line_end_is_noticed():
    piece = read_piece(b'"a","b"\n"c,"d"\n"e","f\n"g","h"\n', 1, TWO)
    assert rows(piece) == [(1, "a", "b"), (4, "g", "h"), (2, "c", "d"), (3, "e", "f")]


def test_stray_returns_are_spaces():
    piece = read_piece(b'a\rb,c\n"d\re","f"\n', 1, TWO)
    assert sorted(rows(piece)) == [(1, "a b", "c"), (2, "d e", "f")]


def test_nothing_but_blanks_is_no_row():
    piece = read_piece(b"\n\r\n  \n", 1, TWO)
    assert rows(piece) == []
    assert piece.aside == [(1, "blank"), (2, "blank"), (3, "blank")]
    assert rows(read_piece(b'\n""\n""\n', 1, Dialect(",", 1))) == [(2, ""), (3, "")]


def test_a_line_beyond_all_measure_is_broken(monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST_LINE", 10)
    piece = read_piece(b'a,b\n"' + b"x" * 20 + b'","y"\n', 1, TWO)
    assert rows(piece) == [(1, "a", "b")]
    assert [line for line, _ in piece.broken] == [2]


def test_short_totals_and_bare_separators_are_no_broken_rows():
    piece = read_piece(b"a,b,c\nJUMLAH,2\n,\nTotal\n", 1, Dialect(",", 3))
    assert rows(piece) == [(1, "a", "b", "c")]
    assert piece.aside == [(2, "total"), (3, "blank"), (4, "total")]
    assert piece.broken == []


def test_the_wrong_number_of_fields_is_broken_unless_the_rest_is_blank():
    piece = read_piece(b"a,b,,\na\na,b,c\n", 1, TWO)
    assert rows(piece) == [(1, "a", "b")]
    assert piece.broken == [(2, "a"), (3, "a,b,c")]
