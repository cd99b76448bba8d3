"""A duty and a step of enforcement as readers see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from naungan.law.book import Book
from naungan.law.history.statement import SURE, basis, both
from naungan.law.obligation import Obligation
from naungan.law.source.entry import Entry
from naungan.law.step import Step
from naungan.law.terms import CONFIDENCE, UNCERTAIN_DATE, listed, shown, term
from naungan.law.words import Language, Words, day, words


_WHO: Final = words("Kewajiban", "Duty of")
_CLOCK: Final = words("Jangka waktu", "Term")
_FINDINGS: Final = words("Temuan bila dilanggar", "Findings when broken")
_CATEGORY: Final = words("Golongan bila dilanggar", "Class when broken")
_ACTOR: Final = words("Diambil oleh", "Taken by")
_AFTER: Final = words("sesudah salah satu dari", "after any one of")
_FIRST: Final = words("langkah pertama", "first step")
_LIFTED: Final = words("Selesai bila", "Closed when")
_LETTER: Final = words("Surat", "Letter")
_BY_OFFICE: Final = words("ditetapkan kantor", "set by the office")
NATURES: Final = {
    "may": words("boleh diambil", "may be taken"),
    "must": words("wajib diambil", "must be taken"),
    "beside": words("di samping tangga", "beside the ladder"),
}
ROLES: Final = {
    "bpjs": words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    "controller": words("pengendali data pribadi", "controller of personal data"),
    "service_unit": words("unit pelayanan publik", "public service unit"),
    "inspector": words("pengawas ketenagakerjaan", "labour inspector"),
    "prosecutor": words("jaksa pengacara negara", "state attorney"),
    "investigator": words("penyidik", "investigator"),
    "pupn": words("PUPN/KPKNL", "state receivables committee (PUPN/KPKNL)"),
    "participant": words("peserta", "participant"),
}
"""Who owes a duty or takes a step."""

EMPLOYERS: Final = {
    "company": words("perusahaan", "company"),
    "state_enterprise": words("BUMN", "state enterprise"),
    "regional_enterprise": words("BUMD", "regional enterprise"),
    "government": words("instansi pemerintah", "government office"),
    "foundation": words("yayasan", "foundation"),
    "cooperative": words("koperasi", "cooperative"),
    "association": words("perkumpulan", "association"),
    "village_enterprise": words("BUM Desa", "village enterprise"),
    "project": words("proyek konstruksi", "construction project"),
    "household": words("rumah tangga", "household"),
    "foreign": words("badan asing", "foreign body"),
}
"""Kinds of employers."""

TRACKS: Final = {
    "registration_and_data": words(
        "Jalur pendaftaran dan data", "Track of registration and data"
    ),
    "arrears": words("Jalur tunggakan iuran", "Track of unpaid contributions"),
}
"""The two ladders by their code."""


@dataclass(frozen=True)
class DutyShown:
    """An obligation with its articles and, where it has one, its term."""

    book: Book
    duty: Obligation

    def text(self, language: Language = "id") -> str:
        """Write the duty, who owes it, and since when which article says so."""
        return "\n".join(self._rows(language))

    def as_data(self) -> dict[str, Any]:
        """Give the duty as JSON has it."""
        one = self.duty
        return {
            "path": f"obligations/{one.code}",
            "title": {"id": one.title, "en": one.title_en},
            "who": one.who,
            "applies_to": list(one.applies_to),
            "scales": list(one.scales),
            "kinds": list(one.kinds),
            "findings": list(one.findings),
            "category": one.category,
            "clock": one.clock,
            "counts_from": both(one.counts_from) if one.counts_from else None,
            "legal_bases": [cited(self.book, each) for each in one.legal_bases],
            "notes": [note.text for note in one.notes],
            "checked_on": one.checked_on.isoformat(),
        }

    def _rows(self, language: Language) -> Iterator[str]:
        one = self.duty
        yield one.title if language == "id" else one.title_en
        yield f"  obligations/{one.code}"
        yield f"  {_WHO.text(language)}: {owed_by(one).text(language)}"
        if one.clock:
            yield f"  {_CLOCK.text(language)}: {self.clock().text(language)}"
        for heading, codes in ((_CATEGORY, (one.category,)), (_FINDINGS, one.findings)):
            if named := [code for code in codes if code]:
                yield f"  {heading.text(language)}: {', '.join(named)}"
        for each in one.legal_bases:
            yield f"  {since(self.book, each).text(language)}"
        for note in one.notes if language == "id" else ():
            yield f"  - {note.text}"

    def clock(self) -> Words:
        """Write the term with the act from which it runs; empty where there is none."""
        if self.duty.clock is None:
            return words("", "")
        said = term_of(self.book, self.duty.clock)
        if self.duty.counts_from is None:
            return said
        return words(
            "{term}, dihitung sejak {act}",
            "{term}, counted from {act}",
            term=said,
            act=self.duty.counts_from,
        )


@dataclass(frozen=True)
class StepShown:
    """A step of enforcement with what must precede it and what ends it."""

    book: Book
    step: Step

    def text(self, language: Language = "id") -> str:
        """Write who takes the step, after what, in which term, and its letter."""
        return "\n".join(self._rows(language))

    def as_data(self) -> dict[str, Any]:
        """Give the step as JSON has it."""
        one = self.step
        letter = one.letter
        return {
            "path": f"steps/{one.code}",
            "title": both(one.title),
            "order": one.order,
            "actor": one.actor,
            "nature": one.nature,
            "tracks": [
                {"track": at.track, "after": list(at.after), "begins": at.begins}
                for at in one.places
            ],
            "term": one.term,
            "take_within": one.take_within,
            "closed_by": [both(each) for each in one.closed_by],
            "letter": {
                "name": both(letter.name),
                "contents": [both(each) for each in letter.contents],
                "confidence": letter.confidence,
            }
            if letter
            else None,
            "legal_bases": [cited(self.book, each) for each in one.legal_bases],
            "notes": [note.text for note in one.notes],
            "checked_on": one.checked_on.isoformat(),
        }

    def _rows(self, language: Language) -> Iterator[str]:
        one = self.step
        yield one.title.text(language)
        yield f"  steps/{one.code}"
        nature = NATURES[one.nature].text(language)
        yield f"  {_ACTOR.text(language)}: {role(one.actor).text(language)} ({nature})"
        yield from (f"  {at.text(language)}" for at in self.places())
        if one.term:
            yield f"  {_CLOCK.text(language)}: {term_of(self.book, one.term).text(language)}"
        for each in one.closed_by:
            yield f"  {_LIFTED.text(language)}: {each.text(language)}"
        for basis_of in one.legal_bases:
            yield f"  {since(self.book, basis_of).text(language)}"
        if one.letter:
            sure = CONFIDENCE[one.letter.confidence].text(language)
            yield f"  {_LETTER.text(language)}: {one.letter.name.text(language)} ({sure})"
            yield from (f"    - {each.text(language)}" for each in one.letter.contents)
        for note in one.notes if language == "id" else ():
            yield f"  - {note.text}"

    def places(self) -> Iterator[Words]:
        """Write where the step stands on each of its tracks."""
        for at in self.step.places:
            before = [self.book.steps[code].title for code in at.after]
            starts = [_FIRST] if at.begins else []
            after = words("{a}: {b}", "{a}: {b}", a=_AFTER, b=listed(before))
            said = [*starts, *([after] if before else [])]
            yield words("{a}: {b}", "{a}: {b}", a=TRACKS[at.track], b=listed(said))


def owed_by(duty: Obligation) -> Words:
    """Say who owes a duty, and for which segments, scales and kinds of employers."""
    narrower = [term(code) for code in (*duty.applies_to, *duty.scales)]
    kinds = [EMPLOYERS[code] for code in duty.kinds]
    return listed([role(duty.who), *narrower, *kinds])


def role(code: str) -> Words:
    """Name who owes a duty or takes a step."""
    return ROLES.get(code) or term(code)


def term_of(book: Book, path: str) -> Words:
    """Write the newest value of a term with its path."""
    parameter = book.parameter(path)
    value = parameter.entries[-1].value
    said = _BY_OFFICE if value is None else shown(parameter.unit, value)
    return words("{said} ({path})", "{said} ({path})", said=said, path=path)


def since(book: Book, entry: Entry) -> Words:
    """Write an article with its first day and what is not sure about it."""
    why = [] if entry.confidence == SURE else [CONFIDENCE[entry.confidence]]
    if entry.date_uncertain:
        why.append(UNCERTAIN_DATE)
    doubt = words("; {why}", "; {why}", why=listed(why)) if why else ""
    return words(
        "{basis}, sejak {day}{doubt}",
        "{basis}, since {day}{doubt}",
        basis=basis(book, entry),
        day=day(entry.from_on),
        doubt=doubt,
    )


def cited(book: Book, entry: Entry) -> dict[str, Any]:
    """Give an article as JSON has it."""
    return {
        "from": entry.from_on.isoformat(),
        "to": entry.to_on.isoformat() if entry.to_on else None,
        "basis": basis(book, entry),
        "confidence": entry.confidence,
        "date_uncertain": entry.date_uncertain,
        "note": entry.note,
    }
