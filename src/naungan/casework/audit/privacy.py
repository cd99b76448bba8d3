"""The fields of the two logs; they keep the act, never the data of who it was about."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


ACTED: Final = Held(
    "personal",
    "pertanggungjawaban atas setiap perbuatan",
    "acts",
    "tetap, menunjuk pada orang tanpa nama",
)
LOOKED: Final = Held(
    "personal",
    "pengawasan atas siapa melihat data siapa",
    "looks",
    "dipangkas per segel",
)

DECLARED: Final[Declared] = {
    "audit.Act": {
        **of_nobody("id", "institution", "verb", "noun", "previous_hash", "hash"),
        **dict.fromkeys(("at", "user", "noun_id", "details"), ACTED),
    },
    "audit.Look": {
        **of_nobody("id", "institution", "noun", "unmasked", "rows"),
        **dict.fromkeys(("at", "user", "noun_id", "purpose"), LOOKED),
    },
    "audit.Seal": of_nobody(
        *("id", "at", "looks", "first_look", "last_look"),
        *("content_hash", "previous_hash", "hash"),
    ),
}
