"""Sending a file: its bytes as they are, written to disk while they come."""

import contextlib
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, StopFutureHandlers
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Status

from naungan.casework.intake import actions
from naungan.lib.dates import parse_month
from naungan.web.api import reach
from naungan.web.api.door import sends
from naungan.web.api.ledger import batch_shape
from naungan.web.api.shapes import ledger as shapes
from naungan.web.api.shapes.shape import MONTH
from naungan.web.arrival import NO_ROOM, STEP, TAKERS, Arrival, ArrivedFile
from naungan.web.file_check import fault
from naungan.web.programs.bearer import KeyRequest
from naungan.web.programs.problem import TOO_LARGE, WRONG, Problem


TAG: Final = _("Berkas dan proses")
FOLDER: Final = "arriving"
BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"}
            }
        },
    }
}
Name = Annotated[
    str,
    Query(
        pattern=r"^[^/\\\x00-\x1f]{1,100}\.(csv|xlsx|ods|parquet)$",
        description=_("Nama berkas, dengan akhiran csv, xlsx, ods, atau parquet."),
    ),
]
FileKind = Literal["workers", "members", "employers", "contributions", "universe"]
MonthQuery = Annotated[
    str | None, Query(pattern=MONTH, description=_("Bulan data, TTTT-BB."))
]


@sends(
    *("upload", "api.upload", shapes.Batch, "upload"),
    *(_("Mengirim berkas"), _("Kirim isi berkas apa adanya; jawabannya nomor berkas.")),
    *(TAG, BODY),
)
def send(
    request: KeyRequest,
    name: Name,
    kind: FileKind,
    region: reach.RegionQuery = None,
    month: MonthQuery = None,
    mode: Literal["replace", "add"] = "replace",
) -> Status[shapes.Batch]:
    """Take a file into the ledger; a person maps, tries and submits it on the page."""
    code = reach.inside(request.scope, region)
    file = _whole(request)
    wrong = fault(file)
    if wrong:
        raise Problem(WRONG, wrong)
    batch = actions.receive(
        by=request.scope,
        name=file.name or name,
        kind=kind,
        region_code=code,
        path=file.path,
        sha256=file.sha256,
        size=file.size or 0,
        mode=mode,
        month=parse_month(month) if month else None,
    )
    return Status(201, batch_shape(batch))


@contextlib.contextmanager
def _taken_in(request: HttpRequest) -> Iterator[Arrival]:
    """Let the body of a request come to disk, however slowly."""
    coming = Arrival(settings.HOME.uploads / FOLDER)
    try:
        name = request.GET.get("name", "")
        request.taken = (_arrived(request, coming, name), coming)  # type: ignore[attr-defined]
        yield coming
    finally:
        coming.clear()


TAKERS["api.upload"] = _taken_in


def _arrived(request: HttpRequest, coming: Arrival, name: str) -> ArrivedFile | None:
    """Write the body of a request to disk; one that is too large is given up midway."""
    announced = int(request.META.get("CONTENT_LENGTH") or 0)
    coming.handle_raw_input(request, {}, announced, "")
    kind = "application/octet-stream"
    with contextlib.suppress(StopFutureHandlers, SkipFile):
        coming.new_file("file", name, kind, announced)
    start = 0
    while not coming.refused and (piece := request.read(STEP)):
        with contextlib.suppress(SkipFile):
            coming.receive_data_chunk(piece, start)
        start += len(piece)
    return None if coming.refused else coming.file_complete(start)


def _whole(request: KeyRequest) -> ArrivedFile:
    """Give the file that came, or say why it was given up."""
    file: ArrivedFile | None
    file, coming = request.taken  # type: ignore[attr-defined]
    if file is None:
        no_room = any(one.why == NO_ROOM for one in coming.refused)
        raise Problem(TOO_LARGE, "Ruang penyimpanan penuh." if no_room else "")
    return file
