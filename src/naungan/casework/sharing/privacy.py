"""The fields of sharing rules."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


GIVEN: Final = Held(
    "personal",
    "siapa memberi dan mengakhiri aturan berbagi",
    "acts",
    "tetap, menunjuk pada orang tanpa nama",
)

DECLARED: Final[Declared] = {
    "sharing.Sharing": {
        **of_nobody("id", "institution", "receiver", "receiver_kind", "region_code"),
        **of_nobody("columns", "purpose", "agreement", "from_on", "until_on"),
        **of_nobody("given_at", "ended_at"),
        **dict.fromkeys(("given_by", "ended_by"), GIVEN),
    },
}
