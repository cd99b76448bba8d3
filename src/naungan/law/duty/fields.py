"""What a question about duties may state."""

from typing import Final

from naungan.law.obligation import KINDS, SCALES
from naungan.law.question import Field
from naungan.law.words import words


SEGMENTS: Final = ("PU", "NON_ASN", "JAKON", "BPU", "PMI")
EMPLOYING: Final = ("PU", "NON_ASN", "JAKON")
"""Segments in which an employer registers others; in the rest people register themselves."""

PEOPLE_PARTS: Final = (
    Field("started_on", "day", words("mulai bekerja", "started work")),
    Field("registered_on", "day", words("didaftarkan", "registered")),
    Field("wage", "idr", words("upah sebenarnya", "true wage")),
    Field("reported_wage", "idr", words("upah yang dilaporkan", "reported wage")),
    Field("foreign", "yes_no", words("warga negara asing", "a foreigner")),
)

HISTORY_PARTS: Final = (
    Field("step", "text", words("kode langkah", "code of the step")),
    Field("on", "day", words("tanggal diambil", "day on which it was taken")),
    Field("received_on", "day", words("tanggal diterima", "day of receipt")),
    Field(
        "days",
        "count",
        words(
            "tenggang yang tertulis pada suratnya", "the term that its letter states"
        ),
    ),
    Field("letter", "text", words("nomor surat", "number of the letter")),
)

FIELDS: Final = (
    Field("on", "day", words("hari pemeriksaan", "day of the check")),
    Field("segment", "choice", words("segmen", "segment"), SEGMENTS),
    Field("kind", "choice", words("jenis pemberi kerja", "kind of employer"), KINDS),
    Field("scale", "choice", words("skala usaha", "scale of the business"), SCALES),
    Field(
        "capital",
        "idr",
        words(
            "modal usaha atau kekayaan bersih tanpa tanah dan bangunan",
            "business capital or net assets without land and buildings",
        ),
    ),
    Field("annual_sales", "idr", words("penjualan setahun", "annual sales")),
    Field("newly_founded", "yes_no", words("baru didirikan", "newly founded")),
    Field(
        "is_employer",
        "yes_no",
        words(
            "peserta bukan penerima upah yang sendirinya pemberi kerja",
            "self-employed who employ others",
        ),
    ),
    Field("workers", "count", words("banyaknya pekerja", "number of workers")),
    Field(
        "registered_workers",
        "count",
        words("pekerja yang didaftarkan", "workers registered"),
    ),
    Field(
        "people",
        "records",
        words("pekerja satu per satu", "worker by worker"),
        (),
        PEOPLE_PARTS,
    ),
    Field("registered", "yes_no", words("sudah mendaftar", "registered")),
    Field("registered_on", "day", words("tanggal mendaftar", "day of registration")),
    Field(
        "first_worker_on",
        "day",
        words("pekerja pertama mulai bekerja", "day the first worker started"),
    ),
    Field(
        "form_received_on",
        "day",
        words("formulir pendaftaran diterima", "registration form received"),
    ),
    Field(
        "work_order_on",
        "day",
        words("surat perintah kerja terbit", "work order issued"),
    ),
    Field(
        "programmes",
        "programmes",
        words("program yang diikuti", "programmes registered"),
    ),
    Field("wage", "idr", words("upah sebenarnya", "true wage")),
    Field("reported_wage", "idr", words("upah yang dilaporkan", "reported wage")),
    Field(
        "wage_changed_on",
        "day",
        words("upah terakhir berubah", "day the wage last changed"),
    ),
    Field(
        "paid_until",
        "month",
        words("bulan terakhir yang dibayar", "last month paid"),
    ),
    Field("unpaid", "months", words("bulan yang belum dibayar", "unpaid months")),
    Field(
        "debt", "idr", words("utang iuran dan denda", "contributions and fines owed")
    ),
    Field("fine_paid", "yes_no", words("denda dilunasi", "the fine is paid")),
    Field(
        "history",
        "records",
        words(
            "langkah yang sudah diambil dalam perkara ini",
            "steps already taken in this case",
        ),
        (),
        HISTORY_PARTS,
    ),
    Field(
        "plan",
        "text",
        words("langkah yang hendak diambil", "the step one means to take"),
    ),
)
