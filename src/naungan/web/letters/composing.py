"""A letter composed: everything that is set on paper, as plain data.

The PDF and the editable form are both set from it, and it is kept beside the letter.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final

import segno
from django.conf import settings

from naungan.casework.correspondence.actions import Numbered
from naungan.casework.correspondence.models import LetterHead
from naungan.lib.dates import format_date
from naungan.web.letters.blocks import Block
from naungan.web.letters.facts import Cited, Facts, Party
from naungan.web.letters.law_cited import bases_of
from naungan.web.letters.one_part import Annex, Setting
from naungan.web.letters.parts import KINDS
from naungan.web.letters.text import Text, text_of
from naungan.web.letters.told import Untold, count, told


DEMO: Final = "PERAGAAN: orang, pemberi kerja, dan angka dalam surat ini rekaan."
DRAFT: Final = "KONSEP: belum bernomor dan belum berlaku sebagai surat."
DOUBT: Final = (
    "† Rujukan ini dikutip dari sumber lain atau dari ingatan; naskah resminya belum "
    "diperiksa."
)
PREPARED: Final = "Disiapkan oleh {by}; berlaku setelah ditandatangani {signer}."
LATER: Final = (
    " Bila ditandatangani pada hari lain, tenggangnya dihitung dari hari itu."
)
GROUP: Final = 4
ROMAN: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Composed:
    """A letter's data, what it could not say, and how many articles are doubtful.

    `awaits` tells that somebody else than its maker must sign it.
    """

    data: dict[str, Any]
    missing: tuple[str, ...]
    doubts: int
    awaits: bool = False


def compose(
    letter: str,
    facts: Facts,
    *,
    head: LetterHead,
    signer: Party,
    today: date,
    law: tuple[Cited, ...] = (),
    prepared_by: str = "",
) -> Composed:
    """Compose a letter without its number; name what the facts do not hold.

    `law` adds articles to those on which the letter's step rests that day.
    """
    text = text_of(letter)
    cited = _united(bases_of(letter, today), law)
    signs = facts.signer or signer
    made, annexes, missing = _body(text, facts, cited, today, head, signs)
    addressee = facts.to or facts.employer
    if text.form == "letter" and addressee is None:
        missing.append("pihak yang dituju")
    prepared = _prepared(text, prepared_by, signs, facts)
    doubts = sum(not one.is_sure for one in _all_cited(facts, cited))
    data = {
        "title": text.title,
        "subject": text.subject,
        "form": text.form,
        "demo": DEMO if settings.DEMO else "",
        "head": _head(head),
        "classification": text.classification,
        "enclosure": _enclosure(len(annexes) + _enclosed(text, facts)),
        "city": head.city,
        "to": _to(addressee) if addressee else [],
        "greeting": text.greeting,
        "blocks": made,
        "closing": text.closing,
        "signer": _signature(signs),
        "countersigners": _countersigners(text, facts),
        "unsigned": False,
        "copies": list(facts.copies),
        "notes": [*prepared, *([DOUBT] if doubts else [])],
        "annexes": [
            {"title": _annex_title(number, len(annexes), one), "blocks": one.blocks}
            for number, one in enumerate(annexes)
        ],
    }
    return Composed(data, tuple(dict.fromkeys(missing)), doubts, bool(prepared))


def numbered(
    data: dict[str, Any], given: Numbered | None, today: date, site: str
) -> dict[str, Any]:
    """Add number, day and proof to a composed letter; without them it is a draft."""
    dated = data | {"date": format_date(given.on if given else today)}
    if given is None:
        return dated | {"draft": DRAFT, "number": "", "proof": None}
    address = f"{site.rstrip('/')}/surat/{given.code}"
    grouped = "-".join(
        given.code[at : at + GROUP] for at in range(0, len(given.code), GROUP)
    )
    proof = {"address": address, "code": grouped}
    return dated | {"draft": "", "number": given.number, "proof": proof}


def unnumbered(data: dict[str, Any], today: date) -> dict[str, Any]:
    """Date a paper that gets no number and nobody signs, such as a pack for a meeting."""
    dated = data | {"date": format_date(today), "draft": "", "number": ""}
    return dated | {"proof": None, "unsigned": True}


def code_picture(address: str) -> str:
    """Draw the code that leads to an address, as SVG."""
    return segno.make(address, error="m", micro=False).svg_inline(scale=4, border=2)


def _body(
    text: Text,
    facts: Facts,
    law: tuple[Cited, ...],
    today: date,
    head: LetterHead,
    signer: Party,
) -> tuple[list[Block], list[Annex], list[str]]:
    """Set every part; a part that is not needed is left out when it is not told."""
    words = told(facts)
    contact = (("Alamat", head.address), ("Kontak", head.contact))
    made: list[Block] = []
    annexes: list[Annex] = []
    missing: list[str] = []
    for part in text.parts:
        one = Setting(part, facts, words, law, today, contact, signer)
        try:
            found = KINDS[part.kind](one)
        except Untold as untold:
            if part.needed:
                missing.append(str(untold))
                made.append({"kind": "gap", "text": f"[belum diisi: {untold}]"})
            continue
        made += found
        annexes += one.annexes
    return made, annexes, missing


def _united(*given: tuple[Cited, ...]) -> tuple[Cited, ...]:
    return tuple({one.text: one for one in chain(*given)}.values())


def _all_cited(facts: Facts, law: tuple[Cited, ...]) -> tuple[Cited, ...]:
    return _united(law, *(one.cited for one in facts.findings))


def _head(head: LetterHead) -> dict[str, str]:
    return {
        "above": head.above,
        "name": head.institution.name,
        "address": head.address,
        "contact": head.contact,
    }


def _enclosure(papers: int) -> str:
    return f"{count(papers)} berkas" if papers else "–"


def _enclosed(text: Text, facts: Facts) -> int:
    """Count the papers that a letter names as going with it."""
    return sum(len(getattr(facts, one.of)) for one in text.parts if one.enclosed)


def _annex_title(number: int, of: int, annex: Annex) -> str:
    which = f" {ROMAN[number]}" if of > 1 else ""
    return f"Lampiran{which}: {annex.title}"


def _to(party: Party) -> list[str]:
    name = f"{party.attention} {party.name}".strip()
    numbers = [f"NPP {party.npp}"] if party.npp else []
    numbers += [f"NIB {party.nib}"] if party.nib and not party.npp else []
    return [f"Yth. {name}", *party.address, *numbers]


def _is_consented(text: Text) -> bool:
    """Tell whether the parties consent to a paper by its hash, and nobody signs alone."""
    return any(part.kind == "event_consented" for part in text.parts)


def _prepared(text: Text, by: str, signer: Party, facts: Facts) -> list[str]:
    """Say who prepared a letter that somebody else must sign by hand."""
    if _is_consented(text) or not by or not signer.name or by == signer.name:
        return []
    said = PREPARED.format(by=by, signer=signer.name)
    return [said + LATER if facts.term is not None else said]


def _signature(party: Party) -> dict[str, str]:
    return {"position": party.position, "name": party.name, "number": party.number}


def _countersigners(text: Text, facts: Facts) -> list[dict[str, str]]:
    """Give who signs beside the institution: as named, or with an empty line."""
    if any(part.kind == "signatures" for part in text.parts):
        return []
    if facts.countersigners:
        return [_signature(one) for one in facts.countersigners]
    holder = facts.mandate.holder if facts.mandate else None
    named = {"pemberi kerja": facts.employer, "penerima kuasa": holder}
    return [_empty_line(role, named.get(role)) for role in text.signers]


def _empty_line(role: str, party: Party | None) -> dict[str, str]:
    position = role.capitalize()
    if role == "pemberi kerja":
        position = f"Untuk {party.name}" if party else position
        return {"position": position, "name": "", "number": ""}
    name = (party.official or party.name) if party else ""
    number = party.number if party else ""
    return {"position": position, "name": name, "number": number}
