"""The shapes of questions of the law and their answers."""

from typing import Any

from ninja import Schema

from naungan.web.api.shapes.shape import Shape


class LawField(Shape):
    """One thing that a question to the law may state."""

    name: str
    kind: str
    label: str
    choices: list[str]
    parts: list["LawField"]


class LawQuestion(Shape):
    """A kind of question to the law, with what it may state."""

    code: str
    fields: list[LawField]


class LawQuestions(Shape):
    """Every kind of question to the law."""

    rows: list[LawQuestion]
    law_version: str


class LawAnswer(Schema):
    """What the law answers: amounts, every line with its article, every doubt."""

    kind: str
    title: dict[str, str]
    results: dict[str, Any]
    lines: list[dict[str, Any]]
    assumed: list[dict[str, Any]]
    notes: list[dict[str, Any]]
    confidence: str
    rounded: int
    doubts: list[str]
    overlaid: list[str]
    law_version: str
