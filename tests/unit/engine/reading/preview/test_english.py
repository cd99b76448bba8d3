"""Every sentence that reading says of a file has its English, values and all."""

import ast

import pytest

from naungan.engine import pipeline
from naungan.engine.reading.preview.english import in_english, is_known


NO_SENTENCES = {"templates"}
LIBRARY = ("dates", "identity_numbers", "money", "numbers", "programmes")
BUILT = {
    "container.py: x: x.": "a.csv: arsip RAR; ekstrak dulu isinya.",
    "layout.py: x: judul “x” untuk kolom x (x) tidak ada dalam berkas ini. "
    "x Pilih ulang padanan judulnya.": "a.csv: judul “n” untuk kolom name (Daftar "
    "pekerja) tidak ada dalam berkas ini. Judul yang terbaca (baris 3): a, b. "
    "Pilih ulang padanan judulnya.",
    "kinds.py: Tidak ada judul yang dikenalx. Pilih: x.": "Tidak ada judul yang "
    "dikenal: a, b. Pilih: Daftar pekerja, Daftar peserta.",
}
"""What a template alone does not show, as it is said."""


def test_a_row_with_two_faults_is_said_whole():
    said = (
        "Baris 12: kolom “NIK”: NIK harus 16 angka; tertulis 15 angka. "
        "kolom “Nama” kosong; wajib diisi."
    )
    assert in_english(said) == (
        "Row 12: column “NIK”: A NIK has 16 digits; 15 are written. "
        "column “Nama” is empty; it must be filled."
    )


def test_two_sentences_about_one_cell_are_both_said():
    said = "Baris 3, kolom “Upah”: Titik dibaca sebagai ribuan. Koma dibaca sebagai desimal."
    assert "dot was read as thousands. The comma" in in_english(said)


@pytest.mark.parametrize(
    "said", ["", "Kalimat yang tidak dikenal.", "Baris 1: kalimat lain."]
)
def test_what_is_not_known_stays_as_it_was_said(said):
    assert in_english(said) == said
    assert not is_known(said)


def test_words_of_the_file_are_left_as_they_are():
    said = "Baris 1, kolom “Judul. Kolom”: “baris kosong.” bukan angka."
    assert "“baris kosong.” is no number" in in_english(said)


def written(root):
    """Yield every sentence in the source of reading, with a value in each place."""
    source = root / "src" / "naungan"
    places = [
        path
        for path in sorted((source / "engine" / "reading").rglob("*.py"))
        if not NO_SENTENCES & {path.name, path.parent.name}
    ]
    for path in [*places, *(source / "lib" / f"{name}.py" for name in LIBRARY)]:
        for sentence in filter(None, map(template, said_in(path))):
            yield f"{path.name}: {sentence}", sentence


def said_in(path):
    """Yield the texts of a file, whole ones, without what it says of itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Expr, ast.JoinedStr))
        for part in ast.walk(node)
        if part is not node and not isinstance(part, ast.Call)
        if isinstance(node, ast.JoinedStr) or isinstance(node.value, ast.Constant)
    }
    return (node for node in ast.walk(tree) if id(node) not in inside)


def template(node):
    """Give a text as it may be said; None for what is no sentence."""
    text = node.value if isinstance(node, ast.Constant) else ""
    if isinstance(node, ast.JoinedStr):
        parts = (
            one.value if isinstance(one, ast.Constant) else "x" for one in node.values
        )
        text = "".join(parts)
    is_said = isinstance(text, str) and text.endswith(".") and " " in text.strip()
    return text if is_said and (text[0].isupper() or text[0] in "“x") else None


def test_every_sentence_of_reading_has_its_english(root):
    found = dict(written(root))
    assert len(found) > 60
    unknown = [name for name, said in found.items() if not is_known(said)]
    assert [name for name in unknown if name not in BUILT] == []


@pytest.mark.parametrize("said", BUILT.values())
def test_sentences_made_of_others_are_known_with_them(said):
    assert is_known(said)
    assert in_english(said) != said


def test_every_step_of_a_run_has_its_english():
    labels = [*(step.label for step in pipeline.STEPS), "Menulis potret", "Selesai"]
    assert [one for one in labels if not is_known(one)] == []
