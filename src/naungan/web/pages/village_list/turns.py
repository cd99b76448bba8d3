"""What waits in schemes for whoever looks: a line each, with the way to do it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.queries import turns
from naungan.casework.protection.queries.turns import Turn
from naungan.lib.numbers import format_number
from naungan.web.navigation import is_village


@dataclass(frozen=True)
class Line:
    """One thing that waits: what, in which scheme, and where it is done."""

    said: str
    scheme: str
    address: str


def lines(scope: Scope) -> list[Line]:
    """Say everything that waits for one's own desk, as many as the navigation counts."""
    found = turns.turns(scope, village=is_village(scope))
    return [Line(_said(one), one.name, _address(scope, one)) for one in found]


def _said(one: Turn) -> str:
    n = one.many
    if one.code == "proposed":
        said = ngettext(
            "%(n)s desa meneruskan usulan", "%(n)s desa meneruskan usulan", n
        )
    elif one.code == "budget":
        said = ngettext(
            "%(n)s orang ditetapkan, belum dianggarkan",
            "%(n)s orang ditetapkan, belum dianggarkan",
            n,
        )
    elif one.code == "enrol":
        said = ngettext(
            "%(n)s orang teranggarkan, belum terdaftar",
            "%(n)s orang teranggarkan, belum terdaftar",
            n,
        )
    elif one.code == "bill":
        said = ngettext(
            "%(n)s orang terdaftar, belum ditagih",
            "%(n)s orang terdaftar, belum ditagih",
            n,
        )
    elif one.code == "pay":
        said = ngettext("%(n)s tagihan belum dibayar", "%(n)s tagihan belum dibayar", n)
    else:
        said = _of_village(one)
    return said % {"n": format_number(n)}


def _of_village(one: Turn) -> str:
    if one.code == "mend":
        return ngettext(
            "%(n)s orang perlu diperbaiki", "%(n)s orang perlu diperbaiki", one.many
        )
    if one.code == "refused":
        return ngettext(
            "%(n)s orang ditolak BPJS Ketenagakerjaan",
            "%(n)s orang ditolak BPJS Ketenagakerjaan",
            one.many,
        )
    if one.code == "sign":
        return ngettext(
            "%(n)s berita acara menunggu tanda tangan Anda",
            "%(n)s berita acara menunggu tanda tangan Anda",
            one.many,
        )
    return ngettext("%(n)s usulan dikembalikan", "%(n)s usulan dikembalikan", one.many)


def _address(scope: Scope, one: Turn) -> str:
    number, village = one.number, scope.region_code
    if one.code == "proposed":
        return reverse("schemes.submissions", args=[number]) + "?keadaan=forwarded"
    if one.code == "enrol":
        return reverse("schemes.enrolments", args=[number])
    if one.code in ("budget", "bill", "pay"):
        return reverse("schemes.money", args=[number])
    if one.code == "sign":
        return reverse("village_list.forward", args=[number, village])
    listed = reverse("village_list.village", args=[number, village])
    states = {"mend": "flagged", "refused": "refused"}
    return f"{listed}?keadaan={states[one.code]}" if one.code in states else listed
