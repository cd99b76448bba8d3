"""The fields of cases: employers who are natural persons, who acted, who answered."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


EMPLOYER: Final = Held(
    "personal",
    "menegakkan kewajiban pemberi kerja, yang dapat berupa orang perseorangan",
    "cases",
    "kasusnya dihapus seluruhnya",
)
EVIDENCE: Final = Held(
    "personal",
    "bukti temuan pada hari kasus dibuka: nomor orang, tanpa nama",
    "cases",
    "kasusnya dihapus seluruhnya",
)
SAID: Final = Held(
    "personal",
    "jawaban pemberi kerja dan catatan penanganannya",
    "cases",
    "kasusnya dihapus seluruhnya",
)
WORK: Final = Held(
    "personal",
    "siapa memutus dan mencatat langkah",
    "cases",
    "kasusnya dihapus seluruhnya",
)
MEMBER: Final = Held(
    "personal",
    "siapa anggota tim dan kunjungan bersama",
    "cases",
    "namanya dikosongkan sesudah timnya berakhir",
)
CODE: Final = Held(
    "secret",
    "tautan jawaban pemberi kerja",
    "cases",
    "kasusnya dihapus seluruhnya",
)


def _of(kind: Held, *fields: str) -> dict[str, Held]:
    return dict.fromkeys(fields, kind)


DECLARED: Final[Declared] = {
    "compliance.Case": {
        **of_nobody("id", "institution", "number", "region_code", "track", "series"),
        **of_nobody("kind", "scale", "sector", "people", "opened_on", "opened_at"),
        **of_nobody("state", "closed_on", "closing_reason", "stage", "stage_since"),
        **of_nobody("due_on", "waits_for", "ladder_version", "law_version", "team"),
        **of_nobody("priority", "notified_on", "visited_on", "escalated_on"),
        **_of(EMPLOYER, "village_code", "employer_id", "npp", "nib", "name"),
        **_of(SAID, "closing_text"),
        **_of(WORK, "opened_by", "officer"),
    },
    "compliance.CaseFinding": {
        **of_nobody("id", "institution", "case", "code", "run", "month", "how"),
        **of_nobody("people", "monthly_idr", "severity", "law", "sha256", "added_at"),
        **_of(EVIDENCE, "sentence", "row", "evidence"),
        **_of(WORK, "added_by"),
    },
    "compliance.CaseNote": {
        **of_nobody("id", "institution", "case", "at", "kind", "code", "says", "run"),
        **of_nobody("month"),
        **_of(SAID, "parts"),
        **_of(WORK, "by"),
    },
    "compliance.StepTaken": {
        **of_nobody("id", "institution", "case", "step", "track", "taken_on"),
        **of_nobody("ends_on", "term", "decided_at", "skipped", "overlay", "law"),
        **of_nobody("letter", "state", "closed_on"),
        **_of(SAID, "reason", "closing_text"),
        **_of(WORK, "decided_by", "closed_by"),
    },
    "compliance.Participation": of_nobody(
        "id", "case", "institution", "owner", "since", "until"
    ),
    "compliance.HandOver": {
        **of_nobody("id", "institution", "to", "case", "kind", "sent_on", "state"),
        **of_nobody("decided_at"),
        **_of(SAID, "message", "reason"),
        **_of(WORK, "sent_by", "decided_by"),
    },
    "compliance.Skk": {
        **of_nobody("id", "institution", "to", "case", "number", "kind", "category"),
        **of_nobody("issued_on", "principal_idr", "fine_idr", "from_month", "to_month"),
        **of_nobody("until_on", "state", "registered_on", "registered_number"),
        **of_nobody("ended_on", "parent", "recorded_at"),
        **_of(SAID, "reason"),
        **_of(WORK, "issued_by"),
    },
    "compliance.UploadLink": {
        **of_nobody("id", "institution", "case", "expires_at", "made_at", "uses"),
        **of_nobody("revoked_at"),
        **_of(CODE, "code_hash"),
        **_of(WORK, "made_by"),
    },
    "compliance.Reply": {
        **of_nobody("id", "institution", "case", "step", "link", "received_on"),
        **of_nobody("received_at", "via", "state", "considered_at"),
        **_of(SAID, "text", "sender_name", "consideration"),
        **_of(WORK, "received_by", "considered_by"),
    },
    "compliance.Paper": {
        **of_nobody("id", "institution", "case", "reply", "visit", "kind", "size"),
        **of_nobody("mime", "added_at"),
        **_of(SAID, "name", "sha256"),
        **_of(WORK, "added_by"),
    },
    "compliance.Team": {
        **of_nobody("id", "institution", "name", "sk_number", "sk_on", "from_on"),
        **of_nobody("until_on", "joined", "made_at"),
        **_of(WORK, "made_by"),
    },
    "compliance.TeamMember": {
        **of_nobody("id", "institution", "team", "home", "home_name"),
        **_of(MEMBER, "user", "name", "position"),
    },
    "compliance.PlannedVisit": {
        **of_nobody("id", "institution", "case", "series", "planned_on", "team"),
        **of_nobody("joined", "made_at", "cancelled_on"),
        **_of(EMPLOYER, "employer_id", "npp", "name"),
        **_of(SAID, "purpose", "cancel_reason"),
        **_of(WORK, "made_by"),
    },
    "compliance.VisitMember": {
        **of_nobody("id", "institution", "visit", "home"),
        **_of(MEMBER, "user", "name", "position"),
    },
    "compliance.VisitRecord": {
        **of_nobody("id", "institution", "case", "visit", "visited_on", "outcome"),
        **of_nobody("payroll_seen", "workers_found", "workers_declared"),
        **of_nobody("wage_gap_idr", "recorded_at", "replaces"),
        **_of(SAID, "place", "people_met", "differences"),
        **_of(WORK, "recorded_by"),
    },
    "compliance.TermOverlay": {
        **of_nobody("id", "institution", "region_code", "step", "days", "unit"),
        **of_nobody("basis", "from_on", "set_at"),
        **_of(WORK, "set_by"),
    },
    "compliance.PriorityRule": {
        **of_nobody("id", "institution", "year", "sector", "region_code", "kind"),
        **of_nobody("weight", "reason", "set_at", "ended_on"),
        **_of(WORK, "set_by"),
    },
}
