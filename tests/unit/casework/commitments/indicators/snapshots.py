"""Three months of an invented regency of forty workers: better in the second, worse then.

Whoever is covered is a member whose contributions are paid; one of two employers is not
registered but in the second month. NIK are of the invented range.
"""

from datetime import date, timedelta
from pathlib import Path

from naungan.engine import pipeline
from naungan.engine.work import Request
from naungan.lib import identity_numbers
from naungan.lib.dates import month_index, month_text


REGION = "16.04"
WORKERS = 40
MONTHS = tuple(month_index(2026, month) for month in (8, 9, 10))
COVERED = (12, 20, 15)
UNREGISTERED = ("CV Batu Kali", "", "CV Batu Kali")
NAMES = ["SARI", "BUDI", "DEWI", "AGUS", "RINA", "JOKO", "TONO", "WATI", "EKO", "LINA"]
LAST = ["WULANDARI", "SANTOSO", "LESTARI", "PRATAMA", "MARLINA"]
WORKER = "no;nik;nama;tgl lahir;jk;kode desa;pekerjaan;segmen"
MEMBER = "No Kartu;NIK;Nama;Tanggal Lahir;JK;Kepesertaan;Program;Iuran Terakhir;Status Kepesertaan;Sumber Dana"
EMPLOYER = "kode;NIB;NPP;Nama Perusahaan;Skala Usaha;Tingkat Risiko;Jumlah Tenaga Kerja;Kode Desa"


def person(place):
    """Give the NIK, name and day of birth of an invented worker."""
    born = date(1980, 1, 1) + timedelta(days=97 * place)
    name = f"{NAMES[place % 10]} {LAST[place % 5]} {NAMES[(place // 3) % 10]}"
    return identity_numbers.invented(160401, born, "M", 9000 + place), name, born


def files(folder, at):
    """Write the files of one month and give them by kind."""
    people = [person(place) for place in range(WORKERS)]
    workers = [
        f"{place};{nik};{name};{born};L;16.04.01.2001;petani;BPU"
        for place, (nik, name, born) in enumerate(people, 1)
    ]
    month = month_text(MONTHS[at])
    members = [
        f"260000000{place:02};{nik};{name};{born};L;BPU;JKK+JKM;{month};AKTIF;village"
        for place, (nik, name, born) in enumerate(people[: COVERED[at]], 1)
    ]
    second = "" if UNREGISTERED[at] else "P-002"
    employers = [
        "P-001;;P-001;PT Sawit Lestari Jaya;large;low;2;16.04.01.2001",
        f"P-002;9120000000002;{second};CV Batu Kali;small;medium;1;16.04.01.2001",
    ]
    universe = f"kode wilayah;bulan;jumlah pekerja;sumber\n{REGION};{month};80;BPS\n"
    paid = "nik;nama pekerja;tgl lahir;jk;kode perusahaan;gaji;segmen\n"
    nik, name, born = person(WORKERS)
    paid += f"{nik};{name};{born};L;P-002;2800000;PU\n"
    texts = {
        "workers": "\n".join([WORKER, *workers]),
        "workers_paid": paid,
        "members": "\n".join([MEMBER, *members]),
        "employers": "\n".join([EMPLOYER, *employers]),
        "universe": universe,
    }
    written = {}
    for kind, text in texts.items():
        path = folder / f"{kind}.csv"
        path.write_text(text, encoding="utf-8")
        written.setdefault(kind.partition("_")[0], []).append(path)
    return {kind: tuple(paths) for kind, paths in written.items()}


def build(home: Path):
    """Run the three months, oldest first; give their folders."""
    for at, month in enumerate(MONTHS):
        folder = home / "files" / str(at)
        folder.mkdir(parents=True)
        request = Request(
            month=month,
            out=home / "snapshots" / str(at),
            region=REGION,
            **files(folder, at),
        )
        yield pipeline.run(request).folder
