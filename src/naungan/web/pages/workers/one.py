"""One person's rows on lists and memberships, as their page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext

from naungan.lib.identity_numbers import mask_kpj
from naungan.lib.programmes import BITS
from naungan.web.pages.workers.presenter import NOBODY, Row, month, nik, place
from naungan.web.persons.born import born


@dataclass(frozen=True)
class SourceLine:
    """One row of a file that named the person, as it was written."""

    place: str
    name: str
    nik: str
    born: str
    village: str
    list: str


def source(row: Row) -> SourceLine:
    """Arrange one source row."""
    return SourceLine(
        place=gettext("%(file)s, baris %(row)s")
        % {"file": row["file"], "row": row["row"]},
        name=row["name"] or NOBODY,
        nik=row.get("nik_written") or nik(row),
        born=born(row),
        village=place(row["village_code"]),
        list=row.get("source") or NOBODY,
    )


@dataclass(frozen=True)
class MembershipLine:
    """One membership that belongs, or may belong, to the person."""

    kpj: str
    name: str
    is_sure: bool
    programmes: str
    paid_through: str
    state: str
    place: str


def membership(link: Row) -> MembershipLine:
    """Arrange one link with the membership it leads to."""
    return MembershipLine(
        kpj=mask_kpj(link.get("kpj") or NOBODY),
        name=link.get("name") or NOBODY,
        is_sure=link.get("band") == "linked",
        programmes=programmes(link.get("programmes")),
        paid_through=month(link.get("paid_through")),
        state=link.get("status") or NOBODY,
        place=gettext("%(file)s, baris %(row)s")
        % {"file": link.get("file"), "row": link.get("row")},
    )


def programmes(total_of: int | None) -> str:
    """Name the programmes that a sum of their numbers stands for."""
    if not total_of:
        return NOBODY
    return ", ".join(code for code, bit in BITS.items() if total_of & bit)
