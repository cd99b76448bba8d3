"""A book of one value with a relief, an end and an office's rule, all by hand.

The tests of history and of the handbook read it.
"""

import pytest
from tests.unit.law.conftest import Shelf


RATE = """\
title: Tarif contoh
title_en: Sample rate
unit: ratio
base: monthly_wage
applies_to: [PU]
payer: employer
values:
  - from: 2015-07-01
    value: "0.02"
    instrument: pp-1-2001
    article: Pasal 1
    confidence: VERIFIED
  - from: 2020-08-01
    to: 2021-01-31
    value: "0.01"
    instrument: pp-1-2001
    article: Pasal 2
    confidence: SINGLE
    note: Dari satu surat.
  - from: 2025-01-01
    value: null
    instrument: pp-1-2001
    article: Pasal 3
    confidence: VERIFIED
checked_on: 2026-11-21
notes:
  - text: Catatan umum.
  - from: 2020-08-01
    text: Catatan berkala.
"""
BANDS = """\
title: Tabel contoh
title_en: Sample table
unit: table
columns: {hal: text, hal_en: text, nilai: idr}
values:
  - from: 2015-07-01
    value:
      - {hal: satu, hal_en: one, nilai: 1000}
    instrument: pp-1-2001
    article: Pasal 4
    confidence: VERIFIED
    date_uncertain: true
  - from: 2016-01-01
    value:
      - {hal: satu, hal_en: one, nilai: 2000}
      - {hal: dua, hal_en: two, nilai: 3000}
    instrument: pp-1-2001
    article: Pasal 5
    confidence: VERIFIED
  - from: 2017-01-01
    value:
      - {hal: satu, hal_en: one, nilai: 2500}
      - {hal: dua, hal_en: two, nilai: 3000}
    instrument: pp-1-2001
    article: Pasal 6
    confidence: VERIFIED
  - from: 2018-01-01
    value:
      - {hal: satu, hal_en: one, nilai: 2500}
      - {hal: dua, hal_en: two, nilai: 3000}
    instrument: pp-1-2001
    article: Pasal 7
    confidence: VERIFIED
checked_on: 2026-11-21
"""
DUTY = """\
title: Membayar contoh
title_en: Pay a sample
who: employer
applies_to: [PU]
findings: [contributions_in_arrears]
category: MENUNGGAK
clock: clocks/contoh
counts_from: {id: pembukaan contoh, en: opening of the sample}
legal_bases:
  - {from: 2015-07-01, instrument: pp-1-2001, article: Pasal 8, confidence: SINGLE, date_uncertain: true}
checked_on: 2026-11-21
notes:
  - text: Catatan kewajiban.
"""
STEPS = {
    "teguran": """\
title: Teguran
title_en: Warning
order: 1
actor: bpjs
tracks:
  - {track: arrears, begins: true}
term: clocks/contoh
closed_by:
  - {id: dibayar, en: paid}
legal_bases:
  - {from: 2015-07-01, instrument: pp-1-2001, article: Pasal 10, confidence: VERIFIED}
checked_on: 2026-11-21
notes:
  - text: Catatan langkah.
""",
    "laporan": """\
title: Laporan
title_en: Report
order: 2
actor: bpjs
nature: must
tracks:
  - {track: arrears, after: [teguran]}
letter:
  name: {id: surat laporan, en: letter of report}
  contents:
    - {id: nomor, en: number}
  confidence: MEMORY
legal_bases:
  - {from: 2015-07-01, instrument: pp-1-2001, article: Pasal 11, confidence: VERIFIED}
checked_on: 2026-11-21
""",
}
CLOCK = """\
title: Jangka contoh
title_en: Sample term
unit: working_days
values:
  - {from: 2015-07-01, value: 7, instrument: pp-1-2001, article: Pasal 9, confidence: VERIFIED}
checked_on: 2026-11-21
"""
POINTS = """\
- title: Hal contoh
  title_en: Sample point
  text: Belum jelas {sama sekali}.
  text_en: Unclear.
  touches: [contoh/jht, clocks/contoh]
"""
OVERLAY = """\
overlay: Kantor Lahat
values:
  - {from: 2023-01-01, to: 2023-12-31, value: "0.03"}
"""


@pytest.fixture
def shelf(tmp_path):
    made = Shelf(tmp_path / "law")
    made.write("parameters/contoh/jht/tarif.yaml", RATE)
    made.write("parameters/contoh/tabel.yaml", BANDS)
    made.write("parameters/clocks/contoh.yaml", CLOCK)
    made.write("obligations/membayar.yaml", DUTY)
    made.write("open_points.yaml", POINTS)
    for code, text in STEPS.items():
        made.write(f"steps/{code}.yaml", text)
    return made


@pytest.fixture
def book(shelf):
    return shelf.book()


@pytest.fixture
def local(shelf, tmp_path):
    """Return the same book with an office's rule of its own for 2023."""
    laid = tmp_path / "kantor" / "contoh" / "jht" / "tarif.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text(OVERLAY, encoding="utf-8")
    return shelf.book(tmp_path / "kantor")
