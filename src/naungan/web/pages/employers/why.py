"""Mengapa?: why a finding stands, in five parts that are always the same."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _, ngettext

from naungan.casework.intake.employers import One, Reasons, sentence
from naungan.lib.numbers import format_number, format_signed
from naungan.web.language import spoken
from naungan.web.letters.law_cited import bracketed
from naungan.web.pages.employers import words
from naungan.web.pages.employers.presenter import Badge, badge, rupiah
from naungan.web.persons.born import born
from naungan.web.persons.nik import grouped


Row = dict[str, Any]

ABOUT_WORKERS: Final = ("unregistered_employer", "partial_workers")
"""Findings that concern some of the workers whom lists name."""
HALF: Final = 100  # units from the middle of a bar to its end
LONGEST_BITS: Final = 20.0


@dataclass(frozen=True)
class Term:
    """One line of a sum; the result is told apart."""

    label: str
    value: str
    is_result: bool = False


@dataclass(frozen=True)
class Bar:
    """A weight as a bar to the left or the right of zero, in units of a drawing."""

    label: str
    text: str
    start: int
    width: int
    tone: str


@dataclass(frozen=True)
class Basis:
    """An article, and how unsure its text is; empty where it was read."""

    text: str
    article: str
    doubt: str


@dataclass(frozen=True)
class Why:
    """The five parts about one finding."""

    finding: Badge
    question: str
    sentence: str
    calculation: list[Term]
    sources: list[tuple[str, str, str]]
    person: str
    person_id: int | None
    person_rows: list[tuple[str, str, str]]
    concerned: int
    bars: list[Bar]
    money: list[Term]
    bases: list[Basis]

    @property
    def is_weighed(self) -> bool:
        """Tell whether any match was made by weights, not by a number."""
        return any(bar.width for bar in self.bars)


def present(one: One, finding: Row, found: Reasons) -> Why:
    """Arrange what a finding rests on."""
    person = found.person
    return Why(
        finding=badge(finding["code"]),
        question=ngettext(
            "Mengapa %(count)s orang?", "Mengapa %(count)s orang?", finding["people"]
        )
        % {"count": format_number(finding["people"])},
        sentence=sentence(finding["sentence"]).text(spoken()),
        calculation=_calculation(one, finding),
        sources=[_source(row, _written(row)) for row in one.rows],
        person=person["name"] or "–" if person else "",
        person_id=person["person_id"] if person else None,
        person_rows=[_source(row, _identity(row)) for row in found.rows],
        concerned=found.concerned,
        bars=[_bar(link) for link in one.links],
        money=_money(finding),
        bases=[_basis(row) for row in found.bases],
    )


def _calculation(one: One, finding: Row) -> list[Term]:
    """Say how the count comes about, as a sum where workers are named."""
    people, known = finding["people"], one.counted["people"]
    declared = one.employer["declared_workers"]
    terms = []
    if declared is not None:
        terms.append(Term(_("Dilaporkan sendiri"), format_number(declared)))
    if finding["code"] in ABOUT_WORKERS and known >= people:
        said = _("Dikenal bekerja di sini menurut daftar")
        terms.append(Term(said, format_number(known)))
        rest = f"−{format_number(known - people)}"
        terms.append(Term(_("Tidak menjadi soal"), rest))
    result = words.word(words.RESULT, finding["code"])
    terms.append(Term(result, format_number(people), is_result=True))
    return [*terms, *_grades(one, finding)]


def _grades(one: One, finding: Row) -> list[Term]:
    """Say what else was judged: arrears, registration, how grave, how sure."""
    months = finding.get("months_in_arrears")
    registration = words.word(words.REGISTRATION, one.employer["registration"])
    terms = [
        Term(_("Pendaftaran"), registration),
        Term(_("Berat"), words.word(words.GRADE, finding["severity"])),
        Term(_("Keyakinan"), words.word(words.GRADE, finding["confidence"])),
    ]
    if months:
        terms.insert(0, Term(_("Bulan belum dibayar"), format_number(months)))
    return terms


def _money(finding: Row) -> list[Term]:
    monthly, people = finding["monthly_idr"], finding["people"]
    if not monthly:
        return []
    terms = [Term(_("Sebulan, semua orang"), rupiah(monthly), is_result=True)]
    if people:
        terms.insert(0, Term(_("Rata-rata per orang"), rupiah(monthly // people)))
    return terms


def _source(row: Row, written: str) -> tuple[str, str, str]:
    return row["file"], format_number(row["line"]), written


def _written(row: Row) -> str:
    ids = [
        f"NIB {row['nib']}" if row["nib"] else "",
        f"NPP {row['npp']}" if row["npp"] else "",
    ]
    return ", ".join(part for part in (row["name"] or "–", *ids) if part)


def _identity(row: Row) -> str:
    parts = (
        row["name"] or "–",
        born(row, unknown=""),
        grouped(row["nik"] or row["nik_written"], unknown=""),
    )
    return ", ".join(part for part in parts if part)


def _bar(link: Row) -> Bar:
    """Draw how sure the match with a registration is, around even odds."""
    how = f"NPP {link['npp']}: {words.word(words.METHOD, link['method'])}"
    weight = link["weight"]
    if weight is None:
        return Bar(how, words.word(words.BAND, link["band"]), HALF, 0, "good")
    width = round(min(abs(weight), LONGEST_BITS) / LONGEST_BITS * HALF)
    text = format_signed(Decimal(str(weight)))
    start = HALF if weight >= 0 else HALF - width
    return Bar(how, text, start, width, "for" if weight >= 0 else "against")


def _basis(row: Row) -> Basis:
    doubt = (
        str(words.DOUBT[row["confidence"]]) if row["confidence"] in words.DOUBT else ""
    )
    return Basis(row["short"], bracketed(row["article"], spoken()), doubt)
