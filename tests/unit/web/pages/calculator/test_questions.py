"""What each question of the calculator asks, held to what the law accepts."""

import pytest

from naungan.law.kinds import KINDS, answer
from naungan.lib.errors import LawRefused
from naungan.web.pages.calculator.codes import codes
from naungan.web.pages.calculator.questions import PRIVATE, QUESTIONS


PLAUSIBLE = {
    "idr": "1000000",
    "amounts": "1000000",
    "month": "2026-10",
    "months": "2026-10",
    "day": "2026-10-31",
    "count": "1",
    "ratio": "5%",
    "programmes": "JKK+JKM",
    "yes_no": "ya",
}
VARIANTS = [
    pytest.param(question, variant, id=f"{question.code} {variant.value}".strip())
    for question in QUESTIONS.values()
    for variant in question.variants
]


NEEDED = {
    "contribution": {"month": "2026-10"},
    "bill": {"month": "2026-10", "workers": [{"count": "1"}]},
    "arrears": {"on": "2026-11-20"},
}
"""What the law reads before it says that a field is of no use."""


def refusal(kind, asked):
    """Give the sentence with which the law refuses, or nothing."""
    try:
        answer(kind, asked)
    except LawRefused as refused:
        return str(refused)
    return ""


def stated(field):
    """Give a value of the kind of a field, one record for a list."""
    if field.kind == "records":
        return [{one.name: stated(one) for one in field.parts[:1]}]
    if field.kind == "choice":
        return field.choices[0]
    if field.kind == "text":
        return codes(field.name, "id")[0][0]
    return PLAUSIBLE[field.kind]


def test_every_kind_of_question_is_asked_by_one_page():
    assert {one.kind for one in QUESTIONS.values()} == set(KINDS)


@pytest.mark.parametrize(("question", "variant"), VARIANTS)
def test_a_variant_asks_nothing_that_the_law_has_no_use_for(question, variant):
    split = {question.splits: variant.value} if question.splits else {}
    base = {**split, **NEEDED.get(question.kind, {})}
    for field in question.fields(variant):
        why = refusal(question.kind, {**base, field.name: stated(field)})
        assert f"{field.name} tidak dipakai untuk" not in why
        assert f"{field.name} tidak dikenal" not in why


def test_the_law_would_say_so_if_a_variant_did():
    asked = {"segment": "PU", "month": "2026-10", "income": "1000000"}
    assert "income tidak dipakai untuk segmen PU" in refusal("contribution", asked)
    asked = {"segment": "BPU", "on": "2026-11-20", "scale": "large"}
    assert "scale tidak dipakai untuk segmen BPU" in refusal("arrears", asked)


@pytest.mark.parametrize(("question", "variant"), VARIANTS)
def test_what_is_asked_first_stands_first_and_applies(question, variant):
    names = [field.name for field in question.fields(variant)]
    assert names[: len(variant.first)] == list(variant.first)
    assert set(variant.first) <= set(variant.names)


@pytest.mark.parametrize(("question", "variant"), VARIANTS)
def test_no_field_could_name_a_person(question, variant):
    for field in question.fields(variant):
        names = {field.name, *(part.name for part in field.parts)}
        assert not names & PRIVATE
        if field.kind == "text":
            assert codes(field.name, "id")


def test_a_variant_that_is_unknown_is_the_first():
    assert QUESTIONS["iuran"].variant("PNS").value == "PU"
