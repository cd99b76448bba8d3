"""What is paid stands first; the reasons keep their order."""

from naungan.law.answer import Line
from naungan.law.old_age.reading_order import paid_first
from naungan.law.words import words


def test_what_is_paid_moves_to_the_front():
    lines = [
        Line(key, words(key, key), None)
        for key in ("mean", "formula", "monthly", "note")
    ]
    found = paid_first(lines, ("monthly", "lump_sum"))
    assert [line.key for line in found] == ["monthly", "mean", "formula", "note"]
