"""A report read in the browser: its lines looked at, one mended, the rest taken."""

from http import HTTPStatus


REPORT = """Pekerja Kebun Didata

LAHAT, SUARA REKAAN - BPJS Ketenagakerjaan Cabang Lahat menggelar sosialisasi di Aula Kecamatan \
Contoh, Selasa (11/6/2024). Hadir Camat Contoh Rekaan Satu dan Kepala Desa Contoh Rekaan Dua.
Dari 320 buruh kebun baru 45 orang yang terdaftar. Kepala BPJS Ketenagakerjaan Cabang Lahat \
Rekaan Tiga mengatakan pihaknya akan mengirimi surat 12 perusahaan paling lambat 30 Juni 2024.
"""


def read_a_report(reader):
    """Read a report, mend a name, take what is ticked; the same report is known again."""
    ask(reader)
    reader.look("baca-berita")
    page = reader.page
    line = page.locator(".choice", has_text="Rekaan Tiga").first
    line.locator("xpath=following-sibling::details[1]/summary").click()
    page.locator("details[open] [name$='-name']").fill("Rekaan Tiga Utama")
    reader.press("Simpan yang dicentang")
    assert reader.heading() == "Pekerja Kebun Didata"
    said = page.locator("main").inner_text()
    assert "Rekaan Tiga Utama" in said
    ask(reader)
    assert "Mungkin kegiatan ini sudah tercatat" in page.locator("main").inner_text()


def ask(reader):
    """Paste the report and have it read."""
    assert reader.go("/rapat/baca") == HTTPStatus.OK
    reader.fill(text=REPORT)
    reader.press("Baca")
    assert reader.heading() == "Rancangan dari berita"
