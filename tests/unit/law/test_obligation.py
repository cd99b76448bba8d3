import pytest

from naungan.lib.errors import LawRefused


DUTY = """\
title: Mendaftarkan pekerja
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
