"""Broken lines become paragraphs again."""

from naungan.engine.prose.page.wrapping import looks_wrapped, unwrapped


TEXT = """Rapat Digelar

Rapat koordinasi tim optimalisasi jaminan sosial ketenaga-
kerjaan digelar di Aula Kantor Bupati Contoh pada Rabu dan
dihadiri semua.
Tindak lanjut:
1. Dinas menyurati seluruh desa yang belum membayar iuran
2. Camat mendata ulang
"""


def test_full_lines_go_on_and_new_beginnings_do_not():
    assert unwrapped(TEXT.splitlines()) == [
        "Rapat Digelar",
        (
            "Rapat koordinasi tim optimalisasi jaminan sosial ketenagakerjaan digelar di Aula "
            "Kantor Bupati Contoh pada Rabu dan dihadiri semua."
        ),
        "Tindak lanjut:",
        "1. Dinas menyurati seluruh desa yang belum membayar iuran",
        "2. Camat mendata ulang",
    ]


def test_only_a_text_with_lines_of_a_page_looks_wrapped():
    assert looks_wrapped(["x" * 100, "pendek"])
    assert not looks_wrapped(["x" * 400])
    assert not looks_wrapped(["pendek"])
    assert not looks_wrapped([])
