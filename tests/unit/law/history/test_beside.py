from naungan.law.history.beside import beside_values


def shown(book, path, language="id"):
    (one,) = beside_values(book, path)
    return one.text(language)


def test_a_text_says_since_when_it_is_in_force(book):
    assert shown(book, "instruments/pp-1-2001") == (
        "PP 1/2001 · pp-1-2001\n    Contoh\n    berlaku sejak 1 Januari 2001"
    )


def test_a_text_whose_title_or_day_is_unsure_says_so(shelf):
    shelf.write(
        "instruments.yaml",
        """\
        - id: pp-1-2001
          kind: PP
          number: 1
          year: 2001
          title: Contoh
          in_force_from: 2001-01-01
          title_confidence: MEMORY
          date_uncertain: true
          url: https://example.org/pp
        """,
    )
    text = shown(shelf.book(), "instruments/pp-1-2001", "en")
    assert "text not seen; start date uncertain" in text
    assert text.endswith("https://example.org/pp")


def test_an_open_point_names_the_values_that_hang_on_it(book):
    assert shown(book, "open_points/1").split("\n")[2:] == [
        "    · contoh/jht",
        "    · clocks/contoh",
    ]


def test_a_shelf_alone_gives_all_that_stands_on_it(book):
    assert len(beside_values(book, "instruments")) == 1
    assert beside_values(book, "instruments/tiada") is None
    assert beside_values(book, "contoh/jht") is None


def test_steps_stand_in_the_order_of_the_ladder(book):
    assert [one.text().split("\n")[0] for one in beside_values(book, "steps")] == [
        "Teguran",
        "Laporan",
    ]


def test_everything_has_its_data(book):
    (text,) = beside_values(book, "instruments")
    assert text.as_data()["in_force_from"] == "2001-01-01"
    (point,) = beside_values(book, "open_points")
    assert point.as_data()["touches"] == ["contoh/jht", "clocks/contoh"]
