"""What a role may do, as single powers: pages and actions ask for one of these."""

from typing import Final


POWERS: Final[dict[str, tuple[str, str]]] = {
    "see_coverage": ("melihat cakupan", "see coverage"),
    "see_persons": ("melihat orang, NIK disamarkan", "see persons, NIK masked"),
    "unmask": ("membuka NIK dengan alasan", "unmask a NIK with a reason"),
    "see_employers": ("melihat pemberi kerja dan temuan", "see employers and findings"),
    "see_incoming": ("melihat data masuk", "see incoming data"),
    "upload": ("mengunggah berkas", "upload files"),
    "approve": ("menyetujui berkas orang lain", "approve another person's file"),
    "review": ("memutus antrian tinjau", "decide the review queue"),
    "assign": ("menugaskan petugas lapangan", "assign field officers"),
    "visit": ("mencatat hasil kunjungan", "record the outcome of visits"),
    "set_targets": ("menetapkan target cakupan", "set coverage targets"),
    "manage_tokens": ("mengatur kunci API", "manage API keys"),
    "see_cases": ("melihat kasus pemberi kerja", "see cases of employers"),
    "open_cases": ("membuka kasus", "open cases"),
    "take_steps": ("mengambil langkah dalam kasus", "take steps in cases"),
    "record_payments": ("mencatat pembayaran", "record payments"),
    "set_ladder": ("menetapkan tenggang dan prioritas", "set terms and priorities"),
    "share": ("berbagi data dengan lembaga lain", "share data with other institutions"),
    "export": ("mengunduh hasil", "download results"),
    "manage_people": ("mengundang dan mengatur orang", "invite and manage people"),
    "see_looks": ("melihat siapa melihat siapa", "see who looked at whom"),
    "see_letters": ("melihat surat lembaga", "see the institution's letters"),
    "issue_letters": ("mengeluarkan surat bernomor", "issue numbered letters"),
    "sign_letters": ("menandatangani surat lembaga", "sign the institution's letters"),
    "set_letterhead": (
        "mengatur kepala surat dan bentuk nomor",
        "set the letterhead and the form of numbers",
    ),
    "see_schemes": ("melihat skema pekerja rentan", "see schemes for the vulnerable"),
    "manage_schemes": ("mengatur skema", "manage schemes"),
    "propose_people": ("mengusulkan pekerja rentan", "propose vulnerable workers"),
    "forward_lists": (
        "menandatangani dan meneruskan usulan desa",
        "sign and send on what a village proposes",
    ),
    "decide_people": ("menetapkan penerima skema", "decide who is in a scheme"),
    "record_funds": ("mencatat anggaran dan iuran", "record budgets and payments"),
    "enrol_people": ("mendaftarkan peserta skema", "enrol the people of schemes"),
    "see_claims": ("melihat klaim", "see claims"),
    "record_claims": ("mencatat klaim", "record claims"),
    "decide_claims": ("memutus dan membayar klaim", "decide and pay claims"),
    "see_meetings": (
        "melihat rapat dan komitmen yang diikuti lembaga",
        "see meetings and commitments that the institution takes part in",
    ),
    "keep_meetings": (
        "menyelenggarakan rapat dan mencatat komitmen",
        "hold meetings and record commitments",
    ),
    "sign_minutes": (
        "menyetujui notulen atas nama lembaga",
        "approve minutes for the institution",
    ),
    "manage_institutions": ("mengatur lembaga", "manage institutions"),
}
"""Each power with its words in Indonesian and English."""
