"""What a question about a fine may state."""

from typing import Final

from naungan.law.question import Field
from naungan.law.words import words


SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI", "NON_ASN")
BILLED: Final = ("JKK", "JKM", "JHT", "JP", "JKP")
TYPES: Final = ("late", "administrative")

SEGMENT: Final = Field("segment", "choice", words("segmen", "segment"), SEGMENTS)
LABOUR_INTENSIVE: Final = Field(
    "labour_intensive",
    "yes_no",
    words(
        "perusahaan industri padat karya tertentu yang memenuhi syarat keringanan",
        "labour-intensive firm that qualifies for the relief",
    ),
)
DEFERRED: Final = Field(
    "deferred",
    "yes_no",
    words(
        "penundaan sebagian iuran JP selama COVID-19 disetujui",
        "deferral of part of JP during COVID-19 was approved",
    ),
)
HANDED_OVER_ON: Final = Field(
    "handed_over_on",
    "day",
    words(
        "tanggal piutang diserahkan kepada KPKNL",
        "day on which the debt was handed over to the state receivables office",
    ),
)
PAYMENT_PARTS: Final = (
    Field("paid_on", "day", words("tanggal dibayar", "day of payment")),
    Field("amount", "idr", words("rupiah yang dibayar", "rupiah paid")),
)

FIELDS: Final = (
    Field("type", "choice", words("jenis denda", "kind of fine"), TYPES),
    SEGMENT,
    Field("programme", "choice", words("program", "programme"), BILLED),
    Field("month", "month", words("bulan iuran", "contribution month")),
    Field(
        "amount",
        "idr",
        words("iuran yang wajib dibayar", "contribution that was due"),
    ),
    Field(
        "paid_on",
        "day",
        words(
            "tanggal dibayar, atau hari perhitungan bila belum dibayar",
            "day of payment, or the day counted to while unpaid",
        ),
    ),
    Field(
        "payments",
        "records",
        words("sebagian yang dibayar lebih dahulu", "parts paid before that"),
        parts=PAYMENT_PARTS,
    ),
    LABOUR_INTENSIVE,
    DEFERRED,
    HANDED_OVER_ON,
    Field(
        "second_warning_ended_on",
        "day",
        words(
            "hari terakhir teguran tertulis kedua",
            "last day of the second written warning",
        ),
    ),
)
