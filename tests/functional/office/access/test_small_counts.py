"""No page, file or answer to a program shows a count of fewer than ten people.

The district has two or three workers in each village, so nearly every count of a
village is small, and a snapshot made for work of one's own holds them all.
"""

import json
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from tests.functional.office.small_district import OWNER, SMALL
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.models import Institution
from naungan.casework.intake.figures import SMALLEST_SHOWN
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot


pytestmark = pytest.mark.django_db
COUNTS = ("numerator", "low", "high", "denominator")
EVERYTHING = Scope(institution="uji", regions=EVERYWHERE, purpose="uji")
FORMS = ("csv", "xlsx")


@pytest.fixture
def rows(built):
    """Every figure of the newest snapshot, as the run wrote it."""
    snapshot = Snapshot.open(built[-1].folder, lambda _look: None)
    found = snapshot.measures(EVERYTHING, SMALL.code)
    for level in ("district", "village"):
        found += snapshot.measures_inside(EVERYTHING, SMALL.code, level, whole=False)
    return found


@pytest.fixture
def village(rows):
    """Give a village of few people, and one of its rows."""
    return next(
        row
        for row in rows
        if row["level"] == "village"
        and row["measure"] == "coverage"
        and not row["segment"]
        and 0 < row["denominator"] < SMALLEST_SHOWN
    )


@pytest.fixture
def program(founder, published):
    """A program that may read what is published."""
    reach = scope.of_appointment(founder)
    scope.enter(reach)
    _, code = tokens.create(
        by=reach,
        institution=Institution.objects.get(code=OWNER),
        name="uji",
        powers=tokens.FOR_PROGRAMS,
        region_code=SMALL.code,
        days=1,
    )
    return Client(headers={"authorization": f"Bearer {code}"})


def numbers(answer):
    """Yield every figure in an answer to a program, wherever it stands."""
    if isinstance(answer, dict):
        if "denominator" in answer:
            yield answer
        for one in answer.values():
            yield from numbers(one)
    elif isinstance(answer, list):
        for one in answer:
            yield from numbers(one)


def read(client, address):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == HTTPStatus.OK, answer.content
    return json.loads(answer.content)


def whole(client, address):
    """Read every page of an answer."""
    page = read(client, address)
    yield page
    while page.get("next"):
        mark = "&" if "?" in address else "?"
        page = read(client, f"{address}{mark}after={page['next']}")
        yield page


def is_small(count):
    return count is not None and 0 < count < SMALLEST_SHOWN


def test_no_program_reads_a_universe_or_a_fund_of_few(program, rows, village):
    assert any(is_small(row["denominator"]) for row in rows)
    district = village["region_code"][:8]
    shown = []
    for code in (SMALL.code, district, village["region_code"]):
        for address in (
            f"regions/{code}",
            f"regions/{code}/league",
            f"regions/{code}/measures?limit=500",
        ):
            for page in whole(program, address):
                shown += numbers(page)
    assert shown
    hidden = [one for one in shown if one["hidden"]]
    assert hidden
    assert not [one for one in hidden if any(one[name] for name in COUNTS)]
    for one in shown:
        assert not is_small(one["denominator"]), one
        assert not (one["funder"] and is_small(one["low"])), one


def test_no_page_and_no_file_shows_a_village_of_few(published, person, village):
    client = person("branch_head")
    code = village["region_code"]
    page = plain(client.get(reverse("coverage.region", kwargs={"code": code})))
    assert f"dari {village['denominator']} pekerja" not in page
    why = plain(client.get(reverse("why.region", kwargs={"code": code})))
    assert "tidak ditampilkan (terlalu kecil)" in why
    assert f" dari {village['denominator']} = " not in why
    table = reverse("coverage.region", kwargs={"code": code[:8]})
    for form in FORMS:
        answer = client.get(table, {"unduh": form})
        assert answer.status_code == HTTPStatus.OK
    text = client.get(table, {"unduh": "csv"}).getvalue().decode("utf-8-sig")
    (line,) = [one for one in text.splitlines() if code in one]
    assert str(village["denominator"]) not in line.replace(code, "").split(";")


def test_ones_own_list_is_whole_for_all_that(published, person, built):
    snapshot = Snapshot.open(built[-1].folder, lambda _look: None)
    everybody = snapshot.uncovered(EVERYTHING, SMALL.code, limit=5_000)
    code = next(row["village_code"] for row in everybody if row["village_code"])
    names = {row["name"] for row in everybody if row["village_code"] == code}
    dotted = f"{str(code)[:2]}.{str(code)[2:4]}.{str(code)[4:6]}.{str(code)[6:]}"
    page = plain(
        person("branch_head").get(reverse("workers.region", kwargs={"code": dotted}))
    )
    assert names
    assert all(name in page for name in names)
