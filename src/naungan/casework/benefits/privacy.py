"""The fields of claims: who died or was hurt, who is left behind, what was paid."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


PERSON: Final = Held(
    "personal",
    "mengurus klaim seseorang sampai keluarganya menerima haknya",
    "claims",
    "dikosongkan; keadaan, hari, dan uangnya tetap terhitung",
)
FAMILY: Final = Held(
    "personal",
    "mengetahui siapa yang berhak, juga anak yang masih sekolah",
    "claims",
    "dikosongkan",
)
HEALTH: Final = Held(
    "personal",
    "menghitung manfaat menurut akibat kejadiannya",
    "claims",
    "dikosongkan; keadaan dan uangnya tetap",
)
STANDING: Final = Held(
    "personal",
    "mengetahui sampai di mana klaim seseorang",
    "claims",
    "tetap, tidak lagi menunjuk orang",
)
WORK: Final = Held(
    "personal",
    "siapa mencatat dan memutus",
    "claims",
    "tetap, menunjuk pada orang tanpa nama",
)

DECLARED: Final[Declared] = {
    "benefits.Claim": {
        **of_nobody("id", "institution", "reported_by", "sponsor", "scheme"),
        **of_nobody("village_code", "told_by", "fund", "made_at", "complete_on"),
        **of_nobody("pay_by", "decided_on", "law_version", "paid_on", "payer"),
        **of_nobody("reference", "closed_at", "erased_at", "told_on"),
        **dict.fromkeys(("nik", "name", "birth_date", "sex", "kpj"), PERSON),
        **dict.fromkeys(("teller", "phone", "employer_name", "npp"), PERSON),
        **dict.fromkeys(("place", "account", "facts", "due"), HEALTH),
        **dict.fromkeys(("event", "event_on", "refusal"), HEALTH),
        "refusal_text": HEALTH,
        **dict.fromkeys(("entry", "state", "due_idr", "paid_idr"), STANDING),
        "made_by": WORK,
    },
    "benefits.Happening": {
        **of_nobody("id", "claim", "institution", "verb", "done_on", "at"),
        "text": HEALTH,
        "by": WORK,
    },
    "benefits.Heir": {
        **of_nobody("id", "claim", "institution", "receives"),
        **dict.fromkeys(("name", "relation", "phone"), FAMILY),
    },
    "benefits.Child": {
        **of_nobody("id", "claim", "institution"),
        **dict.fromkeys(("name", "birth_date", "level", "grade"), FAMILY),
        **dict.fromkeys(("from_year", "married", "working"), FAMILY),
    },
    "benefits.Tranche": {
        **of_nobody("id", "claim", "institution", "child", "position", "year"),
        **of_nobody("amount_idr", "paid_on", "reference"),
        **dict.fromkeys(("level", "grade", "dropped_reason"), FAMILY),
    },
    "benefits.ClaimPaper": {
        **of_nobody("id", "claim", "institution", "code", "received_on", "added_at"),
        **of_nobody("size", "mime", "voided_at"),
        **dict.fromkeys(("name", "sha256", "waived_reason"), PERSON),
        "added_by": WORK,
    },
    "benefits.HandOver": {
        **of_nobody("id", "claim", "institution", "held_on", "place", "occasion"),
        **of_nobody("funder", "amount_idr", "letter", "made_at", "relation"),
        "receiver": FAMILY,
        **dict.fromkeys(("official", "position", "made_by"), WORK),
    },
    "benefits.RiskCount": of_nobody(
        "id", "scheme", "institution", "village_code", "code", "people", "judged_on"
    ),
    "benefits.Risk": {
        **of_nobody("id", "scheme", "institution", "village_code", "judged_on"),
        **dict.fromkeys(("entry", "codes", "is_refused", "unpaid_months"), STANDING),
    },
}
"""Everything that a claim keeps."""
