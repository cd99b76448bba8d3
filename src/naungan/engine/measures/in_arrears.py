"""How many workers are in arrears, within the months that leave rights standing."""

from naungan.engine.measure import Measure


MEASURE = Measure(
    label="Menunggak dalam batas",
    description=(
        "Orang yang iurannya menunggak, belum melebihi batas bulan menunggak menurut hukum."
    ),
    low="in_arrears",
    high="in_arrears",
)
