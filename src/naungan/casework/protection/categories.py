"""Who a scheme is for."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Category:
    """A group of people: its words, and how the law calls their work.

    With rosters they stand on lists of their own, as those of polling stations.
    """

    code: str
    label: str
    occupation: str = "other"
    has_rosters: bool = False


CATEGORIES: Final = {
    one.code: one
    for one in (
        Category("vulnerable", _("Pekerja rentan")),
        Category("extreme_poor", _("Pekerja miskin ekstrem")),
        Category("palm_farmer", _("Pekebun sawit"), "palm_farmer"),
        Category("tobacco_farmer", _("Petani dan buruh tembakau"), "tobacco_farmer"),
        Category("farmer", _("Petani"), "farmer"),
        Category("fisher", _("Nelayan"), "fisher"),
        Category("rt_rw_bhp", _("RT, RW, dan BHP"), "rt_rw"),
        Category("village_officer", _("Perangkat desa"), "village_official"),
        Category("election_officer", _("Petugas pemilihan"), has_rosters=True),
        Category("non_asn", _("Pegawai non-ASN")),
        Category("health_cadre", _("Kader kesehatan"), "health_cadre"),
        Category("religious_worker", _("Pekerja keagamaan"), "religious_worker"),
        Category("disabled", _("Pekerja penyandang disabilitas")),
        Category("trader", _("Pedagang dan usaha mikro"), "trader"),
        Category("construction", _("Pekerja konstruksi harian"), "construction_worker"),
        Category("informal", _("Pekerja informal lain")),
    )
}
"""Every category by its code; `occupation` is a code of the law's questions."""
