"""The shapes of workers without protection; nobody is named."""

from naungan.web.api.shapes.origin import Source
from naungan.web.api.shapes.shape import Number, Shape


class Worker(Shape):
    """A person who is not fully protected; the NIK is masked."""

    person_id: Number
    name: str | None
    nik_masked: str | None
    birth_year: int | None
    sex: str | None
    village_code: str | None
    status: str
    segment: str | None
    category: str | None
    months_in_arrears: int | None
    employer_id: Number | None
    employer_name: str | None


class Workers(Shape):
    """People of a region who are not fully protected, in order of village."""

    rows: list[Worker]
    next: str | None
    source: Source


class WorkerCount(Shape):
    """How many people share a status, a segment and a category."""

    status: str
    segment: str | None
    category: str | None
    people: int


class WorkerCounts(Shape):
    """How many people of a region are not fully protected; nobody is named."""

    rows: list[WorkerCount]
    source: Source


class ReviewCount(Shape):
    """How many pairs await a decision by a person."""

    persons: int
    employers: int
    source: Source
