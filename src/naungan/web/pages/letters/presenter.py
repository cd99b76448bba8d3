"""Letters as pages show them: plain words for kind, state, doubt, and what they are about."""

from typing import Any, Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _, gettext_noop, ngettext

from naungan.casework.correspondence.models import Letter, LetterBatch
from naungan.casework.correspondence.states import BATCH_STATES, STATES
from naungan.law.book import enacted
from naungan.web.download import Column, Sheet
from naungan.web.language import spoken
from naungan.web.letters.text import texts


TONES: Final = {"unsigned": "warn", "issued": "", "sent": "good", "void": "bad"}
GROUP: Final = 4
PLACES: Final = {
    "case": "cases.one",
    "claim": "claims.one",
    "event": "meetings.one",
    "scheme": "schemes.one",
}
"""Which page shows what a letter is about."""
PLACE_WORDS: Final = {
    "case": gettext_noop("Buka kasusnya"),
    "claim": gettext_noop("Buka klaimnya"),
    "event": gettext_noop("Buka rapatnya"),
    "scheme": gettext_noop("Buka skemanya"),
}
"""What the way there is called."""
OWN_TITLES: Final = (
    gettext_noop("Bahan rapat"),
    gettext_noop("Berita acara musyawarah desa"),
    gettext_noop("Berita acara penyerahan manfaat"),
    gettext_noop("Daftar tanda tangan musyawarah desa"),
    gettext_noop("Daftar usulan pekerja rentan"),
    gettext_noop("Notulen rapat"),
    gettext_noop("Rencana aksi"),
    gettext_noop("Surat pengantar usulan"),
    gettext_noop("Surat penolakan klaim"),
    gettext_noop("Undangan rapat"),
)
"""Titles of letters that no step of the law brings, for whoever reads another language."""


def kind(code: str) -> str:
    """Name a kind of letter in the language of the page; the letter itself speaks ours."""
    found, step = texts().get(code), enacted().steps.get(code)
    if spoken() == "en" and step is not None and step.letter is not None:
        name = step.letter.name.text("en")
        return f"{name[:1].upper()}{name[1:]}"
    return _(found.title) if found else code


def of_book(code: str) -> str:
    """Name the letters that take their numbers from a book."""
    return ", ".join(one.title for one in texts().values() if one.book == code)


def state(code: str) -> str:
    """Name a state."""
    return _(STATES[code])


def line(letter: Letter, here: int) -> dict[str, Any]:
    """Give what a row and the page of a letter show."""
    return {
        "letter": letter,
        "kind": kind(letter.letter),
        "state": state(letter.state),
        "tone": TONES[letter.state],
        "is_ours": letter.institution_id == here,
    }


def whole(letter: Letter, here: int) -> dict[str, Any]:
    """Give everything that the page of one letter shows."""
    code = letter.code
    grouped = "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
    doubts = ngettext(
        "%(count)d rujukan hukumnya belum diperiksa pada naskahnya.",
        "%(count)d rujukan hukumnya belum diperiksa pada naskahnya.",
        letter.doubts,
    ) % {"count": letter.doubts}
    return line(letter, here) | {
        "code": grouped,
        "doubts": doubts if letter.doubts else "",
        "about": _about(letter),
        "about_words": _(PLACE_WORDS.get(letter.about_kind, "")),
    }


def _about(letter: Letter) -> str:
    """Give the address of what a letter is about; nothing where no page shows it."""
    try:
        return reverse(PLACES[letter.about_kind], args=[letter.about_id])
    except (KeyError, NoReverseMatch):
        return ""


def batch(one: LetterBatch) -> dict[str, Any]:
    """Give what the page of a batch shows."""
    return {
        "batch": one,
        "state": _(BATCH_STATES[one.state]),
        "is_open": one.ended_at is None,
        "percent": one.done * 100 // max(one.wanted, 1),
        "faults": [_(sentence) for sentence in one.refused],
    }


def sheet(letters: Any) -> Sheet:
    """Give the agenda book as a table to take away."""
    return Sheet(
        code="letters",
        title=_("Buku agenda surat"),
        meta=(),
        columns=(
            Column(_("Nomor")),
            Column(_("Tanggal"), "date"),
            Column(_("Jenis surat")),
            Column(_("Hal")),
            Column(_("Kepada")),
            Column(_("Keadaan")),
            Column(_("Dikirim"), "date"),
            Column(_("Cara kirim")),
            Column(_("Sidik SHA-256"), "code"),
        ),
        rows=(_row(one) for one in letters),
    )


def _row(one: Letter) -> tuple[object, ...]:
    told = (kind(one.letter), one.subject, one.addressee, state(one.state))
    sent = (one.sent_on, one.sent_by)
    return (one.number, one.issued_on, *told, *sent, one.sha256)
