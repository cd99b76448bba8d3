"""What the shapes of answers share. Money is whole rupiah, months are YYYY-MM, regions dotted."""

from typing import Annotated

from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field


MONTH = r"^\d{4}-\d{2}$"
Code = Annotated[str, Field(description=_("Kode wilayah Kemendagri bertitik."))]
Month = Annotated[str, Field(pattern=MONTH, description=_("Bulan, TTTT-BB."))]
Number = Annotated[
    str,
    BeforeValidator(str),
    Field(
        pattern=r"^\d{1,19}$",
        description=_("Nomor tetap; teks, karena lebih besar dari angka JSON biasa."),
    ),
]
Rupiah = Annotated[int | None, Field(description=_("Rupiah penuh."))]


class Shape(Schema):
    """A shape that says everything it may hold and nothing else."""

    model_config = ConfigDict(extra="forbid")


class Wrong(Shape):
    """One place of a request that could not be read."""

    place: str
    message: str


class ProblemShape(Schema):
    """A refusal (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    needed: str | None = None
    errors: list[Wrong] | None = None
