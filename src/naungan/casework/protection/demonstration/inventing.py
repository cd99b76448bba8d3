"""The list that a village is writing on the day of the story, with what real ones have."""

from datetime import date
from typing import Final

from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.protection.actions.lists import Proposed
from naungan.lib import identity_numbers


AREA: Final = int(VILLAGE.replace(".", "")[:6])
WOMEN: Final = "Siti Aminah,Nur Hayati,Rosmala,Yunita Sari,Marlina,Ernawati,Sumiati"
MEN: Final = "Ahmad Rifai,Zainal Abidin,Herman,Sarkowi,Burhanuddin,Edi Susanto,Rustam"
WORK: Final = ("buruh tani", "penyadap karet", "tukang ojek", "penjahit", "pedagang")


def people() -> list[Proposed]:
    """Invent a list with somebody too old, a slip of the pen, and one person twice."""
    names = [*WOMEN.split(","), *MEN.split(",")]
    good = [_person(place, name) for place, name in enumerate(names)]
    too_old = _person(90, "Jamilah", born=date(1955, 3, 4))
    slip = Proposed(nik="16041012", name="Nurdin", birth_date=date(1980, 1, 2), sex="M")
    return [*good, too_old, slip, good[2]]


def _person(place: int, name: str, born: date | None = None) -> Proposed:
    day = born or date(1972 + place, 1 + place % 12, 1 + place * 2 % 28)
    sex: identity_numbers.Sex = "F" if name in WOMEN or born else "M"
    nik = identity_numbers.invented(AREA, day, sex, 9200 + place)
    return Proposed(
        nik=identity_numbers.nik_text(nik),
        name=f"{name} (rekaan)",
        birth_date=day,
        sex=sex,
        occupation=WORK[place % len(WORK)],
        reason="Diusulkan musyawarah desa",
    )
