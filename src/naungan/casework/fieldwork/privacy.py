"""The fields of field work: who was visited by whom, and what they said."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


WORKER: Final = Held(
    "personal",
    "menemui pekerja yang belum terlindungi",
    "fieldwork",
    "kunjungannya dihapus, lalu penugasannya",
)
SAID: Final = Held(
    "personal", "mengetahui hasil kunjungan lapangan", "fieldwork", "dihapus"
)
WORK: Final = Held(
    "personal",
    "siapa menugaskan dan siapa mengunjungi",
    "fieldwork",
    "tetap, menunjuk pada orang tanpa nama",
)

DECLARED: Final[Declared] = {
    "fieldwork.Dispatch": {
        **of_nobody("id", "institution", "region_code", "due_on", "assigned_at"),
        **dict.fromkeys(("officer", "assigned_by"), WORK),
    },
    "fieldwork.Assignment": {
        **of_nobody("id", "institution", "dispatch", "series", "ended_at"),
        **dict.fromkeys(("person_id", "village_code", "status_then", "state"), WORKER),
    },
    "fieldwork.Visit": {
        **of_nobody("id", "institution", "assignment", "recorded_at", "replaces"),
        **dict.fromkeys(("visited_on", "outcome", "proof", "note"), SAID),
        "recorded_by": WORK,
    },
}
