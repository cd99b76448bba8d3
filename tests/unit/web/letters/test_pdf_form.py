"""Every letter is set as PDF/UA, with its number and the address of its proof."""

import io

import pytest
from pypdf import PdfReader
from tests.unit.web.letters.told_facts import facts, issued

from naungan.web.letters import pdf_form
from naungan.web.letters.facts import Party
from naungan.web.letters.text import texts


def read(content):
    return PdfReader(io.BytesIO(content))


@pytest.mark.parametrize("letter", sorted(texts()))
def test_a_letter_is_tagged_titled_and_bears_number_and_proof(letter):
    found = read(pdf_form.write(issued(letter)))
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "id"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert found.metadata.title == texts()[letter].title
    said = "\n".join(page.extract_text() for page in found.pages)
    assert "7/TGR/CONTOH/XI/2026" in said
    assert "2345-6789-ABCD" in said.replace("\N{NON-BREAKING HYPHEN}", "-")


def test_what_somebody_wrote_is_never_markup():
    strange = "#panic() $x$ *tebal* <b> [x] \\u{41} // habis"
    given = facts(employer=Party(strange), remark=strange)
    found = read(pdf_form.write(issued("warning_1", given)))
    assert "*tebal*" in "\n".join(page.extract_text() for page in found.pages)


def test_many_letters_keep_their_order():
    many = [issued("warning_1", facts(employer=Party(f"PT Nomor {n}"))) for n in "abc"]
    texts_found = [
        read(one).pages[0].extract_text() for one in pdf_form.write_all(many)
    ]
    assert [f"PT Nomor {n}" in said for n, said in zip("abc", texts_found, strict=True)]
    assert pdf_form.write_all(many[:1])[0].startswith(b"%PDF")
