"""What a claim is about, who told of it, and who is left behind: codes with words."""

from typing import Final

from naungan.casework.intake.states import State
from naungan.casework.protection.funds import FUNDS


EVENTS: Final = (
    State("death_other", "meninggal bukan karena kerja", "death not from work"),
    State("death_work", "meninggal karena kerja", "death from work"),
    State("accident", "kecelakaan atau penyakit kerja", "accident or illness of work"),
)
"""What happened."""

PROGRAMMES: Final = {"death_other": "JKM", "death_work": "JKK", "accident": "JKK"}
"""Which programme pays for what happened."""

DEATHS: Final = ("death_other", "death_work")
"""Events that leave heirs."""

TELLERS: Final = (
    State("family", "keluarga", "the family"),
    State("village", "perangkat desa", "the village"),
    State("employer", "pemberi kerja", "the employer"),
    State("hospital", "rumah sakit", "a hospital"),
    State("officer", "petugas BPJS Ketenagakerjaan", "an officer of BPJS"),
    State("other", "orang lain", "somebody else"),
)
"""Who told of it."""

RELATIONS: Final = (
    State("spouse", "istri atau suami", "wife or husband"),
    State("child", "anak", "child"),
    State("parent", "orang tua", "parent"),
    State("grandchild", "cucu", "grandchild"),
    State("grandparent", "kakek atau nenek", "grandparent"),
    State("sibling", "saudara kandung", "brother or sister"),
    State("in_law", "mertua", "parent-in-law"),
    State("named", "ditunjuk dalam wasiat", "named in a will"),
    State("other", "yang mengurus pemakaman", "whoever buries"),
)
"""What somebody is to the dead."""

_OTHER_FUNDS: Final = (
    State("employer", "pemberi kerja", "the employer"),
    State("unknown", "belum diketahui", "not yet known"),
)
FUNDERS: Final = {
    **{one.code: one.label for one in FUNDS.values()},
    **{one.code: one.label for one in _OTHER_FUNDS},
}
"""Who paid the contribution of the month of the event."""


def choices(states: tuple[State, ...]) -> list[tuple[str, str]]:
    """Give codes with their words as the framework wants them."""
    return [(one.code, one.label) for one in states]


def label(states: tuple[State, ...], code: str, language: str = "id") -> str:
    """Say a code in words; one that is not there stays as it is."""
    for one in states:
        if one.code == code:
            return one.label_en if language == "en" else one.label
    return code
