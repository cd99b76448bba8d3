"""The fields of schemes: who is on a list, what was found, and who paid for them."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


PERSON: Final = Held(
    "personal",
    "mendaftarkan pekerja rentan dalam skema",
    "schemes",
    "dikosongkan; baris, keadaan, dan uangnya tetap terhitung",
)
STANDING: Final = Held(
    "personal",
    "mengetahui sampai di mana perlindungan seseorang",
    "schemes",
    "tetap, tidak lagi menunjuk orang",
)
WORK: Final = Held(
    "personal",
    "siapa mencatat dan menetapkan",
    "schemes",
    "tetap, menunjuk pada orang tanpa nama",
)
MEETING: Final = Held(
    "personal",
    "mencatat siapa memimpin dan menyetujui musyawarah desa",
    "schemes",
    "dikosongkan; tanggal, tempat, dan banyaknya yang hadir tetap",
)
OF_SCHEME: Final = ("id", "scheme", "institution")

DECLARED: Final[Declared] = {
    "protection.Campaign": of_nobody("id", "institution", "name", "year", "about"),
    "protection.Scheme": {
        **of_nobody("id", "institution", "campaign", "name", "region_code", "fund"),
        **of_nobody("package", "category", "honorarium_idr", "policy", "state"),
        **of_nobody("from_month", "until_month", "age_from", "age_below", "renews"),
        **of_nobody("criteria", "criteria_reason", "needs_registry", "made_at"),
        "made_by": WORK,
    },
    "protection.Participation": of_nobody(
        "id", "scheme", "owner", "institution", "since_on", "ended_on"
    ),
    "protection.Basis": of_nobody(
        *OF_SCHEME, "kind", "number", "office", "month", "year", "about"
    ),
    "protection.Quota": of_nobody(*OF_SCHEME, "village_code", "roster", "people"),
    "protection.ReportedFigure": of_nobody(
        *OF_SCHEME, "kind", "standing", "year", "amount", "source"
    ),
    "protection.Budget": {
        **of_nobody(*OF_SCHEME, "village_code", "year", "ceiling_idr", "document"),
        **of_nobody("recorded_at"),
        "recorded_by": WORK,
    },
    "protection.Decision": {
        **of_nobody(*OF_SCHEME, "village_code", "number", "decided_on", "people"),
        **of_nobody("made_at", "revoked_on"),
        **dict.fromkeys(("official", "made_by"), WORK),
    },
    "protection.Enrolment": {
        **of_nobody(*OF_SCHEME, "village_code", "number", "people", "made_at"),
        **of_nobody("returned_at", "accepted", "refused"),
        "made_by": WORK,
    },
    "protection.Billing": {
        **of_nobody(*OF_SCHEME, "village_code", "code", "from_month", "until_month"),
        **of_nobody("people", "amount_idr", "law_version", "due_on", "made_at"),
        **of_nobody("paid_on", "reference", "voided_at"),
        "made_by": WORK,
    },
    "protection.Entry": {
        **of_nobody(*OF_SCHEME, "written_by", "client_key", "erased_at", "budget"),
        **of_nobody("decision", "enrolment", "added_at", "checked_at", "run"),
        **of_nobody("series", "seen_run", "first_month", "position", "roster"),
        **dict.fromkeys(("nik", "nik_written", "name", "birth_date", "sex"), PERSON),
        **dict.fromkeys(("occupation", "address", "phone", "decile"), PERSON),
        **dict.fromkeys(("reason", "note", "accepted_reason", "person_id"), PERSON),
        **dict.fromkeys(("kpj", "refusal", "ended_reason"), PERSON),
        **dict.fromkeys(("village_code", "second_job", "state"), STANDING),
        **dict.fromkeys(("covered_then", "ended_on", "follows", "died_on"), STANDING),
        "added_by": WORK,
    },
    "protection.Check": {
        **of_nobody(*OF_SCHEME, "village_code"),
        **dict.fromkeys(("entry", "code", "weight", "told"), PERSON),
    },
    "protection.PaidMonth": {
        **of_nobody(*OF_SCHEME, "village_code", "billing", "amount_idr", "fund"),
        **dict.fromkeys(("entry", "month", "paid_on"), STANDING),
        "nik": PERSON,
    },
    "protection.Tally": of_nobody(
        *OF_SCHEME,
        "village_code",
        "roster",
        "state",
        "people",
        "covered",
        "ranked",
        "better",
    ),
    "protection.BilledMonth": of_nobody(
        *OF_SCHEME, "village_code", "billing", "fund", "month", "people", "amount_idr"
    ),
    "protection.Submission": {
        **of_nobody(
            *OF_SCHEME, "village_code", "state", "held_on", "place", "attended"
        ),
        **of_nobody("prepared_at", "forwarded_at", "returned_at", "return_reason"),
        **of_nobody("people", "list_sha256", "letter"),
        **dict.fromkeys(("leader", "countersigners"), MEETING),
        **dict.fromkeys(("prepared_by", "forwarded_by"), WORK),
    },
}
