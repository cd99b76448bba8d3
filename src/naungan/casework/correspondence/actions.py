"""Verbs of letters: issuing, signing, telling that one went out, voiding, letting read."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import access, numbering, papers, states
from naungan.casework.correspondence.models import (
    AgendaBook,
    Letter,
    LetterBatch,
    LetterHead,
)


SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that looks like another
CODE_LENGTH: Final = 12
ABOUT_LETTER: Final = ("letter", "template_version", "law_version", "doubts")


@dataclass(frozen=True)
class Wanted:
    """A letter to be written: by which template and book, about what, to whom.

    `about` is a kind and a number, such as ("case", 17). `awaits` tells that another
    than its maker must sign it. `doubts` tells how many of
    the articles that it cites were not read in the text itself.
    """

    letter: str
    book: str
    about: tuple[str, int]
    subject: str
    addressee: str
    template_version: str
    law_version: str
    doubts: int = 0
    replies_to: Letter | None = None
    readers: tuple[int, ...] = ()
    awaits: bool = False


@dataclass(frozen=True)
class Numbered:
    """What a letter bears once its turn has come: number, code of its proof, day."""

    number: str
    code: str
    on: date


@dataclass(frozen=True)
class Typeset:
    """A letter as it goes out, and what it was set from."""

    pdf: bytes
    content: bytes


Setting = Callable[[Sequence[Numbered]], Sequence[Typeset]]
"""What sets letters once their numbers are known, one for each number."""


def issue(*, by: Scope, wanted: Wanted, today: date, typeset: Setting) -> Letter:
    """Number a letter, set it, and keep it as it goes out."""
    return issue_all(by=by, wanted=[wanted], today=today, typeset=typeset)[0]


def issue_all(
    *,
    by: Scope,
    wanted: Sequence[Wanted],
    today: date,
    typeset: Setting,
    batch: LetterBatch | None = None,
) -> list[Letter]:
    """Number letters of one book one after the other, set them, and keep them.

    All stand or none; their numbers follow each other.
    """
    access.check_issues(by=by, on=today, today=today)
    access.check_some(len(wanted))
    office = _office_code(by)
    with transaction.atomic():
        book = numbering.locked_book(by.institution_id, wanted[0].book, today.year)
        serials = range(book.last + 1, book.last + 1 + len(wanted))
        numbered = [_numbered(book, office, serial, today) for serial in serials]
        made = typeset(numbered)
        letters = [
            _letter(by, book, batch, *one)
            for one in zip(wanted, serials, numbered, made, strict=True)
        ]
        Letter.objects.bulk_create(letters)
        AgendaBook.objects.filter(pk=book.pk).update(last=serials[-1])
        for one in letters:
            _record(by, "issue", one, number=one.number, sha256=one.sha256)
    return letters


def _office_code(by: Scope) -> str:
    found = LetterHead.objects.filter(institution_id=by.institution_id).first()
    return (found.office_code if found else "") or by.institution_code.upper()


def _numbered(book: AgendaBook, office: str, serial: int, on: date) -> Numbered:
    number = numbering.written(
        book.pattern, kind=book.kind, office=office, serial=serial, on=on
    )
    code = "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
    return Numbered(number[: numbering.LONGEST], code, on)


def _letter(
    by: Scope,
    book: AgendaBook,
    batch: LetterBatch | None,
    wanted: Wanted,
    serial: int,
    numbered: Numbered,
    made: Typeset,
) -> Letter:
    here = by.institution_id
    return Letter(
        institution_id=here,
        book=book,
        serial=serial,
        number=numbered.number,
        about_kind=wanted.about[0],
        about_id=wanted.about[1],
        subject=wanted.subject,
        addressee=wanted.addressee,
        issued_on=numbered.on,
        made_by_id=by.user_id,
        made_at=clock.stamp(numbered.on),
        code=numbered.code,
        sha256=papers.keep(institution_id=here, content=made.pdf),
        size=len(made.pdf),
        content_sha256=papers.keep(institution_id=here, content=made.content),
        readers=sorted(set(wanted.readers) - {here}),
        batch=batch,
        replies_to=wanted.replies_to,
        state="unsigned" if wanted.awaits else "issued",
        **{name: getattr(wanted, name) for name in ABOUT_LETTER},
    )


def sign(*, by: Scope, letter: Letter, on: date, today: date) -> Letter:
    """Write down that a letter was signed, on which day; from then on it counts."""
    access.check_signs(by=by, letter=letter, on=on, today=today)
    with transaction.atomic():
        held = _signed(letter, "sign", on, by.user_id)
        _record(by, "sign", held, number=held.number, on=f"{on}")
    return held


def unsign(*, by: Scope, letter: Letter, today: date) -> Letter:
    """Take a signature back that was written down in error, before the letter went out."""
    access.check_signs(by=by, letter=letter, on=today, today=today)
    with transaction.atomic():
        held = _signed(letter, "unsign", None, None)
        _record(by, "unsign", held, number=held.number)
    return held


def _signed(
    letter: Letter, verb: str, on: date | None, signed_by: int | None
) -> Letter:
    held = _locked(letter)
    states.check(held.state, verb)
    if verb == "unsign" and held.signed_on is None:
        raise ActRefused("Pembuat surat ini sendiri yang menandatanganinya.")
    held.state = states.TRANSITIONS[held.state, verb]
    held.signed_on, held.signed_by_id = on, signed_by
    held.save(update_fields=["state", "signed_on", "signed_by"])
    return held


def send(*, by: Scope, letter: Letter, on: date, way: str, today: date) -> None:
    """Write down that a letter went out, on which day and how."""
    access.check_own(by=by, letter=letter)
    access.check_sent(letter=letter, on=on, today=today)
    with transaction.atomic():
        locked = _locked(letter)
        states.check(locked.state, "send")
        locked.state, locked.sent_on, locked.sent_by = "sent", on, way.strip()
        locked.save(update_fields=["state", "sent_on", "sent_by"])
        _record(by, "send", locked, on=f"{on}")


def void(*, by: Scope, letter: Letter, reason: str) -> None:
    """Declare a letter void; its number stays taken and its proof says so."""
    access.check_own(by=by, letter=letter)
    access.check_reason(reason)
    with transaction.atomic():
        locked = _locked(letter)
        states.check(locked.state, "void")
        locked.state, locked.voided_at = "void", clock.stamp(clock.today())
        locked.void_reason = reason.strip()
        locked.save(update_fields=["state", "voided_at", "void_reason"])
        _record(by, "void", locked, number=locked.number, reason=reason.strip())


def let_read(*, by: Scope, about: tuple[str, int], institution_id: int) -> int:
    """Let another institution read one's letters about something; tell how many."""
    kind, number = about
    with transaction.atomic():
        found = Letter.objects.select_for_update().filter(
            institution_id=by.institution_id, about_kind=kind, about_id=number
        )
        changed = [one for one in found if institution_id not in one.readers]
        for one in changed:
            one.readers = sorted({*one.readers, institution_id})
        Letter.objects.bulk_update(changed, ["readers"])
        for one in changed:
            _record(by, "share", one, receiver=institution_id)
    return len(changed)


def set_head(*, by: Scope, **given: str) -> LetterHead:
    """Write what stands above and below one's institution's letters from now on."""
    check_power(by=by, power="set_letterhead")
    with transaction.atomic():
        head, _ = LetterHead.objects.update_or_create(
            institution_id=by.institution_id, defaults=given
        )
        act.record(by=by, verb="set", noun="letter_head", noun_id=head.pk)
    return head


def set_pattern(*, by: Scope, kind: str, pattern: str, today: date) -> AgendaBook:
    """Change how numbers of a book look from the next one on."""
    check_power(by=by, power="set_letterhead")
    numbering.check_pattern(pattern)
    with transaction.atomic():
        book = numbering.locked_book(by.institution_id, kind, today.year)
        before, book.pattern = book.pattern, pattern
        book.save(update_fields=["pattern"])
        act.record(
            by=by,
            verb="set",
            noun="agenda_book",
            noun_id=book.pk,
            before=before,
            pattern=pattern,
        )
    return book


def _locked(letter: Letter) -> Letter:
    return Letter.objects.select_for_update().get(pk=letter.pk)


def _record(by: Scope, verb: str, letter: Letter, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="letter",
        noun_id=letter.code,
        letter=letter.letter,
        **details,
    )
