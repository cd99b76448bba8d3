"""How many workers once were covered and no longer are."""

from naungan.engine.measure import Measure


MEASURE = Measure(
    label="Kepesertaan gugur",
    description=(
        "Orang yang semua kepesertaannya sudah berakhir atau menunggak melebihi batas."
    ),
    low="lapsed",
    high="lapsed",
)
