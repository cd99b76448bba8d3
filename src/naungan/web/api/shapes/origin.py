"""Where figures come from: files, published snapshots, regions."""

from datetime import datetime

from django.utils.translation import gettext_noop as _
from pydantic import Field

from naungan.web.api.shapes.shape import Code, Month, Shape


class SourceFile(Shape):
    """A file that a publication was made of."""

    kind: str
    sha256: str
    lines: int
    accepted: int


class Published(Shape):
    """A published snapshot: region, month of the data, run, version of the law."""

    region_code: Code
    month: Month
    run: int
    published_at: datetime
    law_version: str
    invented: bool = Field(description=_("Data rekaan untuk peragaan."))
    sample: bool = Field(description=_("Contoh kecil, bukan seluruh wilayah."))
    remark: str


class Source(Published):
    """Where figures are from: a published snapshot and the files it was made of."""

    files: list[SourceFile]


class Region(Shape):
    """A region by its code."""

    code: Code
    name: str
    level: str
