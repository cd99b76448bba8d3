"""The fields of letters: to whom, about what, written by whom."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


TOLD: Final = Held(
    "personal",
    "menemukan kembali surat; yang dituju atau halnya dapat memuat nama orang",
    "letters",
    "dikosongkan; nomor dan sidik suratnya tetap",
)
FILE: Final = Held(
    "personal",
    "surat seperti dikirim dan berkas perkara, dengan lampiran nama orang",
    "letters",
    "berkasnya dihapus dari tempat simpan",
)
SIGNED: Final = Held(
    "personal",
    "pejabat yang menandatangani surat lembaga",
    "acts",
    "diganti oleh lembaganya",
)
WORK: Final = Held(
    "personal", "siapa membuat surat", "acts", "tetap, menunjuk pada orang tanpa nama"
)

DECLARED: Final[Declared] = {
    "correspondence.StoredPaper": {
        **of_nobody("id", "institution", "size", "uses", "stored_at"),
        "sha256": FILE,
    },
    "correspondence.LetterHead": {
        **of_nobody("id", "institution", "above", "address", "contact", "city"),
        **of_nobody("office_code"),
        **dict.fromkeys(("signer_name", "signer_position", "signer_number"), SIGNED),
    },
    "correspondence.AgendaBook": of_nobody(
        *("id", "institution", "year", "kind", "pattern", "last")
    ),
    "correspondence.LetterBatch": {
        **of_nobody("id", "institution", "letter", "title", "wanted", "done"),
        **of_nobody("state", "asked_at", "ended_at"),
        **dict.fromkeys(("refused", "order_sha256"), TOLD),
        "asked_by": WORK,
    },
    "correspondence.Letter": {
        **of_nobody("id", "institution", "book", "serial", "number", "letter"),
        **of_nobody("about_kind", "about_id", "issued_on", "made_at", "code", "size"),
        **of_nobody("template_version", "law_version", "doubts", "readers", "batch"),
        **of_nobody("replies_to", "state", "sent_on", "sent_by", "voided_at"),
        **of_nobody("erased_at", "signed_on"),
        **dict.fromkeys(("sha256", "content_sha256"), FILE),
        **dict.fromkeys(("subject", "addressee", "void_reason"), TOLD),
        **dict.fromkeys(("made_by", "signed_by"), WORK),
    },
}
