"""What every answer about a snapshot begins with: the region, and its newest snapshot."""

from typing import Annotated, Final

from django.utils.translation import gettext_noop as _
from ninja import Path, Query

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door, programs
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.lib.dates import month_text
from naungan.web.api.shapes import origin
from naungan.web.programs.problem import NOT_FOUND, OUTSIDE, Problem


CODE: Final = r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$"
_MEANING: Final = _(
    "Kode wilayah Kemendagri bertitik, misalnya 16.04 atau 16.04.01.2001."
)

RegionPath = Annotated[str, Path(pattern=CODE, description=_MEANING)]
RegionQuery = Annotated[str | None, Query(pattern=CODE, description=_MEANING)]


def known(code: str) -> regions.Region:
    """Give a region; a code that names none is refused."""
    found = regions.by_code(code)
    if found is None:
        raise Problem(NOT_FOUND, "Tidak ada wilayah dengan kode ini.")
    return found


def published(code: str) -> Publication:
    """Give the newest snapshot that holds a region."""
    found = door.newest(code)
    if found is None:
        raise Problem(NOT_FOUND, "Belum ada potret terbit untuk wilayah ini.")
    return found


def inside(scope: Scope, code: str | None) -> str:
    """Give the region asked for, else the key's own; one outside is refused."""
    home = scope.region_code
    if code is None:
        return home
    if not regions.lies_in(code, home):
        raise Problem(OUTSIDE)
    return known(code).code


def source(publication: Publication, scope: Scope) -> origin.Source:
    """Tell where the figures of a publication are from, down to the files."""
    files = programs.sources(publication, scope)
    return origin.Source(
        **published_shape(publication).model_dump(),
        files=[origin.SourceFile(**one) for one in files],
    )


def published_shape(publication: Publication) -> origin.Published:
    """Tell what a publication is."""
    return origin.Published(
        region_code=publication.region_code,
        month=month_text(publication.month),
        run=publication.run,
        published_at=publication.published_at,
        law_version=publication.law_version,
        invented=publication.invented,
        sample=publication.sample,
        remark=publication.remark,
    )


def region_shape(one: regions.Region) -> origin.Region:
    """Name a region."""
    return origin.Region(code=one.code, name=one.name, level=one.level)


def village(number: int | None) -> str | None:
    """Write a number of a village as its dotted code."""
    return None if number is None else regions.dotted(number)
