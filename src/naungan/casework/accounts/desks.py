"""The desks of the demonstration: which invented people work where, as what.

Institutions bear the names of real kinds of offices of Lahat; the people are
invented and marked so, and all have one password.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


PASSWORD: Final = "naungan-demo-2024"
DOMAIN: Final = "demo.naungan.invalid"
SINCE: Final = date(2024, 1, 2)
VILLAGE: Final = "16.04.23.2005"
"""The village that has a desk."""


@dataclass(frozen=True)
class Desk:
    """One person of the demonstration: who, where, as what."""

    address: str
    person: str
    role: str
    kind: str
    institution: str
    region_code: str


DESKS: Final = (
    Desk(
        "kacab",
        "Ratna Wulandari (rekaan)",
        "branch_head",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
    Desk(
        "kepesertaan",
        "Bayu Pranata (rekaan)",
        "membership_head",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
    Desk(
        "pelayanan",
        "Melati Anggun (rekaan)",
        "service_head",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
    Desk(
        "pemeriksa",
        "Dian Lestari (rekaan)",
        "examiner",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
    Desk(
        "sekda",
        "Hasan Basri (rekaan)",
        "regional_secretary",
        "sekda",
        "Sekretariat Daerah Kabupaten Lahat",
        "16.04",
    ),
    Desk(
        "dpmd",
        "Sri Handayani (rekaan)",
        "agency_head",
        "dpmd",
        "DPMD Kabupaten Lahat",
        "16.04",
    ),
    Desk(
        "petugas",
        "Joko Santoso (rekaan)",
        "agency_officer",
        "dpmd",
        "DPMD Kabupaten Lahat",
        "16.04",
    ),
    Desk(
        "ar",
        "Nadia Safitri (rekaan)",
        "account_representative",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
    Desk(
        "pengawas",
        "Yusuf Effendi (rekaan)",
        "inspector",
        "inspectorate",
        "Pengawasan Ketenagakerjaan Sumatera Selatan",
        "16",
    ),
    Desk(
        "jaksa",
        "Maya Sari (rekaan)",
        "datun_head",
        "kejari",
        "Kejaksaan Negeri Lahat",
        "16.04",
    ),
    Desk(
        "dpmptsp",
        "Fitri Anggraini (rekaan)",
        "agency_head",
        "dpmptsp",
        "DPMPTSP Kabupaten Lahat",
        "16.04",
    ),
    Desk(
        "bpkad",
        "Rudi Hartono (rekaan)",
        "agency_head",
        "bpkad",
        "BPKAD Kabupaten Lahat",
        "16.04",
    ),
    Desk(
        "kades",
        "Suhaimi (rekaan)",
        "village_head",
        "village",
        "Pemerintah Desa Arahan",
        VILLAGE,
    ),
    Desk(
        "desa",
        "Marwan (rekaan)",
        "village_clerk",
        "village",
        "Pemerintah Desa Arahan",
        VILLAGE,
    ),
    Desk(
        "pusat",
        "Endah Kusumawati (rekaan)",
        "branch_head",
        "bpjs_region",
        "BPJS Ketenagakerjaan Kantor Pusat (rekaan)",
        "",
    ),
    Desk(
        "admin",
        "Wati Kusuma (rekaan)",
        "office_administrator",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
    Desk(
        "data",
        "Indra Gunawan (rekaan)",
        "data_officer",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang Lahat",
        "16.04",
    ),
)
"""Every desk of the demonstration."""


def address(desk: Desk) -> str:
    """Give the address with which a desk signs in."""
    return f"{desk.address}@{DOMAIN}"
