"""A file is kept once, goes with its last use, and what nobody names is tidied away."""

import os
import time

import pytest
from django.conf import settings

from naungan.casework.correspondence import papers
from naungan.casework.correspondence.models import StoredPaper
from naungan.casework.correspondence.papers import PaperRefused


pytestmark = pytest.mark.django_db
CONTENT = b"%PDF-1.7 satu"


@pytest.fixture
def here(desks):
    """The institution at work."""
    return desks.writer.institution_id


def test_the_same_content_is_kept_once_and_counted(
    here, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        first = papers.store(institution_id=here, name="a.pdf", content=CONTENT)
        again = papers.store(institution_id=here, name="b.pdf", content=CONTENT)
        assert first.sha256 == again.sha256
        assert StoredPaper.objects.get().uses == 2
        papers.release(institution_id=here, sha256=first.sha256)
    assert papers.read(here, first.sha256) == CONTENT
    with django_capture_on_commit_callbacks(execute=True):
        papers.release(institution_id=here, sha256=first.sha256)
    assert not papers.path(here, first.sha256).exists()
    assert not StoredPaper.objects.exists()


def test_a_paper_is_its_owners_alone_to_read(here):
    kept = papers.store(institution_id=here, name="a.pdf", content=CONTENT)
    place = papers.path(here, kept.sha256)
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_a_paper_that_changed_on_disk_is_not_given_out(here):
    kept = papers.store(institution_id=here, name="a.pdf", content=CONTENT)
    papers.path(here, kept.sha256).write_bytes(b"%PDF-1.7 dua")
    with pytest.raises(PaperRefused, match="rusak"):
        papers.read(here, kept.sha256)


@pytest.mark.parametrize("sha256", ["", "../../secrets/django", "a" * 63 + "/"])
def test_only_a_hash_names_a_paper(here, sha256):
    with pytest.raises(PaperRefused):
        papers.path(here, sha256)


def test_files_that_nobody_names_go_after_a_day(here):
    kept = papers.store(institution_id=here, name="a.pdf", content=CONTENT)
    folder = settings.HOME.papers / str(here)
    strange, young = folder / ("b" * 64), folder / ("c" * 64)
    for one in (strange, young):
        one.write_bytes(b"x")
    old = time.time() - 2 * papers.DAY
    for one in (strange, papers.path(here, kept.sha256)):
        os.utime(one, (old, old))
    assert papers.tidy() == 1
    assert papers.path(here, kept.sha256).exists()
    assert young.exists()
