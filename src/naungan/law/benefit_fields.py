"""What questions about several benefits state alike: one field, one meaning.

A shelf item takes its shared fields from here, so that `event_date` or
`children` is the same thing for every programme, and adds its own.
"""

from typing import Final

from naungan.law.question import Field
from naungan.law.words import words
from naungan.lib.programmes import BITS


SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI", "NON_ASN")
LEVELS: Final = ("not_yet", "TK", "SD", "SMP", "SMA", "PT")

PROGRAMME: Final = Field(
    "programme", "choice", words("program", "programme"), tuple(BITS)
)
SEGMENT: Final = Field(
    "segment", "choice", words("segmen peserta", "segment of the participant"), SEGMENTS
)
EVENT_DATE: Final = Field(
    "event_date",
    "day",
    words("tanggal kejadian", "day of the event"),
)
WAGE: Final = Field(
    "wage", "idr", words("upah sebulan yang sebenarnya", "real monthly wage")
)
REPORTED_WAGE: Final = Field(
    "reported_wage",
    "idr",
    words("upah sebulan yang dilaporkan", "monthly wage as reported"),
)
INCOME: Final = Field(
    "income",
    "idr",
    words("penghasilan sebulan peserta BPU", "monthly income of a BPU participant"),
)
JOINED: Final = Field(
    "joined", "month", words("bulan mulai menjadi peserta", "month of joining")
)
JOINED_ON: Final = Field(
    "joined_on", "day", words("tanggal mulai menjadi peserta", "day of joining")
)
ACTIVE: Final = Field(
    "active",
    "yes_no",
    words("peserta aktif pada hari kejadian", "active on the day of the event"),
)
CONTRIBUTION_MONTHS: Final = Field(
    "contribution_months",
    "count",
    words("banyaknya bulan iuran yang dibayar", "months of contributions paid"),
)
REGISTERED: Final = Field(
    "registered",
    "yes_no",
    words("didaftarkan oleh pemberi kerja", "registered by the employer"),
)
ARREARS_MONTHS: Final = Field(
    "arrears_months",
    "count",
    words("bulan tunggakan berturut-turut", "consecutive months in arrears"),
)
BIRTH_DATE: Final = Field(
    "birth_date",
    "day",
    words("tanggal lahir peserta", "birth date of the participant"),
)
CHILDREN: Final = Field(
    "children",
    "records",
    words("anak-anak peserta", "children of the participant"),
    parts=(
        Field("name", "text", words("nama anak", "name of the child")),
        Field("birth_date", "day", words("tanggal lahir anak", "birth date")),
        Field(
            "level", "choice", words("jenjang sekolah", "level of schooling"), LEVELS
        ),
        Field("grade", "count", words("kelas atau tahun ke-", "grade or year")),
        Field(
            "from_year",
            "count",
            words(
                "tahun kalender mulai jenjang dan kelas itu",
                "calendar year in which that level and grade begin",
            ),
        ),
        Field("married", "yes_no", words("anak sudah menikah", "married")),
        Field("working", "yes_no", words("anak sudah bekerja", "working")),
    ),
)
CHILDREN_COUNT: Final = Field(
    "children_count",
    "count",
    words("banyaknya anak usia sekolah", "number of children of school age"),
)
HEIRS: Final = Field("heirs", "yes_no", words("ada ahli waris", "there are heirs"))
CLAIMED_ON: Final = Field(
    "claimed_on", "day", words("tanggal klaim diajukan", "day of the claim")
)
COMPLETE_ON: Final = Field(
    "complete_on",
    "day",
    words("tanggal berkas klaim lengkap", "day on which the claim was complete"),
)
PAID_ON: Final = Field(
    "paid_on",
    "day",
    words("tanggal manfaat dibayar BPJS", "day on which the benefit was paid"),
)
