"""Issuing refuses what is not whole, keeps what went out, and gives it back."""

import io

import docx
import pytest
from pypdf import PdfReader
from tests.unit.web.letters.told_facts import DAY, SITE, facts

from naungan.casework.accounts.access import ActRefused
from naungan.casework.correspondence import actions, papers
from naungan.casework.correspondence.models import AgendaBook, Letter
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Party
from naungan.web.letters.issuing import Asked


pytestmark = pytest.mark.django_db


def said(content):
    pages = PdfReader(io.BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages)


def issue(by, **given):
    usual = {"letter": "warning_1", "about": ("case", 3), "facts": facts()}
    return issuing.issue(by=by, today=DAY, site=SITE, **(usual | given))


def test_what_is_not_whole_takes_no_number(writer):
    wanting = facts(term=None, asked=())
    assert len(issuing.missing("warning_1", wanting, DAY)) == 2
    with pytest.raises(ActRefused, match="Lengkapi"):
        issue(writer, facts=wanting)
    assert not AgendaBook.objects.exists()


def test_a_preview_keeps_nothing_and_shows_what_is_missing(writer):
    shown = issuing.preview(
        by=writer, letter="warning_1", facts=Facts(employer=Party("PT X")), today=DAY
    )
    assert "KONSEP" in said(shown)
    assert "belum diisi" in said(shown)
    assert not Letter.objects.exists()


def test_a_letter_is_given_back_as_it_went_out_and_to_edit(writer):
    letter = issue(writer)
    assert letter.number == "1/TGR/CABANG-TULIS/XI/2026"
    pdf = issuing.written(letter, "pdf")
    assert pdf == papers.read(writer.institution_id, letter.sha256)
    assert "PT Contoh Rekaan" in said(pdf)
    made = docx.Document(io.BytesIO(issuing.written(letter, "docx")))
    assert any("teguran tertulis pertama" in one.text for one in made.paragraphs)


def test_who_is_at_work_signs_unless_the_letterhead_names_somebody(writer):
    assert issuing.signer_of(writer).name == "orang@contoh.id"
    assert issuing.signer_of(writer).position == "Kepala kantor"
    named = {"signer_name": "Nama Rekaan", "signer_position": "Kepala"}
    actions.set_head(by=writer, **named)
    assert issuing.signer_of(writer) == Party("Nama Rekaan", position="Kepala")


def test_many_are_issued_together_or_not_at_all(writer):
    asked = [Asked(("case", n), facts(employer=Party(f"PT {n}"))) for n in (1, 2)]
    made = issuing.issue_all(
        by=writer, letter="warning_1", asked=asked, today=DAY, site=SITE
    )
    assert [one.serial for one in made] == [1, 2]
    assert "PT 2" in said(issuing.written(made[1], "pdf"))
    broken = [*asked, Asked(("case", 3), Facts())]
    with pytest.raises(ActRefused):
        issuing.issue_all(
            by=writer, letter="warning_1", asked=broken, today=DAY, site=SITE
        )
    assert Letter.objects.count() == 2
