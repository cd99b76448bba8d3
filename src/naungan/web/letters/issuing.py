"""Letters issued: composed from facts, numbered, set, and kept as they went out.

Everything that writes a letter goes through here. What the letter must say and was
not told is refused before a number is taken; a preview shows the gaps instead.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from django.utils.translation import gettext as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.acting import ACTING
from naungan.casework.accounts.models import Appointment, Institution, User
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import actions, papers, queries
from naungan.casework.correspondence.actions import Numbered, Typeset, Wanted
from naungan.casework.correspondence.models import Letter, LetterHead
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
    """One letter of many: about what, told what, and who may read it beside us.

    `kept` is plain data for whatever is done once the letter is written.
    """

    about: About
    facts: Facts
    readers: tuple[int, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)


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
    made = composed(by=by, letter=letter, today=today, facts=[facts], law=law)[0]
    return set_as(composing.numbered(made.data, None, today, ""), form)


def paper(
    *, by: Scope, letter: str, facts: Facts, today: date, form: Form = "pdf"
) -> bytes:
    """Set a paper that gets no number and is not kept, as it stands that day."""
    made = composed(by=by, letter=letter, today=today, facts=[facts])[0]
    return set_as(composing.unnumbered(_whole(made).data, today), form)


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
    one = composed(by=by, letter=letter, today=today, facts=[facts], law=law)[0]
    asked = Asked(about, facts, tuple(readers))
    given = wanted(letter, asked, _whole(one))
    return actions.issue(
        by=by,
        wanted=Wanted(**given, replies_to=replies_to),
        today=today,
        typeset=typesetting([one.data], today, site),
    )


def issue_all(
    *,
    by: Scope,
    letter: str,
    asked: Sequence[Asked],
    today: date,
    site: str,
) -> list[Letter]:
    """Issue one kind of letter to many; all stand or none."""
    made = composed(by=by, letter=letter, today=today, facts=[a.facts for a in asked])
    pairs = zip(asked, map(_whole, made), strict=True)
    wants = [Wanted(**wanted(letter, one, each)) for one, each in pairs]
    typeset = typesetting([each.data for each in made], today, site)
    return actions.issue_all(by=by, wanted=wants, today=today, typeset=typeset)


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
    return _signer(by, queries.head(by))


def _signer(by: Scope, head: LetterHead) -> Party:
    if head.signer_name:
        return Party(
            head.signer_name, position=head.signer_position, number=head.signer_number
        )
    held = Appointment.objects.select_related("user").get(pk=by.appointment_id or 0)
    mark = ACTING[held.acting].label if held.acting else ""
    position = f"{mark} {held.get_role_display()}".strip()
    return Party(held.user.name, position=position)


def composed(
    *,
    by: Scope,
    letter: str,
    today: date,
    facts: Sequence[Facts],
    law: tuple[Cited, ...] = (),
) -> list[Composed]:
    """Compose one kind of letter for each of the facts, under one's own letterhead."""
    own = queries.head(by)
    known: dict[str, Any] = {
        "head": _placed(own),
        "signer": _signer(by, own),
        "prepared_by": User.objects.values_list("name", flat=True).get(pk=by.user_id),
        "today": today,
        "law": law,
    }
    return [composing.compose(letter, one, **known) for one in facts]


def _placed(head: LetterHead) -> LetterHead:
    """Let a letter without a named city be written where the institution is.

    A town is written without what it is: Lahat, and not Kabupaten Lahat.
    """
    if not head.city and head.institution.region_code:
        head.city = regions.town(head.institution.region_code)
    return head


def _whole(made: Composed) -> Composed:
    if made.missing:
        raise ActRefused(
            _("Surat ini belum dapat dikeluarkan. Lengkapi: %s.")
            % "; ".join(made.missing)
        )
    return made


def wanted(letter: str, asked: Asked, made: Composed) -> dict[str, Any]:
    """Give what the agenda book is told of a letter, as plain data."""
    addressee = _addressee(asked.facts, letter)
    return {
        "letter": letter,
        "book": text.text_of(letter).book,
        "about": asked.about,
        "subject": made.data["subject"],
        "addressee": addressee.name[:ADDRESSEE] if addressee else "",
        "template_version": text.version(),
        "law_version": enacted().version,
        "doubts": made.doubts,
        "readers": asked.readers,
        "awaits": made.awaits,
    }


def _addressee(facts: Facts, letter: str) -> Party | None:
    """Give to whom a letter goes; a mandate goes to whoever holds it."""
    gives = any(one.kind == "parties" for one in text.text_of(letter).parts)
    if gives and facts.mandate and facts.mandate.holder:
        return facts.mandate.holder
    return facts.to or facts.employer


def typesetting(
    made: Sequence[dict[str, Any]], today: date, site: str
) -> actions.Setting:
    """Give what sets composed letters once their numbers are known."""

    def typeset(numbers: Sequence[Numbered]) -> list[Typeset]:
        pairs = zip(made, numbers, strict=True)
        whole = [composing.numbered(data, one, today, site) for data, one in pairs]
        return [
            Typeset(pdf, json.dumps(data, ensure_ascii=False).encode())
            for pdf, data in zip(pdf_form.write_all(whole), whole, strict=True)
        ]

    return typeset
