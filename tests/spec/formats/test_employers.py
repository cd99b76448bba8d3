"""What lists of employers look like."""

from tests.unit.engine.reading.desk import read


def employers(tmp_path, text):
    return read(tmp_path, "employers", ("usaha.csv", text))


def test_an_employer_is_named_by_any_of_its_numbers(tmp_path):
    desk = employers(
        tmp_path,
        "Kode;NIB;NPP;Nama Perusahaan\nA1;;;PT SATU\n;0220001234567;;CV DUA\n"
        ";;00-9;UD TIGA\n;;;YAYASAN EMPAT\n",
    )
    assert desk.rows("employer_ref", "nib", "npp", "name") == [
        ("A1", None, None, "PT SATU"),
        (None, "0220001234567", None, "CV DUA"),
        (None, None, "00-9", "UD TIGA"),
    ]
    [(line, message)] = desk.records("rejected", "line", "message")
    assert line == 5
    assert message == "Baris 5: isi salah satu: Kode, atau NIB, atau NPP."


def test_scale_risk_kind_and_size_are_understood(tmp_path):
    desk = employers(
        tmp_path,
        "NPP;Pemberi Kerja;Skala Usaha;Tingkat Risiko;Jenis;Jumlah Tenaga Kerja;"
        "KBLI;Versi KBLI\n"
        "1;PT SATU;Usaha Kecil;III;PT;1.250 orang;01262;2020\n"
        "2;KUD MAJU;mikro;sangat rendah;Koperasi;12;;\n"
        "3;X;raksasa;9;entah;-5;;\n",
    )
    assert desk.rows("scale", "risk_group", "kind", "declared_workers", "kbli") == [
        ("small", "medium", "company", 1250, "01262"),
        ("micro", "very_low", "cooperative", 12, None),
        (None, None, "other", None, None),
    ]
    warned = desk.records("warnings", "line", "column")
    assert warned == [(4, "declared_workers"), (4, "risk_group"), (4, "scale")]


def test_a_company_named_total_is_no_total(tmp_path):
    desk = employers(
        tmp_path, "NPP;Nama Perusahaan\n1;TOTAL PERSADA PT\n2;Jumlah\n;Total: 2\n"
    )
    assert desk.rows("name") == ["TOTAL PERSADA PT"]
    assert set(desk.aside.values()) == {"kepala tabel", "baris jumlah"}
