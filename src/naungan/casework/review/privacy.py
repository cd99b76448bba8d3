"""The fields of verdicts."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


PAIR: Final = Held(
    "personal",
    "putusan petugas tentang pasangan ini dipakai setiap proses",
    "verdicts",
    "dihapus; pasangannya kembali ke antrian",
)
DECIDER: Final = Held(
    "personal", "siapa memutus, untuk lembaga mana", "verdicts", "dihapus"
)

DECLARED: Final[Declared] = {
    "review.Verdict": {
        **of_nobody("id", "region_code", "run", "subject", "institution", "undoes"),
        **dict.fromkeys(("place_code", "number", "partner", "sources"), PAIR),
        **dict.fromkeys(("kind", "note"), PAIR),
        **dict.fromkeys(("decided_by", "decided_at"), DECIDER),
    },
}
