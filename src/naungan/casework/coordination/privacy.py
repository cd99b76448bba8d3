"""What is kept of meetings and says something about a person, why and how long."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


WHO: Final = Held(
    "personal",
    "membuktikan siapa hadir dan atas nama siapa",
    "meetings",
    "dikosongkan; jabatan dan jumlah hadir tetap",
)
SAID: Final = Held(
    "personal",
    "mencatat apa yang disampaikan dan disepakati",
    "meetings",
    "tetap, tidak lagi menunjuk orang",
)
WORK: Final = Held(
    "personal",
    "siapa mencatat dan menyetujui",
    "meetings",
    "tetap, menunjuk pada orang tanpa nama",
)
SIGNED: Final = Held(
    "personal",
    "membuktikan pejabat yang menyetujui notulen",
    "meetings",
    "dikosongkan; lembaga, sidik, dan hari tetap",
)
CODE: Final = Held(
    "secret", "membuka daftar hadir bagi yang memegang kodenya", "meetings", "dihapus"
)
OF_EVENT: Final = ("id", "institution", "event")
SENT: Final = ("client_key", "words")

DECLARED: Final[Declared] = {
    "coordination.Event": {
        **of_nobody("id", "institution", "title", "kinds", "topics", "region_code"),
        **of_nobody("venue", "city", "held_on", "month", "year", "certainty"),
        **of_nobody("date_reason", "sort_on", "begins_at", "ends_at", "about"),
        **of_nobody("state", "state_reason", "parties", "merged_into", "words"),
        **of_nobody("carried"),
        **of_nobody("sign_in_until", "ended_at", "made_at", "erased_at"),
        "sign_in_hash": CODE,
        "made_by": WORK,
    },
    "coordination.EventParty": of_nobody(
        *OF_EVENT, "party", "role", "invited_on", "letter"
    ),
    "coordination.Organiser": of_nobody(*OF_EVENT, "position", "name", "home"),
    "coordination.AgendaItem": {
        **of_nobody(*OF_EVENT, *SENT, "number", "text", "theme", "minutes"),
        **of_nobody("carried_from", "discussed_at"),
        "speaker": WHO,
        "discussed": SAID,
    },
    "coordination.EventBasis": of_nobody(
        *OF_EVENT, "kind", "number", "year", "about", "instrument", "policy"
    ),
    "coordination.EventLink": of_nobody(
        "id", "institution", "parent", "child", "reason"
    ),
    "coordination.EventSource": of_nobody(
        *OF_EVENT, "outlet", "url", "title", "published_on", "sha256", "added_at"
    ),
    "coordination.Quote": {
        **of_nobody(*OF_EVENT, "source", "about_kind", "about_id"),
        "words": WHO,
    },
    "coordination.EventPaper": {
        **of_nobody(*OF_EVENT, "mime", "size", "added_at"),
        **dict.fromkeys(("title", "name", "sha256"), SAID),
        "added_by": WORK,
    },
    "coordination.Official": {
        **of_nobody("id", "institution", "home_name", "joined_into", "carried"),
        **dict.fromkeys(("name", "spellings"), WHO),
    },
    "coordination.Attendance": {
        **of_nobody(*OF_EVENT, "client_key", "home", "home_name", "is_group"),
        **of_nobody("head_count", "invited", "how", "role", "deputy"),
        **dict.fromkeys(("official", "name", "represents", "words"), WHO),
        **dict.fromkeys(("position", "signed_in_at"), SAID),
    },
    "coordination.Statement": {
        **of_nobody(*OF_EVENT, *SENT, "agenda_item", "group", "theme", "about"),
        **of_nobody("said_at"),
        **dict.fromkeys(("attendance", "text", "stance"), SAID),
    },
    "coordination.Obstacle": {
        **of_nobody(*OF_EVENT, *SENT, "kind", "region_code", "text", "noted_on"),
        **of_nobody("resolved_on", "resolution", "said_at"),
        "noted_by": WORK,
    },
    "coordination.Figure": {
        **of_nobody(*OF_EVENT, *SENT, "value", "unit", "meaning", "region_code"),
        **of_nobody("as_of", "part", "whole", "checked", "said_at", "sought"),
        "attendance": SAID,
    },
    "coordination.Recommendation": of_nobody(
        *OF_EVENT,
        *SENT,
        "number",
        "text",
        "theme",
        "addressee",
        "state",
        "reason",
        "said_at",
    ),
    "coordination.PolicyInstrument": {
        **of_nobody("id", "institution", "kind", "number", "office", "month", "year"),
        **of_nobody("title", "region_code", "issued_on", "in_force_on", "expires_on"),
        **of_nobody("scope", "issuer", "addressees", "url", "paper", "paper_name"),
        **of_nobody("replaced_by", "noted_at", "words"),
        "noted_by": WORK,
    },
    "coordination.PolicyDuty": {
        **of_nobody("id", "institution", "duty", "region_code", "state", "evidence"),
        **of_nobody("url", "policy", "noted_on", "noted_at"),
        "noted_by": WORK,
    },
    "coordination.JointPlan": {
        **of_nobody(*OF_EVENT, "title", "region_code", "from_month", "until_month"),
        **of_nobody("state", "agreed_on", "parties", "made_at"),
        "made_by": WORK,
    },
    "coordination.PlanActivity": of_nobody(
        *("id", "institution", "plan", "number", "what", "owner", "owner_name"),
        *("partners", "month", "budget_idr", "recommendation", "done_on", "result"),
    ),
    "coordination.Minutes": {
        **of_nobody(*OF_EVENT, "kind", "version", "sha256", "signers", "letter"),
        **of_nobody("sent_on", "mailed_at", "mailed_people", "made_at"),
        "content": WHO,
        "made_by": WORK,
    },
    "coordination.Approval": {
        **of_nobody("id", "institution", "minutes", "sha256", "verdict", "reason"),
        **of_nobody("approved_at"),
        **dict.fromkeys(("official_name", "official_position"), SIGNED),
        **dict.fromkeys(("scan", "scan_name"), SIGNED),
        "approved_by": WORK,
    },
}
