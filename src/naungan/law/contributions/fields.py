"""What a question about contributions may state, and which segment uses what."""

from typing import Final

from naungan.law.contributions.pu import RISK_GROUPS, SCALES
from naungan.law.question import Field
from naungan.law.words import words


SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI", "NON_ASN")
WAGE_KINDS: Final = ("monthly", "daily", "piece_rate", "weather_piece_rate")
FUNDERS: Final = (
    "self",
    "employer",
    "apbn",
    "apbd",
    "apbd_revised",
    "dbh_sawit",
    "dbhcht",
    "village",
    "add",
    "apbdes",
    "csr",
    "baznas",
    "mutual_aid",
    "other",
    "unknown",
)
"""Who pays for the self-employed, by the codes that lists of participants use."""

OCCUPATIONS: Final = (
    "ride_hailing_driver",
    "motorcycle_taxi",
    "driver",
    "courier",
    "farmer",
    "palm_farmer",
    "tobacco_farmer",
    "farm_worker",
    "fisher",
    "fish_farmer",
    "livestock_farmer",
    "trader",
    "street_vendor",
    "artisan",
    "home_worker",
    "domestic_worker",
    "construction_worker",
    "parking_attendant",
    "scavenger",
    "religious_worker",
    "village_official",
    "rt_rw",
    "health_cadre",
    "volunteer",
    "business_owner",
    "other",
)
"""Occupations of the self-employed; which of them are transport is data of the law."""

INDUSTRIES: Final = (
    "food_beverage_tobacco",
    "textile_apparel",
    "leather",
    "footwear",
    "toys",
    "furniture",
    "other",
)

FIELDS: Final = (
    Field("segment", "choice", words("segmen peserta", "segment"), SEGMENTS),
    Field("month", "month", words("bulan iuran", "contribution month")),
    Field("wage", "idr", words("upah sebulan (atau sehari bila harian)", "wage")),
    Field("wage_kind", "choice", words("cara pengupahan", "kind of wage"), WAGE_KINDS),
    Field(
        "wages",
        "amounts",
        words(
            "upah bulan-bulan terakhir untuk upah borongan", "wages of recent months"
        ),
    ),
    Field("income", "idr", words("penghasilan sebulan (BPU)", "monthly income (BPU)")),
    Field(
        "risk_group",
        "choice",
        words("kelompok risiko kerja", "risk group"),
        RISK_GROUPS,
    ),
    Field("scale", "choice", words("skala usaha", "scale of the employer"), SCALES),
    Field("programmes", "programmes", words("program yang diikuti", "programmes")),
    Field("payer", "choice", words("yang membayar (BPU)", "payer (BPU)"), FUNDERS),
    Field("occupation", "choice", words("pekerjaan (BPU)", "occupation"), OCCUPATIONS),
    Field("in_jkp", "yes_no", words("menjadi peserta JKP", "takes part in JKP")),
    Field(
        "nationality", "choice", words("kewarganegaraan", "nationality"), ("WNI", "WNA")
    ),
    Field("age", "count", words("umur pada bulan iuran", "age in that month")),
    Field(
        "employer_in_arrears",
        "yes_no",
        words("pemberi kerja sedang menunggak", "employer is in arrears"),
    ),
    Field(
        "paid_through",
        "month",
        words("iuran lunas sampai bulan", "contributions paid through"),
    ),
    Field(
        "jp_deferred",
        "yes_no",
        words("penundaan iuran JP disetujui (2020)", "JP deferral approved (2020)"),
    ),
    Field(
        "labour_intensive",
        "yes_no",
        words("perusahaan industri padat karya", "labour-intensive industry"),
    ),
    Field("industry", "choice", words("industri", "industry"), INDUSTRIES),
    Field("active_workers", "count", words("pekerja aktif", "active workers")),
    Field(
        "contract_value",
        "idr",
        words("nilai kontrak tanpa PPN (Jakon)", "contract value without VAT"),
    ),
    Field(
        "placement",
        "choice",
        words("cara berangkat (PMI)", "placement (PMI)"),
        ("placed", "individual"),
    ),
    Field(
        "phase",
        "choice",
        words("masa iuran (PMI)", "phase (PMI)"),
        ("before_departure", "during_and_after", "extension"),
    ),
    Field(
        "contract_months",
        "count",
        words("lama perjanjian kerja dalam bulan (PMI)", "months of contract (PMI)"),
    ),
    Field(
        "extension_months",
        "count",
        words("lama perpanjangan dalam bulan (PMI)", "months of extension (PMI)"),
    ),
    Field("jht", "idr", words("iuran JHT sebulan pilihan (PMI)", "chosen JHT (PMI)")),
)

WAGE: Final = ("segment", "month", "wage", "wage_kind", "wages", "programmes")
PU: Final = (
    *WAGE,
    "risk_group",
    "scale",
    "in_jkp",
    "nationality",
    "age",
    "employer_in_arrears",
    "paid_through",
    "jp_deferred",
    "labour_intensive",
    "industry",
    "active_workers",
)
NON_ASN: Final = (*WAGE, "risk_group", "paid_through")
BPU: Final = (
    "segment",
    "month",
    "income",
    "programmes",
    "payer",
    "occupation",
    "age",
    "paid_through",
)
JAKON: Final = (*WAGE, "contract_value", "paid_through")
PMI: Final = (
    "segment",
    "month",
    "placement",
    "phase",
    "contract_months",
    "extension_months",
    "programmes",
    "jht",
)
