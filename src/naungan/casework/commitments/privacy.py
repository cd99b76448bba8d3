"""The fields of promises: who promised, in which office, and who wrote it down."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


OWNER: Final = Held(
    "personal",
    "mengetahui pejabat yang menjanjikan, dalam jabatannya",
    "promises",
    "tetap; menunjuk jabatan, bukan urusan pribadi",
)
WORK: Final = Held(
    "personal",
    "siapa mencatat dan menyatakan",
    "promises",
    "tetap, menunjuk pada orang tanpa nama",
)
OF_PROMISE: Final = ("id", "commitment", "institution")

DECLARED: Final[Declared] = {
    "commitments.Commitment": {
        **of_nobody("id", "institution", "event", "recommendation", "region_code"),
        **of_nobody("owner_institution", "owner_name", "extent", "promised_on"),
        **of_nobody("due_on", "first_due_on", "due_words", "indicator", "direction"),
        **of_nobody("baseline", "baseline_on", "target", "reads_as", "state"),
        **of_nobody("closed_on", "closing_text", "replaced_by", "made_at"),
        **of_nobody("client_key", "value", "value_of", "as_of", "is_met", "told"),
        **of_nobody("waits_on", "verdict", "what", "met_on", "came_late"),
        **dict.fromkeys(("owner_person", "words"), OWNER),
        "made_by": WORK,
    },
    "commitments.Activity": {
        **of_nobody(*OF_PROMISE, "what", "due_on", "state", "done_on", "made_at"),
        "owner_name": OWNER,
        "made_by": WORK,
    },
    "commitments.Evidence": {
        **of_nobody(*OF_PROMISE, "kind", "text", "url", "paper_sha256", "paper_name"),
        **of_nobody("paper_mime", "added_at"),
        "added_by": WORK,
    },
    "commitments.Claim": {
        **of_nobody(*OF_PROMISE, "claimed_on", "status", "value", "words"),
        **of_nobody("waits_on", "recorded_at"),
        "name": OWNER,
        "recorded_by": WORK,
    },
    "commitments.Measurement": of_nobody(
        *OF_PROMISE,
        *("publication", "measured_on", "read_at", "as_of", "value", "of", "parts"),
        *("question", "sha256"),
    ),
    "commitments.Reminder": of_nobody(
        *OF_PROMISE, "kind", "due_on", "noted_on", "sent_at", "people"
    ),
    "commitments.Sight": of_nobody(
        *("id", "viewer", "commitment", "state", "year", "due_on", "owner"),
        *("region_code", "waits_for", "is_met", "came_late", "is_open_ended"),
        "began_met",
        "is_contradicted",
    ),
    "commitments.Revision": {
        **of_nobody(*OF_PROMISE, "verb", "changed", "reason", "at"),
        "by": WORK,
    },
}
