"""Questions to the law: contributions, bills, fines, arrears, benefits. For everybody."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_noop as _
from ninja import Body, Path

from naungan.law.book import enacted
from naungan.law.kinds import KINDS, kind
from naungan.law.question import Field
from naungan.law.words import Language
from naungan.lib.errors import LawRefused
from naungan.web.api.door import anybody
from naungan.web.api.shapes import law as shapes
from naungan.web.programs.problem import NOT_FOUND, TOO_LARGE, Problem
from naungan.web.question_bounds import MOST_ROWS, PRIVATE, answer_bounded


TAG: Final = _("Hukum")
MOST_BYTES: Final = 64 << 10
YES, NO = "ya", "tidak"
Question = Annotated[
    str, Path(pattern=r"^[a-z]{1,20}$", description=_("Jenis pertanyaan."))
]
Facts = Annotated[
    dict[str, Any],
    Body(
        description=_("Keadaan yang ditanyakan, dengan nama isian dari GET /law."),
        openapi_examples={
            "iuran": {"value": {"segment": "PU", "month": "2026-10", "wage": 5000000}}
        },
    ),
]


@anybody(
    "GET",
    "law",
    "api.law",
    shapes.LawQuestions,
    _("Yang dapat ditanyakan"),
    _("Jenis pertanyaan kepada hukum, dengan isiannya masing-masing."),
    TAG,
)
def questions(request: HttpRequest) -> shapes.LawQuestions:
    """List the kinds of questions with their fields."""
    del request
    rows = [
        shapes.LawQuestion(code=one, fields=_fields(kind(one).FIELDS)) for one in KINDS
    ]
    return shapes.LawQuestions(rows=rows, law_version=enacted().version)


@anybody(
    *("POST", "law/{question}", "api.law_question", shapes.LawAnswer),
    *(
        _("Bertanya kepada hukum"),
        _("Iuran, tagihan, denda, tunggakan, manfaat: jawaban dengan pasalnya."),
        TAG,
    ),
)
def ask(request: HttpRequest, question: Question, facts: Facts) -> dict[str, Any]:
    """Answer one question to the law."""
    if question not in KINDS:
        raise Problem(NOT_FOUND)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise Problem(TOO_LARGE)
    return answer_bounded(question, _stated(facts)).as_data()


def _fields(fields: Any) -> list[shapes.LawField]:
    language: Language = "en" if (get_language() or "").startswith("en") else "id"
    return [_field(one, language) for one in fields if one.name not in PRIVATE]


def _field(one: Field, language: Language) -> shapes.LawField:
    return shapes.LawField(
        name=one.name,
        kind=one.kind,
        label=one.label.text(language),
        choices=list(one.choices),
        parts=[
            _field(part, language) for part in one.parts if part.name not in PRIVATE
        ],
    )


def _stated(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Read JSON as the calculator's address is read: texts, and lists of rows of texts."""
    found: dict[str, Any] = {}
    for name, value in facts.items():
        if name in PRIVATE:
            raise LawRefused(f"{name} tidak ditanyakan di sini.")
        if isinstance(value, list):
            found[name] = [_row(name, one) for one in value[: MOST_ROWS + 1]]
        elif value is not None:
            found[name] = _text(name, value)
    return found


def _row(name: str, row: Any) -> dict[str, str]:
    if not isinstance(row, dict):
        raise LawRefused(f"{name} berisi baris; tulis daftar benda dengan nama isian.")
    if PRIVATE & set(row):
        raise LawRefused(f"{name}: nama orang tidak ditanyakan di sini.")
    return {part: _text(part, said) for part, said in row.items() if said is not None}


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if not isinstance(value, str | int | float):
        raise LawRefused(f"{name} berisi satu nilai; tulis teks atau angka.")
    return str(value)
