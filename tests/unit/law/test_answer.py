from dataclasses import replace
from datetime import date
from decimal import Decimal

from naungan.law.answer import Answer, Draft, Line, Used
from naungan.law.words import rupiah, words


SURE = Used(
    path="contoh/tarif",
    title=words("Tarif contoh", "Sample rate"),
    unit="ratio",
    value=Decimal("0.02"),
    from_on=date(2015, 7, 1),
    to_on=None,
    basis="PP 1/2001 Pasal 1",
    confidence="VERIFIED",
    date_uncertain=False,
    overlaid_by=None,
    note=None,
)
SINGLE = replace(SURE, path="contoh/satu", confidence="SINGLE", note="Dari satu surat.")
LATE = replace(SURE, path="contoh/tanggal", date_uncertain=True)
LOCAL = replace(
    SURE, path="contoh/kantor", confidence="LOCAL", overlaid_by="Kantor Lahat", basis=""
)


def answer(*used, notes=(), assumed=()):
    draft = Draft()
    draft.line(
        "JHT.worker",
        words("JHT dari pekerja", "JHT from the worker"),
        100_000,
        words("{a} × 2%", "{a} × 2%", a=rupiah(5_000_000)),
        *used,
    )
    title = words("Iuran", "Contribution")
    results = {"JHT": {"worker": 100_000}}
    return Answer("toy", title, results, tuple(draft.lines), assumed, notes, "abc")


def test_a_line_gives_its_amount_back_and_none_as_zero():
    draft = Draft()
    label = words("Baris", "Line")
    assert draft.line("a", label, 5) == 5
    assert draft.line("b", label, None) == 0
    draft.note(label)
    draft.note(label)
    assert len(draft.notes) == 1


def test_the_whole_answer_is_one_readable_page():
    made = answer(SURE, notes=(words("Ingat.", "Mind."),))
    assert made.text() == (
        "Iuran\n"
        "\n"
        "JHT dari pekerja: Rp100.000\n"
        "    Rp5.000.000 × 2%\n"
        "    · Tarif contoh: 2%; sejak 1 Juli 2015; PP 1/2001 Pasal 1\n"
        "\n"
        "Catatan:\n"
        "  - Ingat.\n"
        "\n"
        "Versi hukum abc"
    )
    assert made.text("en") == (
        "Contribution\n"
        "\n"
        "JHT from the worker: Rp100.000\n"
        "    Rp5.000.000 × 2%\n"
        "    · Sample rate: 2%; since 1 July 2015; PP 1/2001 Pasal 1\n"
        "\n"
        "Notes:\n"
        "  - Mind.\n"
        "\n"
        "Law version abc"
    )


def test_a_value_that_many_lines_read_is_told_once_in_full():
    made = answer(SURE)
    twice = replace(made, lines=made.lines * 2)
    told = [row for row in twice.text().split("\n") if "·" in row]
    assert told == [
        "    · Tarif contoh: 2%; sejak 1 Juli 2015; PP 1/2001 Pasal 1",
        "    · Tarif contoh: 2% (lihat di atas)",
    ]
    assert "Sample rate: 2% (see above)" in twice.text("en")


def test_a_brief_answer_names_its_articles_once_and_keeps_every_doubt():
    text = answer(SURE, SINGLE).text(brief=True)
    assert "·" not in text
    assert "Dasar hukum:\n  - PP 1/2001 Pasal 1\n" in text
    assert "contoh/satu): satu sumber" in text


def test_every_doubt_is_said_in_words_and_listed_at_the_end():
    text = answer(SURE, SINGLE, LATE).text()
    assert "SINGLE" not in text
    assert "Periksa sebelum dipakai dalam surat resmi:" in text
    assert "  - Tarif contoh (contoh/satu): satu sumber. Dari satu surat." in text
    assert "  - Tarif contoh (contoh/tanggal): tanggal mulai belum pasti" in text
    english = answer(SINGLE).text("en")
    assert "  - Sample rate (contoh/satu): one source" in english
    assert "Dari satu surat" not in english


def test_a_rule_of_the_office_is_marked_wherever_it_is_used():
    made = answer(SURE, LOCAL)
    assert "sejak 1 Juli 2015; KETETAPAN KANTOR: Kantor Lahat" in made.text()
    assert "Memakai ketetapan kantor sendiri" in made.text()
    assert "  - contoh/kantor: Kantor Lahat" in made.text()
    assert "OFFICE RULE: Kantor Lahat" in made.text("en")
    assert made.as_data()["overlaid"] == ["contoh/kantor"]
    assert made.as_data()["confidence"] == "LOCAL"


def test_the_least_sure_value_decides_how_sure_a_line_and_the_answer_are():
    line = Line("a", words("A", "A"), None, None, (SURE, SINGLE))
    assert line.confidence == "SINGLE"
    assert Line("a", words("A", "A"), None).confidence == "VERIFIED"
    assert answer(SURE, SINGLE).confidence == "SINGLE"
    assert replace(answer(), lines=()).confidence == "VERIFIED"


def test_what_was_used_twice_is_named_once():
    made = answer(SURE, SINGLE, SURE)
    assert [one.path for one in made.used] == ["contoh/tarif", "contoh/satu"]


def test_a_line_without_amount_or_arithmetic_is_its_label():
    assert Line("a", words("Hanya ini", "Only this"), None).text() == "Hanya ini"


def test_long_rows_fold_to_the_width_asked_for():
    long = words("Ingat bahwa " + "hal ini penting " * 12, "Mind")
    text = answer(SURE, SINGLE, notes=(long,)).text(width=80)
    assert max(len(row) for row in text.split("\n")) <= 80


def test_as_data_both_languages_and_every_source_are_there():
    data = answer(SURE, assumed=(words("dianggap", "assumed"),)).as_data()
    assert data["results"] == {"JHT": {"worker": 100_000}}
    assert data["assumed"] == [{"id": "dianggap", "en": "assumed"}]
    (line,) = data["lines"]
    assert line["arithmetic"]["en"] == "Rp5.000.000 × 2%"
    (parameter,) = line["parameters"]
    assert parameter == {
        "path": "contoh/tarif",
        "title": {"id": "Tarif contoh", "en": "Sample rate"},
        "value": "0.02",
        "shown": {"id": "2%", "en": "2%"},
        "unit": "ratio",
        "from": "2015-07-01",
        "to": None,
        "basis": "PP 1/2001 Pasal 1",
        "confidence": "VERIFIED",
        "date_uncertain": False,
        "overlaid_by": None,
        "note": None,
    }
