"""The shapes of answers about meetings, promises and obstacles; nobody is named."""

from datetime import date

from django.utils.translation import gettext_noop as _
from pydantic import Field

from naungan.web.api.shapes.shape import Code, Shape


class Promise(Shape):
    """A promise: what was said, what is claimed, what the data measure."""

    number: int
    what: str
    promised_on: date
    meeting: int | None = Field(description=_("Nomor rapat tempat janji diucapkan."))
    region_code: Code
    owner: str = Field(
        description=_("Lembaga penanggung jawab; kosong bila tidak ada.")
    )
    due_on: date | None
    first_due_on: date | None = Field(description=_("Batas yang pertama dijanjikan."))
    due_words: str
    standing: str = Field(description=_("running, late, kept, dropped, atau replaced."))
    open_ended: bool = Field(
        description=_("Kurang pemilik, tanggal, atau ukuran dengan sasaran.")
    )
    claimed: str | None = Field(description=_("Yang dinyatakan orang, bukan data."))
    contradicted: bool = Field(description=_("Data membantah yang dinyatakan."))
    indicator: str | None
    unit: str | None
    direction: str | None
    baseline: float | None
    baseline_on: date | None
    target: float | None
    value: float | None = Field(description=_("Angka terbaru yang dibaca dari data."))
    of: int | None
    as_of: date | None
    met: bool | None
    met_on: date | None = Field(
        description=_("Data sejak hari ini menyatakan sasaran tercapai.")
    )
    came_late: bool = Field(description=_("Tercapai sesudah batasnya."))
    progress_percent: float | None = Field(
        description=_("Bagian jalan dari angka awal ke sasaran.")
    )


class Promises(Shape):
    """Promises in the order of their days, those without a day last."""

    rows: list[Promise]
    next: str | None


class PromiseCounts(Shape):
    """How many promises stand where; the first five add up to `made`."""

    made: int
    running: int
    late: int
    kept: int
    dropped: int
    replaced: int
    open_ended: int
    contradicted: int
    met: int
    came_late: int
    soon: int = Field(description=_("Batasnya dalam empat belas hari."))


class Measured(Shape):
    """What the data said of a promise, with the hash of question and answer."""

    as_of: date
    value: float
    of: int | None
    run: int | None = Field(description=_("Nomor proses potret; kosong bila catatan."))
    sha256: str


class Claimed(Shape):
    """What an institution said of a promise."""

    claimed_on: date
    institution: str
    status: str
    value: float | None
    words: str


class PromiseAnswer(Shape):
    """One promise with everything that was measured and claimed, oldest first."""

    promise: Promise
    measured: list[Measured]
    claimed: list[Claimed]


class Report(Shape):
    """Where something of a meeting was reported."""

    outlet: str
    url: str
    published_on: date | None


class Meeting(Shape):
    """A meeting; `held_on` is empty where no day is known."""

    number: int
    title: str
    kinds: list[str]
    topics: list[str]
    region_code: Code
    venue: str
    city: str
    held_on: date | None
    year: int | None
    certainty: str = Field(description=_("printed, inferred, month, year, unknown."))
    state: str
    institution: str = Field(description=_("Lembaga yang mencatat."))
    reports: list[Report]


class Meetings(Shape):
    """Meetings in sight, the newest first."""

    rows: list[Meeting]
    next: str | None


class Obstacle(Shape):
    """What stands in the way, open until it is resolved."""

    number: int
    kind: str
    category: str
    text: str
    region_code: Code
    meeting: int | None
    noted_on: date
    resolved_on: date | None
    resolution: str


class Obstacles(Shape):
    """Obstacles in sight, the newest first."""

    rows: list[Obstacle]
    next: str | None
