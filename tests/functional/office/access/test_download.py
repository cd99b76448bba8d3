"""Tables that leave the office: who may take them, and what is written down of it."""

import csv
import io
from dataclasses import replace
from http import HTTPStatus

import pytest
from django.test import RequestFactory
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Act
from naungan.web import download
from naungan.web.download import Column, Sheet


pytestmark = pytest.mark.django_db


def sheet(count=2):
    rows = ((number, f"baris {number}") for number in range(count))
    columns = (Column("Nomor", "number"), Column("Nama"))
    return Sheet("uji", "Uji", ("Wilayah: X",), columns, rows)


@pytest.fixture
def request_of(founder):
    """Make a request that entered the scope of a role."""

    def make(role, query="?unduh=csv"):
        kind = {"branch_head": "bpjs_branch"}.get(role, "dpmd")
        held, _ = appointed(role, role, f"{role}@contoh.id", kind)
        request = RequestFactory().get(f"/uji{query}")
        request.scope = scope.of_appointment(held)
        scope.enter(request.scope)
        return request

    return make


def test_whoever_may_take_files_away_gets_one_and_that_is_an_act(request_of):
    request = request_of("branch_head")
    answer = download.answer(request, sheet(), "csv")
    assert answer.status_code == HTTPStatus.OK
    text = io.StringIO(answer.content.decode("utf-8-sig"))
    assert list(csv.reader(text, delimiter=";"))[1:] == [
        ["0", "baris 0"],
        ["1", "baris 1"],
    ]
    assert answer["Content-Disposition"].startswith('attachment; filename="uji-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    done = Act.objects.get(verb="download")
    assert (done.noun, done.noun_id, done.details) == ("uji", "csv", {"rows": 2})


def test_a_file_is_named_by_what_it_holds_and_of_where(request_of):
    named = replace(sheet(), title="Cakupan Lebuay Bandung")
    answer = download.answer(request_of("branch_head"), named, "csv")
    assert "cakupan-lebuay-bandung-2" in answer["Content-Disposition"]


@pytest.mark.parametrize("form", sorted(download.FORMS))
def test_whoever_lacks_the_power_is_refused_in_every_form(request_of, form):
    request = request_of("data_officer")
    answer = download.answer(request, sheet(), form)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert not Act.objects.filter(verb="download").exists()


def test_a_long_file_is_sent_from_disk_piece_by_piece(request_of, monkeypatch):
    monkeypatch.setattr(download, "KEPT_IN_MEMORY", 100)
    answer = download.answer(request_of("branch_head"), sheet(5_000), "csv")
    assert answer.streaming
    assert b"".join(answer).count(b"\r\n") == 5_001
    answer.close()


@pytest.mark.parametrize(
    ("query", "form"),
    [("?unduh=xlsx&x=1", "xlsx"), ("?unduh=exe", None), ("", None), ("?unduh=", None)],
)
def test_only_the_forms_that_exist_are_asked_for(query, form):
    assert download.asked(RequestFactory().get(f"/uji{query}")) == form
