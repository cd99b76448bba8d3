"""Every address for every role gives the answer that its page declares."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from naungan.casework.accounts.roles import ROLES
from naungan.web.audience import NOBODY, OF_LIBRARIES, PUBLIC


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unwatched")]
SIGN_IN = "/akun/login/"
ARGUMENTS = {
    "code": "tidak-ada",
    "number": 999_999,
    "duty": "regulate",
    "parent": 999_999,
    "party": 999_999,
    "row": 999_999,
    "payment": 999_999,
    "taken": 999_999,
    "reply": 999_999,
    "link": 999_999,
    "paper": 999_999,
    "sent": 999_999,
    "mandate": 999_999,
    "decision": 999_999,
    "year": 999_999,
    "one": 999_999,
    "campaign": 999_999,
    "kind": "litigation",
    "uidb36": "1",
    "key": "a-b",
    "noun": "person",
    "noun_id": "1",
    "question": "duty",
    "rest": "tidak-ada",
    "kpj": "1",
    "npp": "1",
    "verb": "dikerjakan",
    "approval": 999_999,
    "form": "pdf",
}
# What a page answers to whoever may open it, where that is not a page at once.
OPENED = {
    HTTPStatus.OK,
    HTTPStatus.FOUND,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
}


def addresses(patterns=None, kept=()):
    """Yield every address with its name, its arguments and its audience."""
    for one in patterns or get_resolver().url_patterns:
        names = (*kept, *one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, names)
        elif isinstance(one, URLPattern):
            declared = getattr(one.callback, "audience", None) or OF_LIBRARIES.get(
                one.name
            )
            given = {name: ARGUMENTS[name] for name in names}
            yield pytest.param(one.name, given, declared, id=one.name)


ADDRESSES = list(addresses())


@pytest.mark.parametrize(("name", "given", "declared"), ADDRESSES)
def test_a_stranger_sees_what_is_public_and_is_sent_to_sign_in_elsewhere(
    db, name, given, declared
):
    answer = Client().get(reverse(name, kwargs=given))
    if declared == NOBODY:
        assert answer.status_code == HTTPStatus.NOT_FOUND
    elif declared == PUBLIC:
        assert answer.status_code in OPENED
    elif declared.code == "key":
        assert answer.status_code == HTTPStatus.UNAUTHORIZED
    else:
        assert answer.status_code == HTTPStatus.FOUND
        assert answer.url.startswith(SIGN_IN)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_opens_exactly_the_pages_of_its_powers(person, role):
    client = person(role)
    wrong = []
    for name, given, declared in (one.values for one in ADDRESSES):
        if declared in (NOBODY, PUBLIC) or name.startswith(("account_", "mfa_")):
            continue
        answer = client.get(reverse(name, kwargs=given))
        if declared.code == "key":  # a session opens nothing to programs
            if answer.status_code != HTTPStatus.UNAUTHORIZED:
                wrong.append((name, answer.status_code))
            continue
        allowed = declared.power is None or declared.power in ROLES[role].powers
        expected = OPENED if allowed else {HTTPStatus.FORBIDDEN}
        if answer.status_code not in expected:
            wrong.append((name, answer.status_code))
    assert not wrong


def test_every_address_declares_who_may_open_it():
    undeclared = [one.id for one in ADDRESSES if one.values[2] is None]
    assert not undeclared


@pytest.mark.parametrize("name", ["people", "looks", "looks.acts"])
def test_one_institution_sees_nothing_of_another(person, name):
    ours = person("administrator", code="lembaga-a")
    answer = ours.get(reverse(name))
    assert "Pendiri Rekaan" not in answer.content.decode()
