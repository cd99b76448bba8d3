from datetime import date

import pytest

from naungan.law.book import Book
from naungan.lib.errors import LawRefused


CITED = "instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED"


def test_a_whole_file_is_read(shelf, rate_text):
    shelf.write(
        "parameters/a/b.yaml",
        rate_text
        + "notes:\n  - text: Umum.\n  - {from: 2002-01-01, text: Sejak itu.}\n",
    )
    parameter = shelf.book().parameter("a/b")
    assert (parameter.path, parameter.title) == ("a/b", "Iuran contoh")
    assert (parameter.base, parameter.payer) == ("monthly_wage", "employer")
    assert parameter.applies_to == ("PU",)
    assert parameter.checked_on == date(2026, 11, 21)
    assert [(note.text, note.from_on) for note in parameter.notes] == [
        ("Umum.", None),
        ("Sejak itu.", date(2002, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "line", "message"),
    [
        ("unit: ratio", "unit: persen", 2, "'persen' tidak dikenal"),
        ("title: Iuran contoh", "judul: Iuran", 1, "kunci 'judul' tidak dikenal"),
        ("title: Iuran contoh", "title: 12", 1, "seharusnya teks"),
        ("payer: employer", "payer: siapa", 5, "'siapa' tidak dikenal"),
        ("applies_to: [PU]", "applies_to: [XX]", 4, "'XX' tidak dikenal"),
        ('value: "0.0024"', "value: 0.0024", 8, "tanpa tanda kutip"),
        ('value: "0.0024"', 'value: "0,24%"', 8, "bukan desimal"),
        ('value: "0.0024"', 'value: "-0.1"', 8, "di luar batas"),
        ('value: "0.0024"', 'value: "NaN"', 8, "di luar batas"),
        ("from: 2001-01-01", "from: 2001-13-01", 7, "bukan tanggal"),
        ("from: 2001-01-01", "from: kemarin", 7, "bukan tanggal"),
        ("from: 2001-01-01", "from: 2001-01-01 10:00:00", 7, "bukan tanggal"),
        ("article: Pasal 1", "article: ''", 10, "seharusnya teks"),
        ("article: Pasal 1", "note: x", 7, "kunci 'article' tidak ada"),
        ("instrument: pp-1-2001", "instrument: pp-9-2009", 7, "pp-9-2009"),
        ("confidence: VERIFIED", "confidence: SURE", 11, "'SURE' tidak dikenal"),
        (
            "confidence: VERIFIED",
            "confidence: SINGLE\n    to: 2000-01-01",
            12,
            "berakhir",
        ),
        (
            "confidence: VERIFIED",
            "confidence: SINGLE\n    note: a\n    note: b",
            13,
            "dua kali",
        ),
        (
            "confidence: VERIFIED",
            "confidence: SINGLE\n    date_uncertain: yes",
            12,
            "bukan true atau false",
        ),
        ("base: monthly_wage", "columns: {a: idr}", 1, "columns dan unit: table"),
    ],
)
def test_a_broken_file_names_file_line_and_mend(
    shelf, rate_text, wrong, right, line, message
):
    assert wrong in rate_text
    shelf.write("parameters/a/b.yaml", rate_text.replace(wrong, right))
    with pytest.raises(LawRefused) as refused:
        shelf.book().parameter("a/b")
    said = str(refused.value)
    assert said.startswith(f"Berkas hukum a/b.yaml baris {line}: ")
    assert message in said
    assert said.count(";") >= 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "kosong"),
        ("title: [\n", 2, "bukan YAML"),
        ("- satu\n", 1, "pasangan kunci"),
        ("title: \x00\n", 1, "bukan YAML"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(shelf, text, line, message):
    shelf.write("parameters/a/b.yaml", text)
    with pytest.raises(LawRefused, match=rf"a/b\.yaml baris {line}: .*{message}"):
        shelf.book().parameter("a/b")


def test_a_file_that_is_not_utf8_is_refused(shelf):
    path = shelf.write("parameters/a/b.yaml", "")
    path.write_bytes(b"title: \xff\xfe\n")
    with pytest.raises(LawRefused, match="tidak terbaca"):
        shelf.book().parameter("a/b")


def test_values_must_be_a_list(shelf, rate_text):
    head = rate_text.split("values:")[0]
    shelf.write(
        "parameters/a/b.yaml", f"{head}values: 3\nchecked_on: 2026-11-21\ntitle_en: a\n"
    )
    with pytest.raises(LawRefused, match="baris 6: seharusnya daftar"):
        shelf.book().parameter("a/b")


def test_a_history_is_oldest_first(shelf):
    with pytest.raises(LawRefused, match="2001-01-01 tidak sesudah 2002-01-01"):
        shelf.parameter(
            f"""\
            - {{from: 2002-01-01, value: "0.1", {CITED}}}
            - {{from: 2001-01-01, value: "0.2", {CITED}}}
            """
        )


def test_a_table_has_rows_with_exactly_its_columns(shelf):
    more = "columns: {above: idr, rate: ratio}\n"
    parameter = shelf.parameter(
        f"""\
        - from: 2001-01-01
          value:
            - {{above: 0, rate: "0.0024"}}
            - {{above: 100, rate: "0.0019"}}
          {CITED.replace(", ", chr(10) + "          ")}
        """,
        unit="table",
        more=more,
    )
    rows = parameter.at(date(2001, 1, 1))
    assert [row["above"] for row in rows] == [0, 100]
    with pytest.raises(LawRefused, match="kunci 'rate' tidak ada"):
        shelf.parameter(
            f"- {{from: 2001-01-01, value: [{{above: 0}}], {CITED}}}",
            unit="table",
            more=more,
        )


def test_columns_are_a_mapping(shelf):
    with pytest.raises(LawRefused, match="seharusnya pasangan kunci"):
        shelf.parameter(
            f"- {{from: 2001-01-01, value: [{{a: 0}}], {CITED}}}",
            unit="table",
            more="columns: [a]\n",
        )


class TestOverlay:
    """An office's own value, visible wherever it is used."""

    OWN = """\
        overlay: Kantor Cabang Contoh
        values:
          - from: 2026-01-01
            to: 2026-12-31
            value: "0.5"
            note: Kebijakan daerah.
        notes:
          - text: Ditinjau setiap tahun.
        """

    def laid(self, shelf, tmp_path, rate_text, text=OWN):
        shelf.write("parameters/a/b.yaml", rate_text)
        folder = tmp_path / "timpaan"
        (folder / "a").mkdir(parents=True)
        lines = [line.removeprefix("        ") for line in text.splitlines()]
        (folder / "a" / "b.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return Book(shelf.root, folder)

    def test_it_answers_on_its_days_and_says_who_laid_it(
        self, shelf, tmp_path, rate_text
    ):
        parameter = self.laid(shelf, tmp_path, rate_text).parameter("a/b")
        entry = parameter.entry_at(date(2026, 6, 1))
        assert str(entry.value) == "0.5"
        assert entry.overlaid_by == "Kantor Cabang Contoh"
        assert entry.confidence == "LOCAL"
        assert str(parameter.at(date(2025, 12, 31))) == "0.0024"
        assert str(parameter.at(date(2027, 1, 1))) == "0.0024"
        assert parameter.notes[-1].text == "Ditinjau setiap tahun."

    def test_it_may_be_older_than_the_newest_entry_of_the_law(
        self, shelf, tmp_path, rate_text
    ):
        newer = rate_text.replace("from: 2001-01-01", "from: 2026-03-01")
        parameter = self.laid(shelf, tmp_path, newer).parameter("a/b")
        assert str(parameter.at(date(2026, 6, 1))) == "0.5"

    def test_a_named_instrument_must_exist(self, shelf, tmp_path, rate_text):
        text = self.OWN.replace(
            "note: Kebijakan", "instrument: pp-9-2009\n            note: K"
        )
        with pytest.raises(LawRefused, match="pp-9-2009"):
            self.laid(shelf, tmp_path, rate_text, text).parameter("a/b")

    def test_a_broken_one_names_its_own_file(self, shelf, tmp_path, rate_text):
        text = self.OWN.replace('"0.5"', "0.5")
        with pytest.raises(LawRefused, match=r"timpaan/a/b\.yaml baris 5"):
            self.laid(shelf, tmp_path, rate_text, text).parameter("a/b")

    def test_the_version_of_the_law_tells_it(self, shelf, tmp_path, rate_text):
        laid = self.laid(shelf, tmp_path, rate_text)
        assert laid.version != shelf.book().version

    def test_a_file_that_lies_over_nothing_is_refused(self, shelf, tmp_path, rate_text):
        shelf.write("parameters/a/b.yaml", rate_text)
        folder = tmp_path / "timpaan"
        folder.mkdir()
        (folder / "salah.yaml").write_text("overlay: x\n", encoding="utf-8")
        with pytest.raises(LawRefused, match="tidak menimpa nilai apa pun"):
            Book(shelf.root, folder)

    def test_a_folder_that_is_not_there_is_refused(self, shelf, tmp_path):
        with pytest.raises(LawRefused, match="tidak ada; periksa jalurnya"):
            Book(shelf.root, tmp_path / "tiada")


def test_a_title_in_english_is_required(shelf, rate_text):
    shelf.write("parameters/a/b.yaml", rate_text.replace("title_en: Sample rate\n", ""))
    with pytest.raises(LawRefused, match="kunci 'title_en' tidak ada; tambahkan"):
        shelf.book().parameter("a/b")


def test_a_sentence_may_be_given_in_english_too(shelf):
    entry = """\
    - from: 2001-01-01
      value: terdaftar sebagian
      value_en: registered in part
      instrument: pp-1-2001
      article: Pasal 1
      confidence: VERIFIED
    """
    (found,) = shelf.parameter(entry, "text").entries
    assert (found.value, found.value_en) == ("terdaftar sebagian", "registered in part")


def test_only_a_sentence_has_an_english_form(shelf):
    entry = """\
    - from: 2001-01-01
      value: 7
      value_en: seven
      instrument: pp-1-2001
      article: Pasal 1
      confidence: VERIFIED
    """
    with pytest.raises(LawRefused, match="value_en"):
        shelf.parameter(entry, "days")
