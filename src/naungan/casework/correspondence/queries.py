"""What pages ask about letters; the scope is always given."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence.access import signers
from naungan.casework.correspondence.models import (
    AgendaBook,
    Letter,
    LetterBatch,
    LetterHead,
)


CODE_LENGTH: Final = 16


@dataclass(frozen=True)
class Sought:
    """Which letters a list shows; `word` is looked for in number, subject, addressee."""

    word: str = ""
    letter: str = ""
    state: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Proof:
    """What anybody who holds a letter may know of it."""

    number: str
    letter: str
    issued_on: date
    institution: str
    state: str
    sha256: str


def letters(scope: Scope) -> QuerySet[Letter]:
    """Give the letters of one's institution and those that it may read, newest first."""
    here = scope.institution_id
    return (
        Letter.objects.filter(Q(institution_id=here) | Q(readers__contains=[here]))
        .select_related("institution", "made_by")
        .order_by("-issued_on", "-pk")
    )


def found(scope: Scope, sought: Sought) -> QuerySet[Letter]:
    """Give the letters that a list asks for."""
    kept = letters(scope)
    if sought.word:
        kept = kept.filter(
            Q(number__icontains=sought.word)
            | Q(subject__icontains=sought.word)
            | Q(addressee__icontains=sought.word)
        )
    if sought.letter:
        kept = kept.filter(letter=sought.letter)
    if sought.state:
        kept = kept.filter(state=sought.state)
    return kept.filter(issued_on__year=sought.year) if sought.year else kept


def to_sign(scope: Scope, today: date) -> QuerySet[Letter]:
    """Give the letters that wait for whoever looks to sign them, the oldest first."""
    if not (scope.may("sign_letters") or scope.may("issue_letters")):
        return Letter.objects.none()
    found = Letter.objects.filter(institution_id=scope.institution_id, state="unsigned")
    if not scope.may("sign_letters"):
        found = found.filter(~Exists(signers(scope, today)))
    return found.select_related("made_by").order_by("issued_on", "pk")


def after(kept: QuerySet[Letter], number: int) -> QuerySet[Letter]:
    """Give what follows a letter in a list that is newest first."""
    last = Letter.objects.filter(pk=number).values_list("issued_on", "pk").first()
    if last is None:
        return kept
    day, pk = last
    return kept.filter(Q(issued_on__lt=day) | Q(issued_on=day, pk__lt=pk))


def letter(scope: Scope, number: int) -> Letter | None:
    """Give one letter that one may read."""
    return letters(scope).filter(pk=number).first()


def about(scope: Scope, kind: str, number: int) -> QuerySet[Letter]:
    """Give the letters about something, newest first."""
    return letters(scope).filter(about_kind=kind, about_id=number)


def head(scope: Scope) -> LetterHead:
    """Give the letterhead of one's institution; an empty one where none was written."""
    kept = LetterHead.objects.select_related("institution")
    return kept.filter(institution_id=scope.institution_id).first() or LetterHead(
        institution=Institution.objects.get(pk=scope.institution_id)
    )


def books(scope: Scope) -> QuerySet[AgendaBook]:
    """Give the agenda books of one's institution, each with how many letters are void.

    How many letters a book holds is its last number: there are no gaps.
    """
    void = Letter.objects.filter(book=OuterRef("pk"), state="void").order_by()
    counted = void.values("book").annotate(many=Count("pk")).values("many")
    return (
        AgendaBook.objects.filter(institution_id=scope.institution_id)
        .annotate(void_count=Coalesce(Subquery(counted), 0))
        .order_by("-year", "kind")
    )


def batches(scope: Scope) -> QuerySet[LetterBatch]:
    """Give the batches of one's institution, newest first."""
    return LetterBatch.objects.filter(
        institution_id=scope.institution_id
    ).select_related("asked_by")


def proof(code: str) -> Proof | None:
    """Give what the public may know of a letter by the code on it; nothing more.

    The database answers with its owner's rights, since whoever asks has no scope.
    """
    written = code.strip().upper()
    if not (written.isascii() and written.isalnum()):
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, letter, issued_on, institution, state, sha256 "
            "FROM correspondence_proof(%s)",
            [written[:CODE_LENGTH]],
        )
        row = cursor.fetchone()
    return Proof(*row) if row else None
