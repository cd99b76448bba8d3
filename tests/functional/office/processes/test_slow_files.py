"""While a file comes in no transaction is open; for whoever may not send none comes."""

import io

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from naungan.web.scope import ScopedTransaction


pytestmark = pytest.mark.django_db
BOUNDARY = "batas"
FORM = (
    f"--{BOUNDARY}\r\nContent-Disposition: form-data; "
    f'name="documents"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n'
    f"nama\r\nSARI\r\n--{BOUNDARY}--\r\n"
).encode()


class Slow(io.BytesIO):
    """A body that notes how deep in transactions it was read."""

    depths: list[int]

    def read(self, *size):
        """Give a piece and note where."""
        self.depths.append(len(connection.savepoint_ids))
        return super().read(*size)


def asked(client, settings, tmp_path, path="/data-masuk/unggah"):
    """Send a form as the session of a client; give the body and what the page saw."""
    body = Slow(FORM)
    body.depths = []
    request = RequestFactory().post(path)
    request.session = client.session
    request.META |= {
        "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
        "CONTENT_LENGTH": str(len(FORM)),
        "wsgi.input": body,
    }
    request = type(request)(request.META)
    request.session = client.session
    seen = {}

    def page(given):
        seen["depth"] = len(connection.savepoint_ids)
        coming = getattr(given, "coming", None)
        seen["files"] = [one.name for one in given.FILES.values()] if coming else []
        return HttpResponse()

    ScopedTransaction(page)(request)
    return body, seen


@pytest.fixture
def sender(person, settings, tmp_path):
    """Somebody who may send files."""
    settings.HOME = type("Home", (), {"uploads": tmp_path})()
    return person("examiner")


def test_a_slow_file_holds_no_transaction(sender, settings, tmp_path):
    outside = len(connection.savepoint_ids)
    body, seen = asked(sender, settings, tmp_path)
    assert body.depths
    assert set(body.depths) == {outside}
    assert seen == {"depth": outside + 1, "files": ["a.csv"]}
    assert list((tmp_path / "arriving").iterdir()) == []


def test_of_whoever_may_not_send_nothing_is_read(person, sender, settings, tmp_path):
    viewer = person("state_attorney", "kejari")
    body, seen = asked(viewer, settings, tmp_path)
    assert body.depths == []
    assert seen["files"] == []


def test_other_addresses_and_missing_ones_go_straight_on(sender, settings, tmp_path):
    for path in ("/data-masuk", "/tidak/ada"):
        body, seen = asked(sender, settings, tmp_path, path)
        assert body.depths == []
        assert seen["files"] == []
