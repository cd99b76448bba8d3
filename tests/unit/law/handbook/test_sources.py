from naungan.law.handbook.edition import Edition
from naungan.law.handbook.sources import (
    instruments_page,
    open_points_page,
    timeline_page,
)


def written(page, book, language="id"):
    return "\n".join(page(Edition(book, language)))


def test_changes_stand_under_their_day(book):
    text = written(timeline_page, book)
    assert "## 1 Agustus 2020\n\n* Tarif contoh: 2% menjadi 1%" in text


def test_open_points_come_first_then_everything_that_is_not_sure(book):
    text = written(open_points_page, book)
    assert "## Hal contoh\n\nBelum jelas {sama sekali}.\n\n`contoh/jht`" in text
    assert "| Tarif contoh `contoh/jht/tarif` | 1 Agustus 2020 | satu sumber |" in text
    assert (
        "| `membayar` | 1 Juli 2015 | satu sumber, tanggal mulai belum pasti |" in text
    )
    english = written(open_points_page, book, "en")
    assert "| Sample table `contoh/tabel` | 1 July 2015 | start date uncertain |" in (
        english
    )


def test_a_text_whose_title_is_unsure_is_an_open_point(shelf):
    shelf.write(
        "instruments.yaml",
        """\
        - id: pp-1-2001
          kind: PP
          number: 1
          year: 2001
          title: Contoh
          in_force_from: 2001-01-01
          title_confidence: SINGLE
          url: https://example.org/pp
        """,
    )
    book = shelf.book()
    assert "| PP 1/2001 | 1 Januari 2001 | satu sumber |" in (
        written(open_points_page, book)
    )
    text = written(instruments_page, book)
    assert "| [PP 1/2001](https://example.org/pp) | Contoh (satu sumber) |" in text


def test_every_text_says_how_often_it_is_cited(book):
    # three of the rate, four of the table, one term, one duty, two steps
    assert "| PP 1/2001 | Contoh | 1 Januari 2001 | 11 |" in (
        written(instruments_page, book)
    )
