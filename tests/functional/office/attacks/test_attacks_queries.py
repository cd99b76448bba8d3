"""Arguments, forms and questions of programs with what nobody offers: no fault of ours."""

import re
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

import pytest
from django.test import Client
from django.urls import reverse
from tests.functional.office.attacks.attacked_things import arguments, things
from tests.functional.office.attacks.attacked_world import (
    of_power,
    office,
    templates,
    text_of,
)

from naungan.web import page


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unwatched")]
ODD = {  # as they stand in an address
    "sql": quote("' OR 1=1 --"),
    "closing": quote('"); DROP TABLE accounts_user; --'),
    "nul": "a%00b",
    "long": "9" * 5_000,
    "number": "-99999999999999999999",
    "wrong": "%FF%C0%D9%A3%E2%80%AE%25s%25%25",
}
FIELD = re.compile(r'<(?:input|select|textarea|button)[^>]* name="([^"]+)"')
MANY = 50  # questions of programs at least
FEW = 60  # pages at least
TURNS = 2  # each name is asked with as many odd values, one after another
WEB = Path(page.__file__).parent
READ = re.compile(r'GET(?:\.get)?[(\[]"(\w+)"')
QUESTION = re.compile(r'[?&;](\w+)=|<(?:input|select)[^>]* name="(?:\w+-)?(\w+)"')
ASKED = {"unduh", "semua", "selesai", "status", "segmen", "kelompok", "tugas", "q"}
MARK = 909_909_909
NUMBERS = ("0", "9223372036854775808", "9" * 5_000)
TEXTS = ("16.04' OR 1=1 --", "16.04%00", f"{'9' * 2_000}", "..%2F%F0%9F%92%A3")


@pytest.fixture
def people(founder):
    return office(founder)


@pytest.fixture
def made(founder, people):
    return things(founder, people)


def opened(people, made):
    """Yield every address, whoever opens it, and the names of what it may be asked."""
    for name, names, view in templates():
        declared = getattr(view, "audience", None)
        given = arguments(made).get(name, {})
        if (names and not given) or getattr(declared, "code", "") == "key":
            continue
        power = getattr(declared, "power", None)
        if power != "manage_institutions":
            yield name, reverse(name, kwargs=given), of_power(people, power)


def program(made):
    """Give a program with a key of ours."""
    return Client(headers={"authorization": f"Bearer {made['code']}"})


def in_place(name, given, one, odd):
    """Give the address with something else in the place of one argument."""
    if isinstance(given[one], int):
        return reverse(name, kwargs=given | {one: MARK}).replace(str(MARK), odd)
    mark = reverse(name, kwargs=given | {one: "tanda"})
    return mark.replace("tanda", odd)


def test_no_argument_of_any_address_makes_a_fault(people, made):
    faults = []
    for name, _names, view in templates():
        declared = getattr(view, "audience", None)
        given = arguments(made).get(name, {})
        if not given or declared.power == "manage_institutions":
            continue
        is_key = declared.code == "key"
        client = program(made) if is_key else of_power(people, declared.power)
        client.raise_request_exception = False
        for one, value in given.items():
            for odd in NUMBERS if isinstance(value, int) else TEXTS:
                address = in_place(name, given, one, odd)
                if client.get(address).status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    faults.append((name, odd[:20]))
    assert not faults


def in_turn(names, odd, turn):
    """Give each name an odd value, every turn another one."""
    return {one: odd[(at + turn) % len(odd)] for at, one in enumerate(sorted(names))}


def test_no_form_takes_what_it_never_offered_for_a_fault(people, made):
    faults, tried = [], 0
    odd = [unquote_to_bytes(one) for one in ODD.values()]
    for name, address, client in opened(people, made):
        client.raise_request_exception = False
        answer = client.get(address)
        text = text_of(answer)
        if answer.status_code == HTTPStatus.OK and 'method="post"' not in text_main(
            text
        ):
            continue
        names = {one for one in FIELD.findall(text) if one != "csrfmiddlewaretoken"}
        tried += 1
        for turn in range(TURNS):
            given = in_turn(names | {"appointment", "lembar"}, odd, turn)
            answer = client.post(address, given)
            text_of(answer)
            if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                faults.append((name, turn))
    assert not faults
    assert tried > FEW // 2


def text_main(text):
    """Give what is a page's own: every page has the frame's forms."""
    return text.partition("<main")[2]


def test_no_question_of_any_page_makes_a_fault(people, made):
    """Whatever any page asks and whatever the page itself asks, with odd values."""
    faults, tried = [], 0
    everywhere = ASKED.union(*map(asked_by, sorted(WEB.rglob("*.py"))))
    odd = [ODD[one] for one in ("sql", "nul", "number")]
    for name, address, client in opened(people, made):
        client.raise_request_exception = False
        names = everywhere.union(questions_of(text_of(client.get(address))))
        tried += 1
        for turn in range(len(odd)):
            given = in_turn(names, odd, turn)
            asked = "&".join(f"{one}={value}" for one, value in given.items())
            answer = client.get(f"{address}?{asked}")
            text_of(answer)
            if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                faults.append((name, turn))
    assert not faults
    assert tried > FEW


def questions_of(text):
    """Give the names in the links and fields of a page."""
    return sorted({link or field for link, field in QUESTION.findall(text)})


def asked_by(path):
    """Give the names of the questions that a module reads from an address."""
    return set(READ.findall(path.read_text(encoding="utf-8")))


def test_no_parameter_of_a_program_makes_a_fault(made, settings):
    settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 10**6)
    client, faults, tried = program(made), [], 0
    client.raise_request_exception = False
    known = arguments(made)
    described = client.get(reverse("api.openapi")).json()["paths"].values()
    operations = {
        f"api.{verb['operationId']}": [
            one["name"] for one in verb.get("parameters", ())
        ]
        for path in described
        for verb in path.values()
    }
    for name, names in operations.items():
        address = reverse(name, kwargs=known.get(name, {}))
        for one in names:
            for code, odd in ODD.items():
                answer = client.get(f"{address}?{one}={odd}")
                tried += 1
                if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    faults.append((name, one, code))
    assert not faults
    assert tried > MANY
