"""What the codes of benefits are called: outcomes, costs, schools, journeys."""

from typing import Final

from naungan.law.words import Words, words


BENEFIT: Final[dict[str, Words]] = {
    "partial_disability": words("cacat sebagian", "partial disability"),
    "recovered": words("sembuh", "recovered"),
    "abroad": words("selama di luar negeri", "while abroad"),
    "after_return": words("sesudah pulang", "after return"),
    "land": words("darat, sungai, atau danau", "land, river or lake"),
    "sea": words("laut", "sea"),
    "air": words("udara", "air"),
    "home_care": words("perawatan di rumah", "home care"),
    "hearing_aid": words("alat bantu dengar", "hearing aid"),
    "glasses": words("kacamata", "glasses"),
    "dental": words("gigi tiruan", "dental prosthesis"),
    "prosthesis": words("ortosis atau prostesis", "orthosis or prosthesis"),
    "care_abroad": words("perawatan di luar negeri", "treatment abroad"),
    "not_yet": words("belum sekolah", "not yet at school"),
    "TK": words("TK", "kindergarten"),
    "SD": words("SD", "primary school"),
    "SMP": words("SMP", "lower secondary school"),
    "SMA": words("SMA", "upper secondary school"),
    "PT": words("kuliah atau pelatihan", "university or training"),
    "work": words("karena kerja", "work"),
    "from_month": words("mulai bulan", "from month"),
    "base": words("penghasilan dasar", "base income"),
}
"""Codes and the words for them; codes that other questions share stand in terms."""
