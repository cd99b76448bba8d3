"""Contributions, official numbers, and decisions."""

from datetime import date

import pytest
from tests.unit.engine.reading.desk import read

from naungan.lib.dates import month_index


def test_contributions_by_month_with_what_was_paid(tmp_path):
    text = (
        "NPP;BLTH;Tagihan;Dibayar;Tanggal Bayar\n"
        "01;10/2026;Rp1.000.000,00;0;\n"
        "01;Sep-26;1000000;1.000.000;15/10/2026\n"
        "01;2026;1000000;0;\n"
        "Jumlah;;2000000;1000000;\n"
    )
    desk = read(tmp_path, "contributions", ("iuran.csv", text))
    assert desk.rows("npp", "month", "billed", "paid", "paid_on") == [
        ("01", month_index(2026, 10), 1_000_000, 0, None),
        ("01", month_index(2026, 9), 1_000_000, 1_000_000, date(2026, 10, 15)),
    ]
    assert desk.records("rejected", "line", "column") == [(4, "month")]
    assert desk.records("warnings", "line", "code") == [(3, "doubtful")]


def test_a_day_must_be_whole(tmp_path):
    text = (
        "kpj,month,billed,paid,paid_on\n1,2026-10,5,5,Oktober 2026\n1,2026-10,5,5,x\n"
    )
    desk = read(tmp_path, "contributions", ("iuran.csv", text))
    assert desk.rows("paid_on") == [None, None]
    assert len(desk.records("warnings")) == 2


@pytest.mark.parametrize(
    ("written", "code"),
    [("16", "16"), ("1604", "16.04"), ("16.04.01", "16.04.01"), ("160", None)]
    + [("16.04.01.2001", "16.04.01.2001"), ("Lahat", None)],
)
def test_a_region_is_named_by_its_code_at_any_level(tmp_path, written, code):
    text = f"Kode Wilayah;Tahun;Jumlah Pekerja;Sumber\n{written};2025;239.799;BPS\n"
    desk = read(tmp_path, "universe", ("semesta.csv", text))
    if code:
        assert desk.rows("region_code", "year", "workers", "source") == [
            (code, 2025, 239_799, "BPS")
        ]
    else:
        assert desk.records("rejected", "column") == [("region_code",)]


def test_a_year_is_a_year(tmp_path):
    text = "region_code,year,month,workers,source\n16,25,,5,B\n16,,2026-10,5,B\n"
    desk = read(tmp_path, "universe", ("semesta.csv", text))
    assert desk.rows("year", "month") == [(None, month_index(2026, 10))]
    assert desk.records("rejected", "line") == [(2,)]


def test_decisions_name_a_pair_and_who_decided(tmp_path):
    text = (
        "kind,left,right,by,at,reason\n"
        "orang yang sama,abcdef12:5,00012345678,Ani,2026-10-02,KTP dilihat\n"
        "entah,a,b,c,d,e\n"
    )
    desk = read(tmp_path, "decisions", ("putusan.csv", text))
    assert desk.rows("kind", "left", "right", "by", "at", "reason") == [
        ("same_person", "abcdef12:5", "00012345678", "Ani", "2026-10-02", "KTP dilihat")
    ]
    assert desk.records("rejected", "line", "column") == [(3, "kind")]
