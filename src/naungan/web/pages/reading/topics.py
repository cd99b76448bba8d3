"""Topics of the catalogue that a report names in its title, its lead or its topics."""

import re
from typing import Final

from naungan.engine.prose.draft import Draft


LEAD: Final = 3  # lines of the body that say what it is about; the title is the first
TOPICS: Final = {
    "vulnerable": r"pekerja rentan|tenaga kerja rentan|buruh tani|nelayan kecil",
    "coverage": r"universal coverage|cakupan|\bucj\b|perluasan kepesertaan",
    "awareness": r"kesadaran|pemahaman|edukasi",
    "employer_duty": r"tanggung jawab (?:perusahaan|pemberi kerja|pengusaha)|kewajiban (?:perusahaan|pemberi kerja)",
    "supervision": r"pengawasan|kepatuhan|penegakan hukum",
    "synergy": r"sinergi|kolaborasi",
    "non_asn": r"non[- ]?asn|honorer|perangkat desa",
    "informal": r"informal|umkm|jasa konstruksi|pedagang|sopir|ojek",
    "funding": r"anggaran|pendanaan|\bdbh\b|apbd|apbdes",
    "permits": r"perizinan|izin usaha",
    "regulation": r"peraturan (?:bupati|wali ?kota|gubernur|daerah)|perbup|perwal|pergub|regulasi",
    "data": r"pemadanan|padan data|validasi data|verifikasi data",
    "claims": r"santunan|klaim|manfaat jaminan|beasiswa",
    "arrears": r"tunggak|piutang iuran|penagihan",
    "evaluation": r"monev|monitoring|evaluasi",
    "work_programme": r"rencana aksi|program kerja bersama|rencana tindak lanjut",
}


def topics_of(draft: Draft) -> list[str]:
    """Return the codes of what was spoken of, in the order of the catalogue above."""
    said = [words.surface for words in draft.topics]
    text = "\n".join([*draft.body.split("\n")[:LEAD], *said])
    return [code for code, words in TOPICS.items() if re.search(words, text, re.I)]
