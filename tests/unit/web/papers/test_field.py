"""Papers come in small numbers and sizes; the form says which one does not."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from naungan.web.papers import field as paper_field
from naungan.web.papers.field import MOST_PAPERS, PaperField, size_words


def file(name="surat.pdf", content=b"%PDF-1.7"):
    return SimpleUploadedFile(name, content)


def test_several_files_are_read_with_names_that_may_be_shown():
    found = PaperField().clean([file(), file("../../etc/foto.png", b"x")])
    assert found == [("surat.pdf", b"%PDF-1.7"), ("foto.png", b"x")]


def test_nothing_is_allowed_only_where_nothing_is_asked():
    assert PaperField(required=False).clean([]) == []
    with pytest.raises(forms.ValidationError):
        PaperField().clean([])


def test_one_file_too_many_is_refused():
    with pytest.raises(forms.ValidationError, match="5 berkas"):
        PaperField().clean([file()] * (MOST_PAPERS + 1))


def test_a_file_too_large_is_named(monkeypatch):
    monkeypatch.setattr(paper_field, "MOST_BYTES", 4)
    with pytest.raises(forms.ValidationError, match=r"surat\.pdf"):
        PaperField().clean([file()])


@pytest.mark.parametrize(
    ("size", "words"), [(10, "1 KB"), (204_800, "200 KB"), (1_572_864, "1,5 MB")]
)
def test_sizes_are_said_as_people_say_them(size, words):
    assert size_words(size) == words
