"""Files made to harm: bombs, false names, false lengths, more than was announced."""

import io
import os
import resource
import stat
import time
import zipfile
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings as office
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.intake.models import Batch
from naungan.casework.intake.running import trial
from naungan.web import arrival


pytestmark = pytest.mark.django_db
UPLOAD = "/data-masuk/unggah"
LIST = b"NIK;Nama Lengkap;Tanggal Lahir\n1604014101909001;Sari Rekaan;01-01-1990\n"
ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{ENTITIES}]>'
READS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="&l9;" sheetId="1" r:id="rId1"/></sheets></workbook>'
CELLS = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>NIK</t></is></c><c r="B1" t="inlineStr"><is><t>Nama Lengkap</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>1604014101909001</t></is></c><c r="B2" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
ODS = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell><text:p>NIK</text:p></table:table-cell><table:table-cell><text:p>Nama Lengkap</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>1604014101909001</text:p></table:table-cell><table:table-cell><text:p>&l9;</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>'
MOST_GROWTH = 300 << 10  # KiB
MOST_SECONDS = 10


@pytest.fixture
def sender(founder):
    scope.enter(scope.of_appointment(founder))
    Institution.objects.create(
        code="dua", kind="dpmd", name="Dinas Dua", region_code="16.04"
    )
    return appointed("agency_officer", "dua", "dua@contoh.id")[1]


def zipped(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def book(head, sheet=CELLS):
    return zipped(
        xl__workbook_xml=head + BOOK,
        xl__worksheets__sheet1_xml=head + sheet,
        **{"xl/_rels/workbook.xml.rels".replace(".", "_"): RELS},
    )


def form(**rest):
    return {
        "kind": "workers",
        "region": "16.04",
        "month": "10/2026",
        "mode": "add",
    } | rest


def send(client, *files, **rest):
    carried = [SimpleUploadedFile(*one) for one in files]
    return client.post(UPLOAD, form(documents=carried, whole="1", **rest))


def batches():
    scope.tell(None, None, every=True)
    return list(Batch.objects.all())


def left_over():
    return list((Path(office.HOME.uploads) / "arriving").glob("*"))


@pytest.mark.parametrize("head", [LAUGHS, READS], ids=["laughs", "reads"])
@pytest.mark.parametrize("form_of", ["xlsx", "ods"])
def test_a_sheet_of_entities_neither_swells_nor_reads_the_machine(
    sender, head, form_of
):
    content = book(head) if form_of == "xlsx" else zipped(content_xml=head + ODS)
    before, since = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        time.process_time(),
    )
    said = send(sender, (f"a.{form_of}", content, "")).content.decode()
    for batch in batches():
        for part in ("", "/pemetaan"):
            said += sender.get(f"/data-masuk/{batch.pk}{part}").content.decode()
        sender.post(
            f"/data-masuk/{batch.pk}/pemetaan", {"kolom-0": "nik", "kolom-1": "name"}
        )
        trial.carry_out(batch.pk)
        said += sender.get(f"/data-masuk/{batch.pk}").content.decode()
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < MOST_GROWTH
    assert time.process_time() - since < MOST_SECONDS
    assert "root:" not in said
    assert "lollol" not in said


def lying():
    """Give a workbook whose directory says that a sheet of 300 MB is a few bytes long."""
    content = bytearray(
        zipped(xl__workbook_xml="<x/>", xl__worksheets__sheet1_xml=bytes(300 << 20))
    )
    real = (300 << 20).to_bytes(4, "little")
    while (at := content.find(real)) >= 0:
        content[at : at + 4] = (40).to_bytes(4, "little")
    return bytes(content)


def test_a_bomb_that_lies_about_its_size_swells_nothing(sender):
    before, since = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        time.process_time(),
    )
    send(sender, ("bom.xlsx", lying(), ""))
    for batch in batches():
        sender.get(f"/data-masuk/{batch.pk}/pemetaan")
        trial.carry_out(batch.pk)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH
    assert time.process_time() - since < MOST_SECONDS


def test_a_workbook_of_very_many_parts_is_refused(sender):
    parts = {f"p{n}": "" for n in range(10_001)}
    answer = send(sender, ("a.xlsx", zipped(xl__workbook_xml="<x/>", **parts), ""))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not batches()


NAMES = {
    "above": "../../../../etc/cron.d/jahat.csv",
    "windows": "..\\..\\jahat.csv",
    "absolute": "/etc/passwd.csv",
    "nul": "a\x00.png.csv",
    "long": "a" * 5_000 + ".csv",
    "rightwards": "daftar\u202evsc.exe.csv",
    "markup": '"><script>alert(1)</script>.csv',
    "lines": "a\r\nSet-Cookie: x=1.csv",
    "dots": "....csv",
    "hidden": ".csv.csv",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_name_becomes_a_path_or_leads_its_reader_astray(sender, name):
    answer = send(sender, (name, LIST, "text/csv"))
    assert answer.status_code in {HTTPStatus.FOUND, HTTPStatus.UNPROCESSABLE_ENTITY}
    for batch in batches():
        assert not set("/\\\x00\r\n\u202e") & set(batch.name)
        assert len(batch.name) <= arrival.LONGEST_NAME
        assert batch.name.endswith(".csv")
        page = sender.get(f"/data-masuk/{batch.pk}").content.decode()
        assert "<script>alert" not in page
    assert not left_over()
    inside = {one.name for one in Path(office.HOME.uploads).iterdir()}
    assert inside <= {
        *(one.sha256 for one in batches()),
        "arriving",
        "returned",
        "runs",
    } | {one for one in inside if len(one) == 64}


def test_what_was_sent_is_readable_by_its_owner_alone(sender):
    old = os.umask(0)
    try:
        send(sender, ("a.csv", LIST, "text/csv"))
        [batch] = batches()
        sender.get(f"/data-masuk/{batch.pk}/pemetaan")
        trial.carry_out(batch.pk)
    finally:
        os.umask(old)
    root = Path(office.HOME.uploads)
    for path in (root, *root.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_more_files_or_fields_than_a_form_has_are_refused(sender):
    many = [(f"{n}.csv", LIST + b"%d\n" % n, "") for n in range(arrival.MOST_FILES + 1)]
    answer = send(sender, *many)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    fields = {f"x{n}": "1" for n in range(3_000)}
    refused = send(sender, ("a.csv", LIST, ""), **fields)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    flood = [(f"{n}.csv", b"x", "") for n in range(150)]
    assert send(sender, *flood).status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert not left_over()


@pytest.mark.parametrize("announced", [-1, 10, 400, "x", "-5", ""])
def test_a_body_of_another_length_than_announced_enters_nothing(sender, announced):
    """What follows the announced end belongs to nobody; what is missing was cut off."""
    edge = "tepi"
    fields = form(whole="1")
    body = "".join(
        f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'
        for k, v in fields.items()
    )
    body += f'--{edge}\r\nContent-Disposition: form-data; name="documents"; filename="a.csv"\r\n\r\n'
    content = body.encode() + LIST * 10_000 + f"\r\n--{edge}--\r\n".encode()
    answer = sender.generic(
        "POST",
        UPLOAD,
        content,
        f"multipart/form-data; boundary={edge}",
        CONTENT_LENGTH=str(len(content) * 2 if announced == -1 else announced),
        **{"wsgi.input": io.BytesIO(content)},
    )
    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert not left_over()
    assert announced == -1 or not batches()
