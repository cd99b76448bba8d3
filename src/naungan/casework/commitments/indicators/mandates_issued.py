"""How many mandates were given to the state attorney."""

from decimal import Decimal

from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days
from naungan.casework.compliance.models import Skk


def read(asked: Asked) -> Reading:
    """Count the mandates issued from the first day to the last, in cases of the region."""
    cases = cases_counted.of_region(asked).values("pk")
    given = Skk.objects.exclude(state="prepared")  # that one waits for its letter
    found = given.filter(between(asked, "issued_on"), case__in=cases)
    return Reading(Decimal(found.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="SKK yang diterbitkan",
    label_en="Mandates issued",
    tells="Banyak surat kuasa khusus kepada kejaksaan sejak hari awal.",
    tells_en="How many mandates were given to the prosecutor since the first day.",
    unit="mandates",
    direction="up",
    read=read,
    evidence="mandates",
    moved_by=("mandate",),
    takes=("track",),
    holders=("bpjs_branch", "bpjs_region", "kejari", "kejati"),
    counts="since",
)
