"""What a question about arrears may state."""

from typing import Final

from naungan.law.benefit import FIELDS as BENEFIT_FIELDS
from naungan.law.contributions import fields as contribution
from naungan.law.fine.fields import BILLED, HANDED_OVER_ON, PAYMENT_PARTS
from naungan.law.question import Field
from naungan.law.words import words


CAUSES: Final = (
    "unpaid",
    "late_registration",
    "partial_registration",
    "underreported_wages",
)
LACKS: Final = ("underreported_wage", "not_registered", "missing_programme")

_OF_CONTRIBUTIONS: Final = {one.name: one for one in contribution.FIELDS}
OF_EMPLOYER: Final = (
    "risk_group",
    "scale",
    "programmes",
    "wage_kind",
    "paid_through",
    "labour_intensive",
    "industry",
    "active_workers",
)
"""What is said once for all workers; a worker's own value comes before it."""

OF_WORKER: Final = (
    "wage",
    "wage_kind",
    "wages",
    "programmes",
    "risk_group",
    "in_jkp",
    "nationality",
    "age",
)
OF_PARTICIPANT: Final = ("income", "programmes", "payer", "occupation", "age")

MONTHS: Final = Field(
    "months",
    "months",
    words("bulan iuran yang belum dibayar", "unpaid contribution months"),
)
REPORTED_WAGE: Final = Field(
    "reported_wage",
    "idr",
    words("upah yang dilaporkan", "wage as reported"),
)
WORKERS: Final = Field(
    "workers",
    "records",
    words("para pekerja", "the workers"),
    parts=(
        Field("name", "text", words("nama pekerja", "name of the worker")),
        Field("count", "count", words("banyaknya pekerja", "number of workers")),
        MONTHS,
        REPORTED_WAGE,
        *(_OF_CONTRIBUTIONS[name] for name in OF_WORKER),
    ),
)
PAYMENTS: Final = Field(
    "payments",
    "records",
    words("pembayaran yang sudah masuk", "payments received"),
    parts=(
        *PAYMENT_PARTS,
        Field("month", "month", words("untuk bulan iuran", "for the month")),
        Field("programme", "choice", words("untuk program", "for"), BILLED),
    ),
)
EVENTS: Final = Field(
    "events",
    "records",
    words(
        "kejadian yang manfaatnya ditanggung pemberi kerja",
        "events whose benefit the employer owes",
    ),
    parts=(
        Field("lack", "choice", words("kekurangannya", "what was lacking"), LACKS),
        *(one for one in BENEFIT_FIELDS if one.name != REPORTED_WAGE.name),
        REPORTED_WAGE,
    ),
)

FIELDS: Final = (
    Field("on", "day", words("hari perhitungan", "day on which the debt is counted")),
    Field("segment", "choice", words("segmen", "segment"), ("PU", "BPU")),
    Field("cause", "choice", words("sebab tunggakan", "cause"), CAUSES),
    MONTHS,
    Field(
        "since",
        "month",
        words(
            "bulan iuran pertama yang belum dibayar, sampai yang terakhir jatuh tempo",
            "first unpaid month, through the newest that is overdue",
        ),
    ),
    Field(
        "number_of_workers", "count", words("banyaknya pekerja", "number of workers")
    ),
    _OF_CONTRIBUTIONS["wage"],
    REPORTED_WAGE,
    WORKERS,
    *(_OF_CONTRIBUTIONS[name] for name in OF_EMPLOYER),
    *(_OF_CONTRIBUTIONS[name] for name in OF_PARTICIPANT if name not in OF_EMPLOYER),
    PAYMENTS,
    HANDED_OVER_ON,
    _OF_CONTRIBUTIONS["jp_deferred"],
    EVENTS,
    Field("instalments", "count", words("banyaknya cicilan", "number of instalments")),
    Field(
        "instalment", "idr", words("besarnya tiap cicilan", "amount of an instalment")
    ),
    Field(
        "first_instalment_on",
        "day",
        words("hari cicilan pertama", "day of the first instalment"),
    ),
)
