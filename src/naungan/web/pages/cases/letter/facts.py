"""What a case tells the letter of a step: findings, steps before, term, debt, mandate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from naungan.casework.collection import books
from naungan.casework.collection.books import Books
from naungan.casework.collection.gains import persons
from naungan.casework.collection.models import Instalment
from naungan.casework.compliance.models import Case, CaseFinding, Skk, StepTaken
from naungan.casework.compliance.queries.whole import Whole
from naungan.casework.compliance.states import ALIVE, COUNTED
from naungan.casework.correspondence.models import Letter
from naungan.law.book import enacted
from naungan.law.step import edges
from naungan.lib import regions
from naungan.lib.dates import format_date, month_label
from naungan.web.letters.facts import (
    Cited,
    Facts,
    Finding,
    Instalment as Promised,
    Mandate,
    Money,
    MonthOwed,
    Party,
    StepBefore,
    Term,
    Worker,
)
from naungan.web.persons.nik import grouped


OF_HOLDER: Final = ("official", "position", "number")
REGENCY: Final = 5  # signs of its code: 16.04
MATTER: Final = {
    "PWBD": "kewajiban mendaftar sebagai peserta jaminan sosial ketenagakerjaan yang belum dipenuhi",
    "PDS_TENAGA_KERJA": "pekerja yang belum seluruhnya didaftarkan pada jaminan sosial ketenagakerjaan",
    "PDS_UPAH": "upah pekerja yang dilaporkan kurang dari yang sebenarnya",
    "PDS_PROGRAM": "program jaminan sosial ketenagakerjaan yang belum seluruhnya diikuti",
    "MENUNGGAK": "tunggakan iuran jaminan sosial ketenagakerjaan beserta denda keterlambatannya",
}
"""What a mandate is about, by its class; whoever writes the letter may change it."""
OWN_TERM: Final = "tenggang yang kami tentukan"
"""What a letter calls a term whose length the law leaves to the officer."""


@dataclass(frozen=True)
class Owing:
    """What a case owes by its books, and which instalments were promised."""

    books: Books
    promised: tuple[Promised, ...]


def owing(cases: Sequence[int]) -> dict[int, Owing]:
    """Read what cases owe and promised, all by the same few statements."""
    promised: dict[int, list[Promised]] = defaultdict(list)
    for one in Instalment.objects.filter(case_id__in=cases, plan__state="running"):
        promised[one.case_id].append(Promised(one.due_on, one.amount_idr))
    kept = books.opened_all(cases)
    return {case: Owing(kept[case], tuple(promised[case])) for case in cases}


def facts_of(
    case: Case,
    whole: Whole,
    numbers: Mapping[int, str],
    step: str,
    term: Term | None,
    today: date,
    owed: Owing,
) -> Facts:
    """Gather what is known; letters speak Indonesian. `numbers` name letters of steps."""
    return Facts(
        employer=_employer(case),
        findings=tuple(_finding(one) for one in whole.findings),
        steps=tuple(
            _before(one, numbers)
            for one in whole.steps
            if one.step != step and one.state in COUNTED
        ),
        term=term,
        money=_money(owed.books, today),
        pledge=owed.promised,
        mandate=_mandate(whole.mandates),
        next_steps=tuple(_next(case.track, step)),
    )


def with_words(
    facts: Facts, told: Mapping[str, Any], of_mandate: Mapping[str, str]
) -> Facts:
    """Add what an officer wrote, of a mandate too: matter, court, and who holds it."""
    made = replace(facts, **told)
    wrote = {name: text for name, text in of_mandate.items() if text}
    if not wrote:
        return made
    held = made.mandate or Mandate()
    who: dict[str, Any] = {name: wrote.pop(name) for name in OF_HOLDER if name in wrote}
    what: dict[str, Any] = wrote
    if held.holder is not None:
        what = {**wrote, "holder": replace(held.holder, **who)}
    return replace(made, mandate=replace(held, **what))


def sent(letters: Iterable[Letter]) -> str:
    """Propose as evidence what was sent so far, one letter a line, the oldest first."""
    steps = enacted().steps
    return "\n".join(
        f"{steps[one.letter].title.text()} nomor {one.number}"
        f" tanggal {format_date(one.issued_on)}"
        for one in reversed(list(letters))
        if one.letter in steps and one.state not in ("unsigned", "void")
    )


def litigants(case: Case, mandates: Iterable[Skk]) -> str:
    """Propose who stands before the court: whoever gave the mandate, and the employer."""
    given = max(mandates, key=lambda one: (one.issued_on, one.pk), default=None)
    if given is None:
        return ""
    return (
        f"Penggugat: {given.institution.name}, diwakili Jaksa Pengacara Negara pada "
        f"{given.to.name}\nTergugat: {case.name}"
    )


def mandated(case: Case, mandates: Iterable[Skk]) -> dict[str, str]:
    """Propose what the newest mandate of a case covers, the court, and who holds it."""
    given = max(mandates, key=lambda one: (one.issued_on, one.pk), default=None)
    if given is None:
        return {}
    town = regions.town(case.region_code[:REGENCY])
    return {
        "matter": MATTER.get(given.category, ""),
        "court": f"Pengadilan Negeri {town}".strip(),
        "position": f"Kepala {given.to.name}",
    }


def concerned(
    findings: Iterable[CaseFinding], rows: Iterable[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Keep the workers whom the findings of a case are about, and nobody else."""
    held = list(findings)
    codes = {one.code for one in held}
    frozen = {number for one in held for number in persons(one.evidence)}
    return [
        row
        for row in rows
        if row["person_id"] in frozen
        or (not frozen and codes & set(str(row["codes"] or "").split("+")))
    ]


def annexed(facts: Facts, rows: Iterable[Mapping[str, Any]]) -> Facts:
    """Add the list of workers, as the snapshot's door gave them."""
    workers = tuple(
        Worker(
            name=row["name"] or "–",
            nik=grouped(row["nik"], unknown=""),
            place=_place(row),
            born=_year(row),
        )
        for row in rows
    )
    return replace(facts, workers=workers)


def term_of(words: Mapping[str, Any], ends_on: date | None) -> Term | None:
    """Give the term of a step in words; none where it has none."""
    if ends_on is None:
        return None
    return Term(str(words.get("id") or OWN_TERM), ends_on)


def _employer(case: Case) -> Party:
    code = case.village_code or case.region_code
    place = ", ".join(one.name for one in reversed(regions.chain(code)))
    return Party(
        name=case.name,
        address=(place,) if place else (),
        attention="Pimpinan",
        npp=case.npp,
        nib=case.nib,
    )


def _finding(one: CaseFinding) -> Finding:
    return Finding(
        sentence=one.sentence,
        seen=month_label(one.month) if one.month is not None else "",
        people=one.people,
        monthly_idr=one.monthly_idr or None,
        cited=tuple(_cited(row) for row in one.law),
    )


def _cited(row: Mapping[str, str]) -> Cited:
    return Cited(row.get("text", ""), row.get("confidence", ""))


def _before(one: StepTaken, numbers: Mapping[int, str]) -> StepBefore:
    known = enacted().steps.get(one.step)
    return StepBefore(
        code=one.step,
        title=known.title.text() if known else one.step,
        taken_on=one.taken_on,
        number=numbers.get(one.letter_id or 0, ""),
        ends_on=one.ends_on,
        outcome=one.closing_text.rstrip("."),
    )


def _money(kept: Books, today: date) -> Money | None:
    """Give the debt that stands, month by month, with its fine to the day."""
    standing = kept.standing
    if standing is None:
        return None
    months: dict[int, list[int]] = {}
    named: dict[int, list[str]] = {}
    for item in standing.ledger.lines.values():
        principal, fine = item.left_idr, item.fine_left_idr(today)
        if not principal + fine:
            continue
        held = months.setdefault(item.levy.month, [0, 0])
        held[0] += principal
        held[1] += fine
        named.setdefault(item.levy.month, []).append(item.levy.programme)
    owed = tuple(
        MonthOwed(month, principal, fine, ", ".join(sorted(set(named[month]))))
        for month, (principal, fine) in sorted(months.items())
    )
    return Money(owed, today) if owed else None


def _mandate(mandates: Sequence[Skk]) -> Mandate | None:
    alive = [one for one in mandates if one.state in ALIVE] or list(mandates)
    if not alive:
        return None
    one = alive[0]
    return Mandate(
        number=one.number,
        issued_on=one.issued_on,
        until_on=one.until_on,
        giver=Party(one.institution.name),
        holder=Party(one.to.name),
    )


def _next(track: str, step: str) -> list[str]:
    steps = enacted().steps
    follow = [after for before, after in edges(steps, track) if before == step]
    return [steps[code].title.text() for code in follow]


def _year(row: Mapping[str, Any]) -> str:
    """Give the year of birth alone, which tells two of one name apart."""
    day = row.get("birth_date")
    return str(day.year if isinstance(day, date) else row.get("birth_year") or "")


def _place(row: Mapping[str, Any]) -> str:
    found = (
        regions.by_code(regions.dotted(int(row["village_code"])))
        if row.get("village_code")
        else None
    )
    return found.name if found else ""
