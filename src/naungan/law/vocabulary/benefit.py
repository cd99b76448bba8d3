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
    "participant_card": words("kartu peserta", "participant's card"),
    "participant_number": words("nomor kepesertaan", "participant's number"),
    "identity_card": words("KTP", "identity card"),
    "identity_card_or_passport": words("KTP atau paspor", "identity card or passport"),
    "heirs_identity_card": words("KTP ahli waris", "heir's identity card"),
    "family_card": words("kartu keluarga", "family card"),
    "death_certificate": words("akta kematian", "death certificate"),
    "heir_certificate": words("surat keterangan ahli waris", "certificate of heirs"),
    "bank_account": words("rekening ahli waris", "heir's bank account"),
    "doctors_statement": words("surat keterangan dokter", "doctor's statement"),
    "transport_receipts": words("kuitansi angkutan", "transport receipts"),
    "care_receipts": words("kuitansi perawatan", "receipts for care"),
    "scholarship_form": words("formulir beasiswa", "scholarship form"),
    "school_letter": words("surat keterangan sekolah", "letter from the school"),
    "childs_identity": words(
        "KTP atau kartu pelajar anak", "child's identity or pupil's card"
    ),
    "birth_certificate": words("akta kelahiran anak", "child's birth certificate"),
    "from_month": words("mulai bulan", "from month"),
    "base": words("penghasilan dasar", "base income"),
}
"""Codes and the words for them; codes that other questions share stand in terms."""
