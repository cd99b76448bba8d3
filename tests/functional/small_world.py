"""A district of a dozen invented people whose outcome is known by hand.

Month of judgement: October 2026. NIK are of the invented range.
"""

from pathlib import Path


WORKERS = """DAFTAR PEKERJA RENTAN DESA,,,,,,,,,
No,NIK,Nama Lengkap,Tanggal Lahir,JK,Kode Desa,Pekerjaan,Segmen,NPP,Upah
1,1604012003859001,SARI WULANDARI,20-03-1985,P,16.04.01.2001,petani,BPU,,
2,1604015204809002,Budi Santoso,1980-04-12,L,16.04.01.2001,nelayan,BPU,,
3,1604015505909003,Dewi Lestari,15 Mei 1990,P,16.04.01.2002,petani,BPU,,
4,,Tanpa Nomor Induk,1975,L,16.04.01.2002,buruh,BPU,,
5,1604011010709004,,10-10-1970,L,16.04.01.2002,petani,BPU,,
Jumlah,,5,,,,,,,
"""
PAYROLL = """nik;nama pekerja;tgl lahir;jk;kode perusahaan;gaji;segmen
1604011106889005;Agus Pratama;11/06/1988;L;P-001;3.500.000;PU
1604012107929006;Rina Marlina;21/07/1992;P;P-001;Rp3.500.000,00;PU
1604010108959007;Joko Susilo;01/08/1995;L;P-002;2800000;PU
"""
MEMBERS = """No Kartu,NIK,Nama,Tanggal Lahir,JK,NPP,Kepesertaan,Program,Upah Dilaporkan,Iuran Terakhir,Status Kepesertaan,Sumber Dana
26000000001,1604015204809002,BUDI SANTOSO,1980-04-12,L,,BPU,JKK+JKM,,2026-10,AKTIF,village
26000000002,1604011106889005,AGUS PRATAMA,1988-06-11,L,P-001,PU,JKK+JKM+JHT+JP,3500000,2026-09,AKTIF,employer
26000000003,1604015505909003,DEWI LESTARI,1990-05-15,P,,BPU,JKK+JKM,,2026-08,AKTIF,self
"""
EMPLOYERS = """kode;NIB;NPP;Nama Perusahaan;Skala Usaha;Tingkat Risiko;Jumlah Tenaga Kerja;Kode Desa
P-001;;P-001;PT Sawit Lestari Jaya;large;low;2;16.04.01.2001
P-002;9120000000002;;CV Batu Kali;small;medium;1;16.04.01.2002
"""
UNIVERSE = """kode wilayah,bulan,jumlah pekerja,sumber
16.04,2026-10,10,BPS
"""
FILES = {
    "workers": {"desa.csv": WORKERS, "upah.csv": PAYROLL},
    "members": {"peserta.csv": MEMBERS},
    "employers": {"perusahaan.csv": EMPLOYERS},
    "universe": {"semesta.csv": UNIVERSE},
}


def write(folder: Path) -> list[str]:
    """Write the files and return the arguments of `run` that name them."""
    folder.mkdir(parents=True, exist_ok=True)
    arguments: list[str] = []
    for kind, files in FILES.items():
        arguments.append(f"--{kind}")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
            arguments.append(str(folder / name))
    return [*arguments, "--month", "2026-10", "--region", "16.04"]
