"""Sharing rules between the invented offices of the demonstration."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.casework import act
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.sharing.models import Sharing


AGREEMENT: Final = "PKS 1/2024 (rekaan)"
FROM_ON: Final = date(2024, 1, 2)
UNTIL_ON: Final = date(2033, 12, 31)
PERSON: Final = ("birth_date", "employer", "nik", "sex")


@dataclass(frozen=True)
class Agreed:
    """Which kind of office lets which other kind see what of its people, and why."""

    giver: str
    receiver: str
    columns: tuple[str, ...]
    purpose: str


AGREED: Final = (
    Agreed("dpmd", "bpjs_branch", PERSON, "memadankan pekerja rentan desa"),
    Agreed("dpmd", "village", PERSON, "memeriksa daftar desa sendiri"),
    Agreed("dpmd", "disnaker", ("nik", "birth_date"), "mencegah pendanaan ganda"),
    Agreed("disnaker", "bpjs_branch", PERSON, "memadankan pekerja perusahaan"),
    Agreed("disnaker", "inspectorate", PERSON, "memeriksa kepatuhan pemberi kerja"),
    Agreed("disnaker", "dpmd", ("nik", "birth_date"), "mencegah pendanaan ganda"),
    Agreed("bpjs_branch", "inspectorate", PERSON, "memeriksa kepatuhan pemberi kerja"),
)


def share_in(region_code: str) -> int:
    """Give the rules that are missing between a region's offices; give how many."""
    made = 0
    for one in AGREED:
        givers = Institution.objects.filter(kind=one.giver, region_code=region_code)
        for giver in givers:
            # Only the giver writes its rules, also where nobody is at work.
            scope.tell(None, giver.pk, every=True)
            rule, is_new = Sharing.objects.get_or_create(
                institution=giver,
                receiver_kind=one.receiver,
                agreement=AGREEMENT,
                defaults={
                    "region_code": region_code,
                    "columns": list(one.columns),
                    "purpose": one.purpose,
                    "from_on": FROM_ON,
                    "until_on": UNTIL_ON,
                },
            )
            if is_new:
                act.record(by=None, verb="invent", noun="sharing", noun_id=rule.pk)
            made += is_new
    scope.tell(None, None, every=True)
    return made
