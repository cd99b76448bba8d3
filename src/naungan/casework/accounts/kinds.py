"""The kinds of institutions: those of the coordination meetings.

Branch and regional offices, inspectorate, prosecutors, units of regional government,
villages. Which roles there are in each stands in `roles`.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class InstitutionKind:
    """A kind of institution, and how both languages call it."""

    code: str
    label: str
    label_en: str


KINDS: Final = {
    kind.code: kind
    for kind in (
        InstitutionKind(
            "bpjs_branch", "Kantor cabang BPJS Ketenagakerjaan", "BPJS branch office"
        ),
        InstitutionKind(
            "bpjs_region", "Kantor wilayah BPJS Ketenagakerjaan", "BPJS regional office"
        ),
        InstitutionKind(
            "inspectorate",
            "Pengawasan ketenagakerjaan provinsi",
            "Provincial labour inspectorate",
        ),
        InstitutionKind("kejari", "Kejaksaan negeri", "District prosecutor's office"),
        InstitutionKind("kejati", "Kejaksaan tinggi", "Provincial prosecutor's office"),
        InstitutionKind("sekda", "Sekretariat daerah", "Regional secretariat"),
        InstitutionKind("bappeda", "Bappeda", "Regional planning agency"),
        InstitutionKind("disnaker", "Dinas tenaga kerja", "Manpower agency"),
        InstitutionKind(
            "dpmd", "Dinas pemberdayaan masyarakat dan desa", "Village affairs agency"
        ),
        InstitutionKind(
            "dpmptsp", "Dinas penanaman modal dan PTSP", "One-stop licensing agency"
        ),
        InstitutionKind("dinsos", "Dinas sosial", "Social affairs agency"),
        InstitutionKind(
            "bpkad",
            "Badan pengelola keuangan dan aset daerah",
            "Regional finance agency",
        ),
        InstitutionKind("district", "Kecamatan", "District office"),
        InstitutionKind("village", "Pemerintah desa", "Village government"),
        InstitutionKind("kpu", "Komisi pemilihan umum", "Election commission"),
    )
}
"""Every kind of institution by its code."""
