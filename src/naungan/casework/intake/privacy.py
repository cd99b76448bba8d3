"""The fields of what came in, of runs and publications, and of who is hidden."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


HIDDEN: Final = Held(
    "personal",
    "menyembunyikan orang yang minta dihapus, juga di potret lama",
    "acts",
    "tetap, karena tanpa ini orangnya terlihat lagi",
)

SENT: Final = Held(
    "personal",
    "siapa mengunggah, menyetujui, mencabut, memulai dan menerbitkan proses",
    "acts",
    "tetap, menunjuk pada orang tanpa nama",
)
FILE: Final = Held(
    "personal",
    "nama berkas seperti dikirim, untuk menemukannya kembali",
    "snapshots",
    "diganti nomor berkas",
)

DECLARED: Final[Declared] = {
    "intake.Publication": of_nobody(
        *("id", "region_code", "month", "run", "folder", "published_at"),
        *("invented", "sample", "remark", "law_version"),
    ),
    "intake.Series": of_nobody("id", "institution", "kind", "region_code", "label"),
    "intake.Batch": {
        **of_nobody("id", "series", "institution", "number", "mode", "state", "size"),
        **of_nobody("sha256", "month", "mapping", "counts", "messages", "returned"),
        **of_nobody("fault", "trying_since", "tried_at", "received_at", "reason"),
        **of_nobody("submitted_at", "decided_at", "ended_at", "removed_at"),
        **dict.fromkeys(("received_by", "submitted_by"), SENT),
        **dict.fromkeys(("decided_by", "ended_by"), SENT),
        "name": FILE,
    },
    "intake.Mapping": {
        **of_nobody("id", "institution", "kind", "fingerprint", "mapping", "used_at"),
        "used_by": SENT,
    },
    "intake.Run": {
        **of_nobody("id", "region_code", "month", "state", "cause", "fraction"),
        **of_nobody("sentence", "fault", "institution", "queued_at", "started_at"),
        **of_nobody("ended_at", "cancel_asked_at", "attempt", "fingerprint"),
        **of_nobody("publication", "inputs", "folder", "held", "held_at"),
        **of_nobody("decided_at", "reason"),
        **dict.fromkeys(("asked_by", "cancel_asked_by", "decided_by"), SENT),
    },
    "intake.Tombstone": {
        **of_nobody("id", "region_code"),
        **dict.fromkeys(("person_id", "at", "reason"), HIDDEN),
    },
}
