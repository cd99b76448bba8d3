from datetime import date

from naungan.law.history.statement import both, plain, statement_on, statements


def history(book, path="contoh/jht/tarif"):
    return [
        (str(one.from_on), str(one.to_on), both(one.value)["id"])
        for one in statements(book, book.parameter(path))
    ]


def test_the_history_has_every_stretch_and_the_end(book):
    assert history(book) == [
        ("2015-07-01", "2020-07-31", "2%"),
        ("2020-08-01", "2021-01-31", "1%"),
        ("2021-02-01", "2024-12-31", "2%"),
        ("2025-01-01", "None", "tidak berlaku lagi"),
    ]


def test_a_rule_of_the_office_stands_between_and_says_so(local):
    assert history(local)[3] == ("2023-01-01", "2023-12-31", "3%")
    (laid,) = [
        one
        for one in statements(local, local.parameter("contoh/jht/tarif"))
        if one.entry.overlaid_by
    ]
    assert laid.basis == ""
    assert laid.as_data()["overlaid_by"] == "Kantor Lahat"
    assert laid.doubtful
    assert laid.sure.text() == "ketetapan kantor sendiri"


def test_one_day_has_one_statement_or_none(book):
    rate = book.parameter("contoh/jht/tarif")
    assert both(statement_on(book, rate, date(2020, 9, 1)).value)["en"] == "1%"
    assert statement_on(book, rate, date(2014, 1, 1)) is None


def test_a_doubt_names_the_source_the_date_or_both(book):
    _, relief, *_ = statements(book, book.parameter("contoh/jht/tarif"))
    assert relief.why_doubtful.text("en") == "one source"
    first, *_ = statements(book, book.parameter("contoh/tabel"))
    assert first.why_doubtful.text() == "tanggal mulai belum pasti"
    assert first.sure.text() == (
        "teks atau dua sumber dibaca, tanggal mulai belum pasti"
    )


def test_as_data_values_are_exact(book):
    relief = statements(book, book.parameter("contoh/jht/tarif"))[1].as_data()
    assert relief["value"] == "0.01"
    assert relief["basis"] == "PP 1/2001 Pasal 2"
    assert relief["instruments"] == ["pp-1-2001"]
    assert relief["note"] == "Dari satu surat."
    table = statements(book, book.parameter("contoh/tabel"))[0].as_data()
    assert table["value"] == [{"hal": "satu", "hal_en": "one", "nilai": 1000}]
    assert plain(("a", "b")) == ["a", "b"]
