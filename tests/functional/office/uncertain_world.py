"""A district of some hundred invented people with one pair of each kind left open.

Two women of one name and birth date without a number may both be the member; one
employer is written with and without its legal form. Month: October 2026.
"""

import csv

from tests.oracles.linkage_rows import crowd

from naungan.engine import pipeline
from naungan.engine.work import Request


REGION, MONTH = "16.04", 2026 * 12 + 9
KPJ, NPP = "26000000077", "Z0000000"
SITI = {"name": "Siti Rahmawati", "born": "1985-05-17", "sex": "F", "nik": None}
PEOPLE = [
    {**SITI, "village": 1604012001},
    {**SITI, "village": 1604022001},
    *crowd(400),
]
MEMBERS = [
    {**SITI, "kpj": KPJ},
    *({**one, "kpj": f"27{at:09}"} for at, one in enumerate(PEOPLE[2:150])),
]
NAMES = [
    *("PT Sawit Lestari Jaya", "CV Batu Kali", "Toko Maju", "UD Sinar Pagi"),
    "Niaga Persada Baru",
]
REGISTERED = ["Sawit Lestari", "CV Batu Kali", "Bengkel Niaga Persada Baru"]
OWNER = "satu"
LIST = ["NIK", "Nama", "Tanggal Lahir", "JK", "Kode Desa", "Segmen"]
EXTRACT = ["No Kartu", *LIST[:4], "Kepesertaan", "Program", "Iuran Terakhir"]
FIRMS = ["kode", "NIB", "NPP", "Nama Perusahaan", "Kode Desa"]


def _named(one):
    sex = "P" if one["sex"] == "F" else "L"
    return [one["nik"] or "", one["name"], one["born"], sex]


def _others(start, letter, end, names):
    """Add forty firms that nobody takes for one another."""
    rest = (
        f"PT {start} {chr(65 + at % 26)}{chr(ord(letter) + at // 3)}{end}"
        for at in range(40)
    )
    return [*names, *rest]


def write(folder, *, people=PEOPLE):
    """Write the files of the district; give them by the kinds of a run."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = {
        "desa.csv": [LIST, *([*_named(one), one["village"], "BPU"] for one in people)],
        "peserta.csv": [
            EXTRACT,
            *([m["kpj"], *_named(m), "BPU", "JKK+JKM", "2026-10"] for m in MEMBERS),
        ],
        "oss.csv": [
            FIRMS,
            *(
                [f"E{at}", f"91200000{at:05}", "", name, "1604012001"]
                for at, name in enumerate(_others("Usaha", "A", "ndalas", NAMES))
            ),
        ],
        "bpjs.csv": [
            FIRMS,
            *(
                [f"Z{at}", "", f"Z{at:07}", name, "1604012001"]
                for at, name in enumerate(_others("Karya", "B", "mbara", REGISTERED))
            ),
        ],
    }
    for name, rows in lists.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return {
        "workers": (folder / "desa.csv",),
        "members": (folder / "peserta.csv",),
        "employers": (folder / "oss.csv", folder / "bpjs.csv"),
    }


def run(folder, *, decisions=None, people=PEOPLE, owner=OWNER):
    """Run the engine on the district into one place; give the folder of the snapshot.

    `owner` sent the workers; all else is the branch's own.
    """
    files = write(folder / "berkas", people=people)
    request = Request(
        month=MONTH,
        out=folder / "hasil",
        region=REGION,
        decisions=decisions,
        owners={
            path.name: owner if kind == "workers" else OWNER
            for kind, paths in files.items()
            for path in paths
        },
        **files,
    )
    return pipeline.run(request).folder
