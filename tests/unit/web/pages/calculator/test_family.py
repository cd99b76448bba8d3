"""The page for families says what the law says on its day, in both languages."""

import re
from datetime import date

from naungan.web.pages.calculator.family import explained


def text(day, language="id"):
    found = explained(day, language)
    return " ".join(line for section in found.sections for line in section.lines)


def test_the_document_of_the_family_has_every_amount_of_the_page(root):
    path = root / "docs" / "explanation" / "jamsostek-untuk-keluarga.md"
    document = path.read_text(encoding="utf-8")
    amounts = re.findall(r"Rp[\d.]*\d", text(date(2026, 11, 21)))
    assert len(amounts) > 8
    assert [one for one in amounts if one not in document] == []


def test_figures_follow_the_law_of_the_day():
    # JKM paid 24 million in all until PP 82/2019 came into force on 2 December 2019.
    assert "Rp42.000.000" in text(date(2026, 11, 21))
    assert "Rp36.000.000" not in text(date(2026, 11, 21))


def test_a_wait_is_told_only_on_days_on_which_the_law_has_one():
    # The day of the demonstration lies before the wait of the self-employed.
    assert "berhak penuh" not in text(date(2025, 1, 15))
    assert "berhak penuh" in text(date(2026, 11, 21))


def test_money_after_a_layoff_is_told_for_every_month_it_is_paid():
    # 45 % and then 25 % until PP 6/2025 made it 60 % for six months.
    before = text(date(2025, 1, 15))
    assert "45% upah pada bulan 1 sampai 3" in before
    assert "25% upah pada bulan 4 sampai 6" in before
    assert "60% upah pada bulan 1 sampai 6" in text(date(2026, 11, 21))


def test_past_the_recorded_law_its_last_month_is_named():
    assert explained(date(2040, 1, 1), "id").month == "Maret 2027"


def test_english_says_the_same_amounts():
    indonesian = re.findall(r"Rp([\d.]*\d)", text(date(2026, 11, 21)))
    assert indonesian == re.findall(r"Rp([\d.]*\d)", text(date(2026, 11, 21), "en"))
