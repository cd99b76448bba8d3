"""Letters issued: composed from facts, numbered, set, and kept as they went out.

Everything that writes a letter goes through here. What the letter must say and was
not told is refused before a number is taken; a preview shows the gaps instead.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from django.utils.translation import gettext as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.acting import ACTING
from naungan.casework.accounts.models import Appointment, Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import actions, papers, queries
from naungan.casework.correspondence.actions import Numbered, Typeset, Wanted
from naungan.casework.correspondence.models import Letter, LetterBatch, LetterHead
from naungan.law.book import enacted
from naungan.lib import regions
from naungan.web.letters import composing, docx_form, pdf_form, text
from naungan.web.letters.composing import Composed
from naungan.web.letters.facts import Cited, Facts, Party


About = tuple[str, int]
Form = Literal["pdf", "docx"]
CONTENT_TYPES: Final = {"pdf": pdf_form.CONTENT_TYPE, "docx": docx_form.CONTENT_TYPE}
ADDRESSEE: Final = 300


@dataclass(frozen=True)
class Asked:
    """One letter of many: about what, told what, and who may read it beside us."""

    about: About
    facts: Facts
    readers: tuple[int, ...] = ()


def missing(letter: str, facts: Facts, today: date) -> tuple[str, ...]:
    """Name what a letter must say and the facts do not hold, in Indonesian."""
    nobody = LetterHead(institution=Institution())
    made = composing.compose(letter, facts, head=nobody, signer=Party(""), today=today)
    return made.missing


def preview(
    *,
    by: Scope,
    letter: str,
    facts: Facts,
    today: date,
    form: Form = "pdf",
    law: tuple[Cited, ...] = (),
) -> bytes:
    """Set a letter as a draft: no number, marked as such, and nothing is kept."""
    made = _composed(by, letter, facts, today, law)
    return set_as(composing.numbered(made.data, None, today, ""), form)


def issue(
    *,
    by: Scope,
    letter: str,
    about: About,
    facts: Facts,
    today: date,
    site: str,
    readers: Sequence[int] = (),
    law: tuple[Cited, ...] = (),
    replies_to: Letter | None = None,
) -> Letter:
    """Give a letter its number, set it, and keep it as it goes out.

    `site` is the address of this office, to which the code on the letter leads;
    `readers` are institutions that may read it beside one's own.
    """
    made = _whole(_composed(by, letter, facts, today, law))
    wanted = _wanted(letter, about, facts, made, tuple(readers), replies_to)
    return actions.issue(
        by=by, wanted=wanted, today=today, typeset=_typeset([made.data], today, site)
    )


def issue_all(
    *,
    by: Scope,
    letter: str,
    asked: Sequence[Asked],
    today: date,
    site: str,
    batch: LetterBatch | None = None,
) -> list[Letter]:
    """Issue one kind of letter to many; all stand or none."""
    head, signer = queries.head(by), signer_of(by)
    made = [
        _whole(
            composing.compose(
                letter, one.facts, head=_placed(head), signer=signer, today=today
            )
        )
        for one in asked
    ]
    wanted = [
        _wanted(letter, one.about, one.facts, each, one.readers, None)
        for one, each in zip(asked, made, strict=True)
    ]
    typeset = _typeset([each.data for each in made], today, site)
    return actions.issue_all(
        by=by, wanted=wanted, today=today, typeset=typeset, batch=batch
    )


def written(letter: Letter, form: Form) -> bytes:
    """Give an issued letter: the PDF as it went out, or the same content as DOCX."""
    here = letter.institution_id
    if letter.erased_at is not None:
        raise ActRefused("Surat ini sudah dihapus menurut masa simpannya.")
    if form == "pdf":
        return papers.read(here, letter.sha256)
    content: dict[str, Any] = json.loads(papers.read(here, letter.content_sha256))
    return docx_form.write(content)


def set_as(data: dict[str, Any], form: Form) -> bytes:
    """Set composed data in a form."""
    return pdf_form.write(data) if form == "pdf" else docx_form.write(data)


def signer_of(by: Scope) -> Party:
    """Give who signs: whom the letterhead names, else whoever is at work."""
    head = queries.head(by)
    if head.signer_name:
        return Party(
            head.signer_name, position=head.signer_position, number=head.signer_number
        )
    held = Appointment.objects.select_related("user").get(pk=by.appointment_id or 0)
    mark = ACTING[held.acting].label if held.acting else ""
    position = f"{mark} {held.get_role_display()}".strip()
    return Party(held.user.name, position=position)


def _composed(
    by: Scope, letter: str, facts: Facts, today: date, law: tuple[Cited, ...]
) -> Composed:
    return composing.compose(
        letter,
        facts,
        head=_placed(queries.head(by)),
        signer=signer_of(by),
        today=today,
        law=law,
    )


def _placed(head: LetterHead) -> LetterHead:
    """Let a letter without a named city be written where the institution is."""
    if not head.city and head.institution.region_code:
        found = regions.by_code(head.institution.region_code)
        head.city = found.name if found else ""
    return head


def _whole(made: Composed) -> Composed:
    if made.missing:
        raise ActRefused(
            _("Surat ini belum dapat dikeluarkan. Lengkapi: %s.")
            % "; ".join(made.missing)
        )
    return made


def _wanted(
    letter: str,
    about: About,
    facts: Facts,
    made: Composed,
    readers: tuple[int, ...],
    replies_to: Letter | None,
) -> Wanted:
    addressee = facts.to or facts.employer
    return Wanted(
        letter=letter,
        book=text.text_of(letter).book,
        about=about,
        subject=made.data["subject"],
        addressee=addressee.name[:ADDRESSEE] if addressee else "",
        template_version=text.version(),
        law_version=enacted().version,
        doubts=made.doubts,
        replies_to=replies_to,
        readers=readers,
    )


def _typeset(made: Sequence[dict[str, Any]], today: date, site: str) -> actions.Setting:
    def typeset(numbers: Sequence[Numbered]) -> list[Typeset]:
        pairs = zip(made, numbers, strict=True)
        whole = [composing.numbered(data, one, today, site) for data, one in pairs]
        return [
            Typeset(pdf, json.dumps(data, ensure_ascii=False).encode())
            for pdf, data in zip(pdf_form.write_all(whole), whole, strict=True)
        ]

    return typeset
