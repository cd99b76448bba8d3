"""The fields of publications and of people who are hidden in them."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


HIDDEN: Final = Held(
    "personal",
    "menyembunyikan orang yang minta dihapus, juga di potret lama",
    "acts",
    "tetap, karena tanpa ini orangnya terlihat lagi",
)

DECLARED: Final[Declared] = {
    "intake.Publication": of_nobody(
        *("id", "region_code", "month", "run", "folder", "published_at"),
        *("invented", "sample", "remark", "law_version"),
    ),
    "intake.Tombstone": {
        **of_nobody("id", "region_code"),
        **dict.fromkeys(("person_id", "at", "reason"), HIDDEN),
    },
}
