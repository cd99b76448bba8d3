"""How many workers are not covered."""

from naungan.engine.measure import Measure


MEASURE = Measure(
    label="Belum terlindungi",
    description=(
        "Semesta dikurangi orang yang terlindungi, dalam orang. Batas bawah menganggap "
        "semua padanan yang menunggu tinjauan benar, batas atas tidak satu pun; "
        "angkanya batas atas. Angka negatif berarti daftar memuat lebih banyak orang "
        "terlindungi daripada semesta resmi: semestanya perlu diperiksa."
    ),
    low="universe - covered - possible",
    high="universe - covered",
    numerator="high",
    value="people",
    official=True,
)
