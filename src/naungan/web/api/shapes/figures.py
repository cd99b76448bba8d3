"""The shapes of figures: coverage, its neighbours, printed figures that were tested."""

from django.utils.translation import gettext_noop as _
from pydantic import Field

from naungan.web.api.shapes.origin import Published, Region, Source
from naungan.web.api.shapes.shape import Code, Shape


class Figure(Shape):
    """One figure with its universe; `hidden` where it is too small to be shown."""

    measure: str
    region_code: Code
    level: str
    month: str
    universe: str | None = Field(description=_("Nama penyebutnya (semesta)."))
    segment: str | None
    category: str | None
    funder: str | None
    numerator: int | None
    low: int | None = Field(description=_("Hanya pasangan yang pasti."))
    high: int | None = Field(description=_("Dengan pasangan yang menunggu tinjauan."))
    denominator: int | None
    value: float | None
    hidden: bool


class Standing(Shape):
    """A region's place among its neighbours, by one universe in one month."""

    place: int
    region: Region
    figure: Figure
    percent: float | None
    points_from_whole: float | None = Field(
        description=_("Selisih poin persen dari wilayah induknya.")
    )


class Regions(Shape):
    """The regions with a published snapshot."""

    rows: list[Published]


class RegionAnswer(Shape):
    """A region, what it lies in, what lies in it, and its newest coverage."""

    region: Region
    lies_in: list[Region]
    below: list[Region]
    coverage: list[Figure]
    source: Source


class Figures(Shape):
    """Figures of one region."""

    rows: list[Figure]
    next: str | None
    source: Source


class League(Shape):
    """The regions just below one, the best covered first."""

    universe: str
    month: str
    rows: list[Standing]
    source: Source


class Alarm(Shape):
    """A printed percentage that its own two counts contradict."""

    region_code: Code
    region_name: str
    as_of: str
    segment: str
    printed_percent: float
    computed_percent: float
    covered: int
    denominator: int
    reason: str
    source_url: str


class Printed(Shape):
    """Printed figures of a region, checked."""

    checked: int = Field(description=_("Banyaknya angka terbitan yang diuji, semua."))
    rows: list[Alarm]
