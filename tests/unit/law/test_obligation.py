from datetime import date

import pytest

from naungan.lib.errors import LawRefused


DUTY = """\
title: Mendaftarkan pekerja
title_en: Register workers
who: employer
applies_to: [PU]
findings: [unregistered_employer]
clock: a/b
legal_bases:
  - from: 2001-01-01
    instrument: pp-1-2001
    article: Pasal 5
    confidence: VERIFIED
checked_on: 2026-11-21
"""


def test_a_duty_is_found_by_the_finding_that_names_it(shelf, rate_text):
    shelf.write("parameters/a/b.yaml", rate_text)
    shelf.write("obligations/register.yaml", DUTY)
    book = shelf.book()
    assert [one.code for one in book.obligations_of("unregistered_employer")] == [
        "register"
    ]
    assert book.legal_basis("unregistered_employer", 2001 * 12) == "PP 1/2001 Pasal 5"
    assert book.legal_basis("unregistered_employer", 2000 * 12) == ""


def test_a_duty_may_have_neither_clock_nor_finding_nor_segment(shelf):
    lines = [
        line
        for line in DUTY.splitlines()
        if not line.startswith(("clock", "findings", "applies_to"))
    ]
    shelf.write("obligations/report.yaml", "\n".join(lines) + "\n")
    duty = shelf.book().obligations["report"]
    assert (duty.clock, duty.findings, duty.applies_to) == (None, (), ())


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("who: employer", "who: siapa", "'siapa' tidak dikenal"),
        ("clock: a/b", "clock: a/c", "clock 'a/c' tidak ada"),
        ("instrument: pp-1-2001", "instrument: pp-9-2009", "pp-9-2009"),
        ("    article: Pasal 5\n", "", "kunci 'article' tidak ada"),
    ],
)
def test_a_broken_duty_is_refused(shelf, rate_text, wrong, right, message):
    shelf.write("parameters/a/b.yaml", rate_text)
    shelf.write("obligations/register.yaml", DUTY.replace(wrong, right))
    with pytest.raises(LawRefused, match=message):
        _ = shelf.book().obligations


def test_a_duty_may_be_for_some_scales_and_kinds_and_say_what_breaking_it_means(
    shelf, rate_text
):
    more = (
        "scales: [micro]\n"
        "kinds: [government]\n"
        "category: PWBD\n"
        "counts_from: {id: mulai bekerja, en: start of work}\n"
    )
    shelf.write("parameters/a/b.yaml", rate_text)
    shelf.write("obligations/register.yaml", DUTY + more)
    duty = shelf.book().obligations["register"]
    assert (duty.scales, duty.kinds, duty.category) == (
        ("micro",),
        ("government",),
        "PWBD",
    )
    assert duty.title_en == "Register workers"
    assert duty.counts_from.text("id") == "mulai bekerja"
    assert duty.counts_from.text("en") == "start of work"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("scales: [tiny]", "baris 13: 'tiny' tidak dikenal"),
        ("kinds: [club]", "'club' tidak dikenal"),
        ("category: BAD", "'BAD' tidak dikenal"),
        ("counts_from: {id: mulai bekerja}", "kunci 'en' tidak ada"),
    ],
)
def test_what_a_duty_narrows_itself_to_must_be_known(shelf, rate_text, more, message):
    shelf.write("parameters/a/b.yaml", rate_text)
    shelf.write("obligations/register.yaml", f"{DUTY}{more}\n")
    with pytest.raises(LawRefused, match=message):
        _ = shelf.book().obligations


def test_only_articles_in_force_on_a_day_are_cited(shelf, rate_text):
    shelf.write("parameters/a/b.yaml", rate_text)
    shelf.write("obligations/register.yaml", DUTY)
    duty = shelf.book().obligations["register"]
    assert duty.bases_on(date(2000, 12, 31)) == ()
    assert [basis.article for basis in duty.bases_on(date(2001, 1, 1))] == ["Pasal 5"]
