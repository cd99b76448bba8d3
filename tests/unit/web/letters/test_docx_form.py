"""The editable letter says what the paper says, with real tables and headings."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from tests.unit.web.letters.told_facts import DAY, composed, facts, issued, money

from naungan.web.letters import composing, docx_form
from naungan.web.letters.text import texts


def read(data):
    return docx.Document(io.BytesIO(docx_form.write(data)))


def said(made):
    return "\n".join(node.text or "" for node in made.element.iter(qn("w:t")))


@pytest.mark.parametrize("letter", sorted(texts()))
def test_every_paragraph_of_the_paper_is_in_the_editable_letter(letter):
    data = issued(letter)
    found = said(read(data))
    for block in data["blocks"]:
        for text in (*block.get("items", ()), block.get("text", "")):
            assert text in found
    assert "7/TGR/CONTOH/XI/2026" in found


def test_annexes_have_a_heading_and_a_table_whose_head_repeats():
    made = read(issued("arrears_letter_1", facts(money=money(14))))
    assert "Lampiran: Rincian iuran per bulan" in [
        one.text for one in made.paragraphs if one.style.name == "Heading 1"
    ]
    months = made.tables[-1]
    assert len(months.rows) == 1 + 14 + 1
    heads = list(made.element.iter(qn("w:tblHeader")))
    assert len(heads) == 1


def test_a_pack_says_of_each_promise_how_far_it_is_and_what_the_data_deny():
    told = said(read(issued("meeting_pack")))
    for each in ("Lewat 15 hari", "■■□□□□□□□□ 20%", "12 dari 60 desa", "Dinyatakan"):
        assert each in told, each


def test_its_language_title_and_picture_are_told_to_a_reader():
    made = read(issued("warning_1"))
    assert made.core_properties.language == "id-ID"
    assert made.core_properties.title == texts()["warning_1"].title
    (picture,) = made.element.iter(qn("wp:docPr"))
    assert "surat/23456789ABCD" in picture.get("descr")


def test_a_draft_has_no_picture_and_says_what_it_is():
    draft = composing.numbered(composed("warning_1").data, None, DAY, "")
    made = read(draft)
    assert not made.inline_shapes
    assert "KONSEP" in said(made)
