"""Visitors who try codes are counted; what they see no search engine keeps."""

from http import HTTPStatus

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from naungan.casework.accounts import request_counts
from naungan.web import visitor_limit
from naungan.web.visitor_limit import MOST, MOST_BYTES, VisitorLimit


@pytest.fixture
def asked(monkeypatch):
    """Ask for a path as the visitor who has already asked so often this minute."""

    def ask(path, often, **rest):
        monkeypatch.setattr(
            request_counts, "counted", lambda askers: dict.fromkeys(askers, often)
        )
        monkeypatch.setattr(
            visitor_limit, "render", lambda _, __, status: HttpResponse(status=status)
        )
        return VisitorLimit(lambda _: HttpResponse("isi"))(
            RequestFactory().get(path, **rest)
        )

    return ask


def test_a_page_behind_a_code_is_kept_by_no_search_engine(asked):
    assert "noindex" in asked("/jawab/abc", MOST)["X-Robots-Tag"]


def test_whoever_tries_too_often_is_told_when_to_come_back(asked):
    refused = asked("/jawab/abc", MOST + 1)
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert int(refused["Retry-After"]) > 0


def test_other_pages_are_not_counted_here(asked):
    assert "X-Robots-Tag" not in asked("/kasus", MOST + 1)


def test_what_is_announced_as_too_large_is_refused_before_it_is_read(asked):
    refused = asked("/jawab/abc", 1, CONTENT_LENGTH=str(MOST_BYTES + 1))
    assert refused.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
