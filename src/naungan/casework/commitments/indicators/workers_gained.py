"""How many workers of pursued employers became covered."""

from decimal import Decimal

from naungan.casework.collection import queries
from naungan.casework.collection.models import WorkerGained
from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days


def read(asked: Asked) -> Reading:
    """Count the workers whom a snapshot shows as covered after their employer's case."""
    cases = cases_counted.of_region(asked).values("pk")
    seen = WorkerGained.objects.filter(
        queries.ours(asked.eyes), between(asked, "seen_on"), case__in=cases
    )
    return Reading(Decimal(seen.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="Pekerja yang didapat dari kasus",
    label_en="Workers gained by cases",
    tells="Pekerja di belakang temuan kasus yang kemudian terlihat terlindungi pada "
    "potret, sejak hari awal; masing-masing sekali.",
    tells_en="Workers behind findings of cases whom a later snapshot shows as covered, "
    "since the first day; each once.",
    unit="people",
    direction="up",
    read=read,
    evidence="evaluation",
    moved_by=("worker_gained",),
    takes=("track",),
    holders=("bpjs_branch", "bpjs_region", "inspectorate", "kejari", "kejati"),
    counts="since",
)
