"""The public calculator as a visitor meets it: amounts, links, refusals, no harm."""

import html
import json
import re
from http import HTTPStatus

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.functional.office.journeys.browser import (
    PHONE,
    Visitor,
    require_browser,
    running_browser,
    running_office,
)

from naungan.law.kinds import answer
from naungan.web.pages.calculator.asked import ask
from naungan.web.pages.calculator.questions import QUESTIONS


pytestmark = pytest.mark.django_db
MOST_QUERIES = 3  # the database is told that nobody asks

# The examples that the law was asked for, with their amounts by hand or by source:
# 0.24% and 0.3% of 5,000,000 with 3.7% and 2% (employer), 2% and 1% (worker) …
EXAMPLES = {
    "a wage worker of June 2026": (
        "iuran",
        "segment=PU&month=2026-06&wage=5.000.000&risk_group=very_low&scale=large",
        {"employer": 312_000, "worker": 150_000},
    ),
    "a farmer paid by the region: 10,000 + 6,800": (
        "iuran",
        (
            "segment=BPU&month=2026-10&income=1000000&programmes=JKK&programmes=JKM"
            "&payer=apbd&occupation=farmer"
        ),
        {"total": 16_800},
    ),
    "a contract of 180 million": (
        "iuran",
        "segment=JAKON&month=2024-05&contract_value=180000000",
        {"JKK": {"total": 346_000}, "JKM": {"total": 46_000}},
    ),
    "two alike cost twice: 2 x (312,000 + 150,000) is sent": (
        "tagihan",
        (
            "segment=PU&month=2026-06&risk_group=very_low&scale=large"
            "&workers-1-count=2&workers-1-wage=5000000"
        ),
        {"remitted": 924_000},
    ),
    "death that is not from work": (
        "manfaat",
        (
            "programme=JKM&segment=BPU&event_date=2024-03-16&joined=2021-01&active=ya"
            "&children-1-level=SD&children-1-grade=1"
            "&children-2-level=SMA&children-2-grade=2"
        ),
        {"total": 42_000_000},
    ),
    "death at work: 48 x 3,000,000 + 12,000,000 + 10,000,000": (
        "manfaat",
        "programme=JKK&segment=PU&event_date=2023-05-02&wage=3000000&outcome=death",
        {"total": 166_000_000},
    ),
    "three months late: 570,000 x 2% x 3": (
        "denda",
        (
            "type=late&segment=PU&programme=JHT&month=2024-01&amount=570000"
            "&paid_on=2024-05-10"
        ),
        {"months_late": 3, "fine": 34_200},
    ),
    "unemployment: 60% of 5,000,000 for six months": (
        "manfaat",
        "programme=JKP&event_date=2025-03-10&wage=7000000",
        {"total": 18_000_000},
    ),
    "five unpaid months of one fisher of the lowest income: 5 x 16,800": (
        "tunggakan",
        (
            "segment=BPU&on=2025-12-20&months=2025-07&months-sampai=2025-11"
            "&income=1000000&programmes=JKK&programmes=JKM&occupation=fisher"
        ),
        {"contribution": 84_000, "fine": 0},
    ),
    "forty-two million if a worker died today": (
        "belum-diklaim",
        "as_of=2026-11-20&segment=PU",
        {"would_pay": {"JKM": 42_000_000}},
    ),
    "a large firm that never registered": (
        "kewajiban",
        (
            "on=2026-11-20&segment=PU&scale=large&registered=tidak"
            "&first_worker_on=2026-01-05"
        ),
        {"obligatory": ["JKK", "JKM", "JHT", "JP"], "broken": ["PWBD"]},
    ),
}


@pytest.fixture
def visitor():
    return Client()


def text_of(response):
    """Give what a reader sees of a page, without marks and tags."""
    seen = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(seen).split())


def amounts_in(expected):
    for value in expected.values():
        if isinstance(value, dict):
            yield from amounts_in(value)
        elif isinstance(value, int) and value > 100:
            yield f"{value:,}".replace(",", ".")


def holds(expected, got):
    """Tell whether every expected value stands in the results."""
    if isinstance(expected, dict):
        return all(holds(value, got[key]) for key, value in expected.items())
    return expected == got


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_and_its_file_give_the_amounts_of_the_law(visitor, name):
    code, query, expected = EXAMPLES[name]
    page = visitor.get(f"/kalkulator/{code}?{query}", follow=True)
    assert page.status_code == HTTPStatus.OK
    seen = text_of(page)
    assert [one for one in amounts_in(expected) if one not in seen] == []
    file = visitor.get(f"/kalkulator/{code}/json?{query}")
    assert file.status_code == HTTPStatus.OK
    assert holds(expected, json.loads(file.content)["results"])
    assert "attachment" in file["Content-Disposition"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_shared_link_asks_the_same_again(visitor, name):
    code, query, _ = EXAMPLES[name]
    first = visitor.get(f"/kalkulator/{code}?{query}&lain=&tidak_dikenal=1")
    assert first.status_code == HTTPStatus.FOUND
    assert "tidak_dikenal" not in first.url
    again = visitor.get(first.url)
    assert again.status_code == HTTPStatus.OK
    assert again.context["address"] == first.url.partition("?")[2]
    fresh = visitor.get(first.url.replace("?", "/json?"))
    assert json.loads(fresh.content)["question"] == again_stated(code, first.url)


def again_stated(code, url):
    return ask(QUESTIONS[code], QueryDict(url.partition("?")[2])).stated


def test_names_never_enter_the_link(visitor):
    query = "segment=PU&month=2026-10&workers-1-name=Budi&workers-1-wage=5000000"
    answered = visitor.get(f"/kalkulator/tagihan?{query}", follow=True)
    assert "Budi" not in answered.request["QUERY_STRING"]
    assert "Budi" not in answered.content.decode()


def test_every_variant_of_every_question_opens_empty(visitor):
    for code, question in QUESTIONS.items():
        for variant in question.variants:
            split = f"?{question.splits}={variant.value}" if question.splits else ""
            page = visitor.get(f"/kalkulator/{code}{split}")
            assert page.status_code == HTTPStatus.OK, (code, variant.value)
            assert page.context["shown"] is None
            assert page.context["inputs"].first


REFUSED = {
    "no month": ("iuran", "segment=PU&month=Bulan&wage=5", "f-month"),
    "a negative wage": ("iuran", "segment=PU&month=2026-10&wage=-1", "f-wage"),
    "an empty form": ("iuran", "segment=PU&hitung=1", "f-month"),
    "a row": (
        "tagihan",
        "segment=PU&month=2026-10&workers-1-wage=1&workers-4-wage=x",
        "f-workers-2-wage",
    ),
    "beyond the recorded law": ("iuran", "segment=PU&month=2040-01&wage=1", ""),
    "a wage in a self-employed case": ("iuran", "segment=BPU&month=2026-10&wage=1", ""),
    "a text that is too long": (
        "iuran",
        f"segment=PU&month=2026-10&wage={'9' * 201}",
        "f-wage",
    ),
    "too many rows": (
        "tagihan",
        "segment=PU&month=2026-10"
        + "".join(f"&workers-{one}-wage=1" for one in range(1, 102)),
        "f-workers",
    ),
    "too many months": (
        "tunggakan",
        "segment=PU&on=2026-11-20&months=2015-07..2026-10"
        + "".join(f"&workers-{one}-wage=9" for one in range(1, 12)),
        "f-workers",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_summed_up_and_bound_to_its_field(visitor, name):
    code, query, place = REFUSED[name]
    page = visitor.get(f"/kalkulator/{code}?{query}", follow=True)
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    content = page.content.decode()
    assert "<title>Galat:" in content
    assert 'class="summary"' in content
    assert page.context["fault"].id == place
    assert not place or f'id="{place}"' in content
    file = visitor.get(f"/kalkulator/{code}/json?{query}")
    assert file.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert json.loads(file.content)["error"]


@pytest.mark.parametrize(
    "said", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}"]
)
@pytest.mark.parametrize(
    "field", ["wage", "month", "risk_group", "scale", "programmes", "segment"]
)
def test_what_is_sent_comes_back_as_text_only(visitor, field, said):
    query = QueryDict(mutable=True)
    query.update({"segment": "PU", "month": "2026-10", "wage": "5000000"})
    query[field] = said
    page = visitor.get(f"/kalkulator/iuran?{query.urlencode()}", follow=True)
    assert page.status_code in (HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY)
    content = page.content.decode()
    assert "<script>alert" not in content
    assert "<img" not in content
    assert "49" not in re.findall(r"value=\"([^\"]*)\"", content)


@pytest.mark.parametrize("path", ["entah", "entah/json"])
def test_an_unknown_question_is_not_found(visitor, path):
    assert visitor.get(f"/kalkulator/{path}").status_code == HTTPStatus.NOT_FOUND


def test_an_address_beyond_measure_is_a_bad_request_without_a_trace(visitor):
    query = "&".join(f"workers-{one}-wage=1" for one in range(3_000))
    page = visitor.get(f"/kalkulator/tagihan?{query}")
    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert "Traceback" not in page.content.decode()


@pytest.mark.parametrize("path", ["", "/iuran", "/iuran/json", "/untuk-keluarga"])
def test_the_calculator_is_only_read(visitor, path):
    answered = visitor.post(f"/kalkulator{path}", {"wage": "1"})
    assert answered.status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_a_row_is_added_without_a_script_and_nothing_is_lost(visitor):
    query = "segment=PU&month=2026-10&workers-1-wage=5000000&tambah=workers"
    page = visitor.get(f"/kalkulator/tagihan?{query}")
    assert page.context["shown"] is None
    (rows,) = [one.rows for one in page.context["inputs"].first if one.rows]
    assert [row.number for row in rows] == [1, 2]
    assert rows[0].front[1].value == "5000000"


def test_a_visitor_costs_the_database_next_to_nothing(visitor):
    code, query, _ = EXAMPLES["a wage worker of June 2026"]
    visitor.get(f"/kalkulator/{code}?{query}")
    with CaptureQueriesContext(connection) as captured:
        visitor.get(f"/kalkulator/{code}?{query}")
    asked = [one["sql"] for one in captured if "SAVEPOINT" not in one["sql"]]
    assert len(asked) <= MOST_QUERIES, asked


def test_the_page_speaks_english_too(visitor):
    code, query, _ = EXAMPLES["a wage worker of June 2026"]
    page = visitor.get(f"/kalkulator/{code}?{query}", headers={"accept-language": "en"})
    seen = text_of(page)
    assert "Contributions of a wage worker, June 2026" in seen
    assert "Rp312.000" in seen


def test_families_read_the_figures_of_the_law(visitor):
    seen = text_of(visitor.get("/kalkulator/untuk-keluarga"))
    died = answer(
        "benefit", {"programme": "JKM", "segment": "PU", "event_date": "2026-11-21"}
    )
    assert f"Rp{died.results['total']:,}".replace(",", ".") in seen
    assert "Jamsostek untuk pekerja dan keluarganya" in seen


def test_a_visitor_with_a_browser_calculates_on_a_phone_and_without_scripts(
    home, tmp_path
):
    require_browser()
    log = tmp_path / "up.log"
    with running_office(home, log) as (address, _), running_browser() as browser:
        visitor = Visitor(browser, address, tmp_path, size=PHONE)
        look_at_every_question(visitor)
        plain = Visitor(browser, address, tmp_path, java_script_enabled=False)
        calculate(plain)
        assert not [*visitor.wrong, *plain.wrong]


def look_at_every_question(visitor):
    """Answers, an empty form, an error and the page for families, each judged."""
    for code, query in {code: query for code, query, _ in EXAMPLES.values()}.items():
        assert visitor.go(f"/kalkulator/{code}?{query}") == HTTPStatus.OK
        visitor.look(f"kalkulator-{code}")
    visitor.go("/kalkulator")
    visitor.look("kalkulator")
    visitor.go("/kalkulator/iuran?segment=PU&month=2026-06&wage=abc")
    assert visitor.page.title().startswith("Galat:")
    visitor.look("kalkulator-galat")
    visitor.go("/kalkulator/untuk-keluarga")
    visitor.look("kalkulator-keluarga")


def calculate(visitor):
    """Fill in the form as a person does; the answer comes with an address of its own."""
    visitor.go("/kalkulator/iuran?segment=PU")
    visitor.fill(month="2026-06", wage="5000000")
    visitor.press("Hitung")
    assert "Rp312.000" in visitor.page.locator("main").inner_text()
    assert "month=2026-06&wage=5000000" in visitor.page.url
    assert "scale" not in visitor.page.url
