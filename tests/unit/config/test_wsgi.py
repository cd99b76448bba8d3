"""What the server loads before its first page is no garbage and never searched through."""

import gc

import pytest
from django.template import Engine
from django.urls import get_resolver


@pytest.fixture
def thawed():
    yield
    gc.unfreeze()


class Answer(list):
    """An answer of the server, of which nothing is kept."""

    def close(self):
        self.clear()


def test_the_first_page_is_answered_in_both_languages_before_anybody_asks(monkeypatch):
    from naungan.config import wsgi

    asked = []

    def application(environ, start):
        asked.append((environ["PATH_INFO"], environ["HTTP_COOKIE"].rpartition("=")[2]))
        start("200 OK", [])
        return Answer([b"a page"])

    monkeypatch.setattr(wsgi, "application", application)
    assert wsgi.open_first_page() == ["200 OK", "200 OK"]
    assert asked == [("/kalkulator", "id"), ("/kalkulator", "en")]


@pytest.mark.django_db
def test_pages_and_law_are_loaded_and_kept_out_of_the_search(settings, thawed):
    from naungan.config import wsgi  # its import is what the server does

    before = gc.get_freeze_count()
    kept = [[number] for number in range(1000)]
    wsgi.settle()
    assert gc.get_freeze_count() >= before + len(kept)
    searched = {id(one) for one in gc.get_objects()}
    assert not searched & {id(one) for one in kept}
    assert id(get_resolver().url_patterns) not in searched
    (loader,) = Engine.get_default().template_loaders
    page = loader.get_template_cache["cases/one.html"]
    assert not searched & {id(node) for node in page.nodelist}
