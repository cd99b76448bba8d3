"""How many workers are covered in some but not all mandatory programmes."""

from naungan.engine.measure import Measure


MEASURE = Measure(
    label="Program belum lengkap",
    description=(
        "Orang yang terlindungi, tetapi tidak dalam semua program yang wajib baginya."
    ),
    low="partial_programmes",
    high="partial_programmes",
)
