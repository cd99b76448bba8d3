from naungan.law import as_table
from naungan.law.as_table import BASIS_COLUMNS, COLUMNS, basis_rows, rows


CITED = "instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED"


def month(year, of_year):
    return year * 12 + of_year - 1


def spans(shelf, values, unit="ratio", more=""):
    shelf.parameter(values, unit, more)
    return [
        (row.path, row.from_month, row.to_month, row.value)
        for row in rows(shelf.book())
    ]


def test_a_row_holds_from_its_first_through_its_last_month(shelf):
    assert spans(
        shelf,
        f"""\
        - {{from: 2001-01-01, value: "0.01", {CITED}}}
        - {{from: 2020-08-01, to: 2021-01-31, value: "0.02", {CITED}}}
        """,
    ) == [
        ("contoh/nilai", month(2001, 1), month(2020, 7), "0.01"),
        ("contoh/nilai", month(2020, 8), month(2021, 1), "0.02"),
        ("contoh/nilai", month(2021, 2), None, "0.01"),
    ]


def test_a_change_in_the_middle_of_a_month_counts_for_that_month(shelf):
    assert spans(
        shelf,
        f"""\
        - {{from: 2001-01-01, value: "0.01", {CITED}}}
        - {{from: 2001-03-15, value: "0.02", {CITED}}}
        """,
    ) == [
        ("contoh/nilai", month(2001, 1), month(2001, 2), "0.01"),
        ("contoh/nilai", month(2001, 3), None, "0.02"),
    ]


def test_what_holds_on_no_last_day_of_a_month_gives_no_row(shelf):
    assert (
        spans(
            shelf,
            f'- {{from: 2001-03-10, to: 2001-03-20, value: "0.02", {CITED}}}',
        )
        == []
    )


def test_an_ended_value_gives_no_row(shelf):
    assert spans(
        shelf,
        f"""\
        - {{from: 2001-01-01, value: "0.01", {CITED}}}
        - {{from: 2002-01-01, value: null, {CITED}}}
        """,
    ) == [("contoh/nilai", month(2001, 1), month(2001, 12), "0.01")]


def test_a_table_gives_one_row_per_cell(shelf):
    assert spans(
        shelf,
        f'- {{from: 2001-01-01, value: [{{above: 5, rate: "0.1"}}], {CITED}}}',
        unit="table",
        more="columns: {above: idr, rate: ratio}\n",
    ) == [
        ("contoh/nilai/1/above", month(2001, 1), None, "5"),
        ("contoh/nilai/1/rate", month(2001, 1), None, "0.1"),
    ]


def test_the_table_says_in_every_month_what_the_parameter_says():
    from naungan.law.book import enacted
    from naungan.law.source.unit import as_text

    book = enacted()
    held = [row for row in rows() if row.unit != "table"]
    for parameter in book.parameters():
        if parameter.unit == "table":
            continue
        mine = [row for row in held if row.path == parameter.path]
        for at in range(month(2014, 1), month(2028, 1)):
            found = [
                row.value
                for row in mine
                if row.from_month <= at and (row.to_month is None or at <= row.to_month)
            ]
            value = parameter.at_month(at)
            assert found == ([] if value is None else [as_text(value)])


def test_the_columns_have_types():
    assert tuple(as_table.COLUMN_TYPES) == COLUMNS
    assert tuple(as_table.BASIS_COLUMN_TYPES) == BASIS_COLUMNS


def test_a_finding_has_its_articles_in_order():
    bases = [row for row in basis_rows() if row.finding == "missing_programmes"]
    assert [(row.position, row.short) for row in bases] == [
        (1, "Perpres 109/2013"),
        (2, "PP 44/2015"),
    ]


def test_an_article_that_held_on_no_last_day_of_a_month_is_not_listed(shelf):
    shelf.parameter(f'- {{from: 2001-01-01, value: "0.01", {CITED}}}')
    shelf.write(
        "obligations/duty.yaml",
        f"""\
        title: Contoh
        title_en: Sample
        who: employer
        findings: [partial_workers]
        legal_bases:
          - {{from: 2001-03-10, to: 2001-03-20, {CITED}}}
          - {{from: 2001-03-21, {CITED}}}
        checked_on: 2026-11-21
        """,
    )
    assert [(row.position, row.from_month) for row in basis_rows(shelf.book())] == [
        (2, month(2001, 3))
    ]
