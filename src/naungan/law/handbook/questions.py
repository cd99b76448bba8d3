"""The page of questions: what each kind may state, and what its answer looks like."""

from collections.abc import Iterator, Sequence
from typing import Final

from naungan.law.handbook.edition import Edition, row
from naungan.law.kinds import KINDS, kind
from naungan.law.question import Field
from naungan.law.words import Words, words


ASKED: Final[dict[str, Words]] = {
    "contribution": words("iuran satu peserta sebulan", "one participant's month"),
    "bill": words("tagihan satu pemberi kerja sebulan", "one employer's month"),
    "fine": words("denda", "fines"),
    "arrears": words("tunggakan pada satu hari", "what is owed on a day"),
    "benefit": words("manfaat atas satu kejadian", "what one event pays"),
    "entitlement": words("hak yang belum diklaim", "what was not claimed"),
    "duty": words("kewajiban dan langkah penegakan", "duties and steps"),
}
"""What each kind of question asks."""

FORMS: Final[dict[str, Words]] = {
    "idr": words("rupiah bulat: 5000000", "whole rupiah: 5000000"),
    "amounts": words("rupiah: 4000000+5000000", "rupiah: 4000000+5000000"),
    "month": words("bulan: 2026-10", "month: 2026-10"),
    "months": words("bulan: 2026-05..2026-09", "months: 2026-05..2026-09"),
    "day": words("tanggal: 2026-10-31", "date: 2026-10-31"),
    "count": words("bilangan bulat", "whole number"),
    "ratio": words("bagian: 0.125 atau 12,5%", "share: 0.125 or 12,5%"),
    "choice": words("salah satu dari", "one of"),
    "programmes": words("program: JKK+JKM", "programmes: JKK+JKM"),
    "yes_no": words("ya atau tidak", "yes or no"),
    "text": words("teks", "text"),
    "records": words("daftar dengan isian", "list with the fields"),
}
"""How a field of each form is written in a case, a flag and a column."""

_HEADS: Final = (
    words("isian", "field"),
    words("arti", "meaning"),
    words("ditulis", "written"),
)
_HOW: Final = words(
    "Isian ini sama di mana-mana: dalam kasus YAML (`wage: 5000000`), sebagai pilihan di "
    "terminal (`--wage 5000000`, dengan tanda hubung), dan sebagai kolom berkas untuk "
    "`law bulk`. Yang tidak disebut dianggap menurut ketentuan umum, atau diminta bila "
    "tidak ada yang dapat dianggap.",
    "The fields are the same everywhere: in a YAML case (`wage: 5000000`), as flags of "
    "the terminal (`--wage 5000000`, with hyphens), and as columns of a file for `law "
    "bulk`. What is left out is assumed by the general rule, or asked for where there is "
    "none.",
)
_ANSWER: Final = words("Jawaban sebagai JSON", "The answer as JSON")
_KEYS: Final[dict[str, Words]] = {
    "results": words(
        "angka-angkanya, bersarang menurut program dan pembayar",
        "the figures, nested by programme and payer",
    ),
    "lines": words(
        "setiap baris: `label`, `amount_idr`, `arithmetic`, `confidence`, dan "
        "`parameters` yang dibaca (`path`, `value`, `from`, `to`, `basis`, `confidence`, "
        "`date_uncertain`, `overlaid_by`)",
        "each line: `label`, `amount_idr`, `arithmetic`, `confidence`, and the "
        "`parameters` it read (`path`, `value`, `from`, `to`, `basis`, `confidence`, "
        "`date_uncertain`, `overlaid_by`)",
    ),
    "assumed": words("apa yang dianggap, dan mengapa", "what was assumed, and why"),
    "notes": words("yang perlu diketahui pembaca", "what the reader must know"),
    "confidence": words(
        "keyakinan paling lemah di antara semuanya", "the least sure of all"
    ),
    "doubts": words("jalur nilai yang perlu diperiksa", "paths of values to check"),
    "overlaid": words("jalur ketetapan kantor", "paths of the office's own rules"),
    "law_version": words("versi hukum", "version of the law"),
}


def questions_page(edition: Edition) -> Iterator[str]:
    """Write every kind of question with its fields, then the keys of an answer."""
    yield from edition.top("questions")
    yield from ("", edition.say(_HOW))
    for name in KINDS:
        yield from ("", f"## `{name}`: {edition.say(ASKED[name])}", "")
        yield from edition.head(*_HEADS)
        yield from _fields(edition, kind(name).FIELDS)
    yield from ("", f"## {edition.say(_ANSWER)}", "")
    yield from (f"* `{key}`: {edition.say(says)}" for key, says in _KEYS.items())


def _fields(
    edition: Edition, fields: Sequence[Field], above: str = ""
) -> Iterator[str]:
    for one in fields:
        written = edition.say(FORMS[one.kind])
        if one.choices:
            written += ": " + ", ".join(f"`{code}`" for code in one.choices)
        if one.parts:
            written += ": " + ", ".join(f"`{part.name}`" for part in one.parts)
        yield row(f"`{above}{one.name}`", edition.say(one.label), written)
        # A part that the question knows by the same name and form is not told again.
        known = {(each.name, each.kind) for each in fields}
        new = [part for part in one.parts if (part.name, part.kind) not in known]
        yield from _fields(edition, new, f"{above}{one.name}.")
