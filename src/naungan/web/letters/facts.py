"""What a letter is told: plain facts of a case or a scheme, as they stood that day.

Whoever issues a letter gathers them; a letter says only what is here. Every field may
be left out: what a letter must say and is not told is named before it gets a number.
Amounts are whole rupiah; months are month indexes (year * 12 + month - 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Party:
    """Somebody in a letter: an employer, an institution, an official.

    `attention` is to whom at the party a letter goes ("Pimpinan", "Kepala"), `official`
    who acts for it, with `position` and `number` of that person.
    """

    name: str
    address: tuple[str, ...] = ()
    attention: str = ""
    npp: str = ""
    nib: str = ""
    position: str = ""
    number: str = ""
    official: str = ""


@dataclass(frozen=True)
class Cited:
    """An article as it may be cited that day, and whether its text was read.

    `confidence` is VERIFIED, SINGLE or MEMORY, as the law's own files say.
    """

    text: str
    confidence: str = "VERIFIED"

    @property
    def is_sure(self) -> bool:
        """Tell whether the article may be cited without a mark of doubt."""
        return self.confidence in ("VERIFIED", "LOCAL")


@dataclass(frozen=True)
class Finding:
    """A duty that was broken: in a sentence, since when, for how many, by what law.

    `seen` is the month of the data that show it, which is not when it began.
    """

    sentence: str
    since: str = ""
    people: int | None = None
    monthly_idr: int | None = None
    cited: tuple[Cited, ...] = ()
    seen: str = ""


@dataclass(frozen=True)
class StepBefore:
    """A step that was taken before: its code, words, number and day of its letter."""

    code: str
    title: str
    taken_on: date
    number: str = ""
    ends_on: date | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Term:
    """How long the addressee has: in words ("10 hari kerja") and to which day."""

    text: str
    ends_on: date


@dataclass(frozen=True)
class MonthOwed:
    """One month that was not paid."""

    month: int
    principal_idr: int
    fine_idr: int = 0
    programmes: str = ""


@dataclass(frozen=True)
class Money:
    """What is owed, month by month, with the late fine up to a day."""

    months: tuple[MonthOwed, ...]
    fine_until: date

    @property
    def principal_idr(self) -> int:
        """Sum the contributions."""
        return sum(one.principal_idr for one in self.months)

    @property
    def fine_idr(self) -> int:
        """Sum the late fines."""
        return sum(one.fine_idr for one in self.months)

    @property
    def total_idr(self) -> int:
        """Sum contributions and late fines."""
        return self.principal_idr + self.fine_idr


@dataclass(frozen=True)
class AdministrativeFine:
    """An administrative fine: of what, at which rate in words, and how much."""

    base_idr: int
    rate: str
    amount_idr: int


@dataclass(frozen=True)
class Instalment:
    """One payment of a promise."""

    due_on: date
    amount_idr: int


@dataclass(frozen=True)
class Mandate:
    """A special power of attorney: its number and days, and what it covers."""

    number: str = ""
    issued_on: date | None = None
    giver: Party | None = None
    holder: Party | None = None
    matter: str = ""
    court: str = ""
    until_on: date | None = None


@dataclass(frozen=True)
class Appearance:
    """When and where somebody is asked to appear."""

    on: date
    time: str
    place: str
    bring: tuple[str, ...] = ()


@dataclass(frozen=True)
class Worker:
    """A person named in an annex; `nik` comes as it may be shown, usually masked.

    `born` is the year of birth; `place` the village.
    """

    name: str
    nik: str = ""
    position: str = ""
    place: str = ""
    note: str = ""
    born: str = ""


@dataclass(frozen=True)
class Meeting:
    """A village meeting: when, where, who led it, how many came, what it is about."""

    on: date
    place: str
    leader: str = ""
    attended: int | None = None
    village: str = ""
    scheme: str = ""
    quota: int | None = None
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claimed:
    """A claim: who, what happened, what is paid for it, and how it was handed over.

    `parts` are the amounts that make the total, each with its words.
    """

    person: str
    nik: str
    event: str
    event_on: date
    programme: str
    funder: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    paid_on: date | None = None
    held_on: date | None = None
    place: str = ""
    occasion: str = ""
    official: str = ""
    receiver: str = ""

    @property
    def total_idr(self) -> int:
        """Sum the parts."""
        return sum(amount for _, amount in self.parts)


@dataclass(frozen=True)
class Consent:
    """What a party that was asked said of a version: by whom, when, of which hash.

    All but the party is empty while it has not answered; `reason` is its objection.
    """

    party: str
    official: str = ""
    moment: datetime | None = None
    sha256: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Gathering:
    """A meeting of institutions, as plain data that may be kept and approved.

    `content` is what `coordination.gathering` gathers, or what a pack is made of;
    `version` and `sha256` are those of minutes that were put forward, `consents` what
    each party that was asked said of them.
    """

    content: Mapping[str, Any]
    version: int = 0
    sha256: str = ""
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Everything that a letter may be told; see `web/letters/texts` for who needs what.

    `to` is the addressee where it is not the employer. Tuples of texts are points of
    a list. `signer` and `countersigners` stand where the letterhead's signer would
    not do.
    """

    employer: Party | None = None
    to: Party | None = None
    findings: tuple[Finding, ...] = ()
    steps: tuple[StepBefore, ...] = ()
    term: Term | None = None
    money: Money | None = None
    fine: AdministrativeFine | None = None
    pledge: tuple[Instalment, ...] = ()
    mandate: Mandate | None = None
    appearance: Appearance | None = None
    meeting: Meeting | None = None
    claimed: Claimed | None = None
    gathering: Gathering | None = None
    workers: tuple[Worker, ...] = ()
    next_steps: tuple[str, ...] = ()
    examined: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    coordination: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    recommendation: str = ""
    court_parties: tuple[str, ...] = ()
    reason: str = ""
    remark: str = ""
    copies: tuple[str, ...] = ()
    signer: Party | None = None
    countersigners: tuple[Party, ...] = field(default=())
