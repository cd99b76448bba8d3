"""The shapes of answers. Money is whole rupiah, months are YYYY-MM, regions dotted."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

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


class Points(Shape):
    """What makes up the score of an employer."""

    people: float
    monthly_idr: float
    months_in_arrears: float
    severity: float
    confidence: float


class RankedEmployer(Shape):
    """An employer with findings, with the reasons of its place."""

    rank: int
    employer_id: Number
    name: str | None
    village_code: str | None
    scale: str | None
    kind: str | None
    kbli: str | None
    registration: str | None
    findings: list[str]
    people: int | None
    monthly_idr: Rupiah
    months_in_arrears: int | None
    score: float
    points: Points


class Employers(Shape):
    """Employers with findings, the most pressing first."""

    rows: list[RankedEmployer]
    next: str | None
    source: Source


class Finding(Shape):
    """One finding about an employer."""

    code: str
    people: int | None
    monthly_idr: Rupiah
    severity: str | None
    confidence: str | None
    sentence: str | None
    legal_basis: str | None


class Why(Shape):
    """The five parts of Mengapa?, as the page shows them."""

    calculation: list[str]
    sources: list[str]
    weights: list[str]
    rupiah: list[str]
    law: list[str]


class EmployerAnswer(Shape):
    """One employer with its findings and why they hold."""

    employer_id: Number
    name: str | None
    village_code: str | None
    scale: str | None
    kind: str | None
    kbli: str | None
    registration: str | None
    nib: str | None
    npp: str | None
    ranked: RankedEmployer | None
    findings: list[Finding]
    why: Why
    source: Source


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


class LawField(Shape):
    """One thing that a question to the law may state."""

    name: str
    kind: str
    label: str
    choices: list[str]
    parts: list["LawField"]


class LawQuestion(Shape):
    """A kind of question to the law, with what it may state."""

    code: str
    fields: list[LawField]


class LawQuestions(Shape):
    """Every kind of question to the law."""

    rows: list[LawQuestion]
    law_version: str


class LawAnswer(Schema):
    """What the law answers: amounts, every line with its article, every doubt."""

    kind: str
    title: dict[str, str]
    results: dict[str, Any]
    lines: list[dict[str, Any]]
    assumed: list[dict[str, Any]]
    notes: list[dict[str, Any]]
    confidence: str
    rounded: int
    doubts: list[str]
    overlaid: list[str]
    law_version: str


class Batch(Shape):
    """A file that came in."""

    number: int
    kind: str
    region_code: str
    month: Month
    mode: Literal["replace", "add"]
    name: str
    size: int
    sha256: str
    state: str
    counts: dict[str, int]
    messages: list[str]
    fault: str
    received_at: datetime
    tried_at: datetime | None
    decided_at: datetime | None
    reason: str


class Batches(Shape):
    """Files that came in, the newest first."""

    rows: list[Batch]
    next: str | None


class Run(Shape):
    """A run that made, or makes, a snapshot."""

    number: int
    region_code: str
    month: Month
    state: str
    cause: str
    fraction: float
    sentence: str
    fault: str
    queued_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    published_run: int | None


class Runs(Shape):
    """Runs that concern a region, the newest first."""

    rows: list[Run]
    next: str | None


class KeyAnswer(Shape):
    """What a key may do."""

    name: str
    institution: str
    region_code: str
    powers: list[str]
    expires_on: date
