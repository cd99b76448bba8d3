"""How many letters were sent."""

from decimal import Decimal

from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days
from naungan.casework.correspondence.models import Letter


def read(asked: Asked) -> Reading:
    """Count the letters an institution sent; those declared void are none."""
    found = Letter.objects.filter(
        between(asked, "sent_on"),
        institution_id=asked.eyes.institution_id,
        state="sent",
    )
    if asked.extent.letter:
        found = found.filter(letter=asked.extent.letter)
    return Reading(Decimal(found.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="Surat yang dikirim",
    label_en="Letters sent",
    tells="Banyak surat bernomor yang dikirim lembaga itu sejak hari awal.",
    tells_en="How many numbered letters the institution sent since the first day.",
    unit="letters",
    direction="up",
    read=read,
    evidence="letters",
    moved_by=("letter",),
    takes=("letter",),
    counts="since",
)
