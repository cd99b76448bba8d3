"""How many of the workers are covered: contributions due are paid."""

from naungan.engine.measure import Measure


MEASURE = Measure(
    label="Cakupan",
    description=(
        "Orang yang terlindungi (iuran yang jatuh tempo lunas, seluruh atau sebagian "
        "program) dibagi semesta. Batas bawah menghitung padanan yang pasti; batas atas "
        "menambahkan semua orang yang padanannya menunggu tinjauan, juga pada "
        "bulan-bulan sebelumnya. Bulan sebelumnya dilihat dari hari ini: lunas untuk "
        "bulan itu menurut awal kepesertaan, bulan terakhir dibayar, dan berkas pembayaran; "
        "orang dan daftarnya yang sekarang. Bulan sebelumnya ditinggalkan bila awal "
        "kepesertaan tidak diketahui bagi lebih dari sepersepuluh kepesertaan. Menurut sumber dana: berapa dari semesta "
        "yang dilindungi dana itu."
    ),
    low="covered",
    high="covered + possible",
    has_history=True,
    official=True,
    breakdowns=(
        "total",
        "segment",
        "category",
        "funder",
        "segment_category",
        "segment_funder",
    ),
)
