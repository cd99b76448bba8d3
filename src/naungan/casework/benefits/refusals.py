"""Why a claim is refused, the rule behind it, and what the family can still do.

`rules` are paths of law/parameters: the page cites the entry of the day of the event.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Ground:
    """One reason to refuse: its words, the rules by which, and the ways left open."""

    code: str
    label: str
    remedies: tuple[str, ...]
    rules: tuple[str, ...] = ()


_PAID_PROOF: Final = _(
    "Bila iuran bulan kejadian ternyata dibayar sebelum kejadian, ajukan keberatan "
    "dengan bukti bayarnya."
)
_ASK_FUND: Final = _(
    "Bila iuran dijanjikan dana pemerintah, desa, atau perusahaan dan tidak dibayarkan, "
    "mintalah penjelasan tertulis kepada penanggungnya; skemanya menyimpan SK dan tagihan."
)
_FROM_EMPLOYER: Final = _(
    "Bila bekerja pada pemberi kerja, manfaatnya ditagih kepada pemberi kerja itu; "
    "laporkan agar dibuka kasusnya."
)
_OTHER_HELP: Final = _(
    "Tanyakan perlindungan lain: jaminan kesehatan, santunan Jasa Raharja bila "
    "kecelakaan lalu lintas, dan bantuan dinas sosial."
)

REFUSALS: Final = {
    one.code: one
    for one in (
        Ground(
            "inactive",
            _("Peserta tidak aktif pada hari kejadian"),
            (_PAID_PROOF, _ASK_FUND, _FROM_EMPLOYER),
            ("benefits/jkm/active_rule", "benefits/jkk/active_rule"),
        ),
        Ground(
            "not_registered",
            _("Tidak pernah didaftarkan"),
            (_FROM_EMPLOYER, _ASK_FUND),
            ("benefits/arrears/unregistered_rule",),
        ),
        Ground(
            "arrears",
            _("Tunggakan iuran melewati batas"),
            (_PAID_PROOF, _ASK_FUND),
            ("participation/arrears/grace_months/bpu",),
        ),
        Ground(
            "over_age",
            _("Melewati batas umur ketika didaftarkan"),
            (
                _(
                    "Bila tanggal lahir yang tercatat salah, ajukan keberatan dengan akta "
                    "kelahiran atau KTP."
                ),
                _OTHER_HELP,
            ),
            ("participation/ages/bpu_registration_below",),
        ),
        Ground(
            "before_joining",
            _("Kejadian sebelum menjadi peserta"),
            (_PAID_PROOF, _ASK_FUND, _OTHER_HELP),
        ),
        Ground(
            "not_work",
            _("Bukan kecelakaan atau penyakit karena kerja"),
            (
                _(
                    "Bila pesertanya meninggal, laporkan sebagai meninggal bukan karena "
                    "kerja: santunan kematian tetap menjadi hak ahli waris."
                ),
                _(
                    "Biaya perawatan ditanggung jaminan kesehatan. Putusan ini dapat "
                    "dibantah dengan keterangan saksi, atasan, atau dokter."
                ),
            ),
        ),
        Ground(
            "lapsed",
            _("Diajukan sesudah batas waktu"),
            (
                _(
                    "Bila kejadian pernah dilaporkan sebelum batas waktu, ajukan "
                    "keberatan dengan bukti laporan itu."
                ),
            ),
            ("benefits/jkk/claim_years",),
        ),
        Ground(
            "paid_before",
            _("Sudah pernah dibayar"),
            (
                _(
                    "Mintalah bukti bayar yang dimaksud. Peserta dengan dua kepesertaan "
                    "berhak atas keduanya."
                ),
            ),
        ),
        Ground(
            "other_insurer",
            _("Dijamin penyelenggara lain"),
            (
                _(
                    "Ajukan kepada penyelenggaranya: Taspen bagi ASN, Asabri bagi TNI dan Polri."
                ),
            ),
        ),
        Ground(
            "papers",
            _("Berkas tidak benar atau tidak dapat dibuktikan"),
            (
                _(
                    "Perbaiki berkasnya di kantor yang menerbitkan, lalu ajukan "
                    "keberatan dengan berkas yang benar."
                ),
            ),
        ),
        Ground("other", _("Sebab lain"), (_OTHER_HELP,)),
    )
}
"""Every reason by its code."""

OBJECTION: Final = _(
    "Keberatan diajukan ke cabang yang menolak. Bila jawabannya tidak memuaskan: "
    "pengaduan ke BPJS Ketenagakerjaan, lalu mediasi, lalu pengadilan negeri."
)
"""The way that is open after every refusal."""

OBJECTION_BASIS: Final = ("uu-24-2011", "Pasal 48 sampai Pasal 50", "MEMORY")
"""Where that way stands; from memory, so a page and a letter mark it as doubtful."""
