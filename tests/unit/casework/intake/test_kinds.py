"""A kind of file has one name, wherever it is met."""

import importlib

import pytest

from naungan.casework.intake.kinds import KINDS
from naungan.engine import wording


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.code)
def test_a_kind_is_called_alike_by_pages_templates_and_reports(kind):
    form = importlib.import_module(f"naungan.engine.formats.{kind.code}").FORMAT
    assert kind.label == form.title == wording.KIND[kind.code]
    assert kind.label_en
