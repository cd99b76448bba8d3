"""A small kind of question, so that what all kinds share can be tested by itself."""

from decimal import Decimal

from naungan.law.answer import Answer, Draft
from naungan.law.question import Field
from naungan.law.rounding import times
from naungan.law.words import month, percent, rupiah, words
from naungan.lib.dates import month_end


RATE = "contributions/jkk/employer_rate"

FIELDS = (
    Field("month", "month", words("bulan iuran", "contribution month")),
    Field("wage", "idr", words("upah sebulan", "monthly wage")),
    Field(
        "risk_group",
        "choice",
        words("tingkat risiko", "risk group"),
        ("very_low", "low"),
    ),
    Field(
        "occupation",
        "choice",
        words("pekerjaan", "occupation"),
        ("farmer", "fisher", "driver", "courier", "trader", "other"),
    ),
    Field(
        "children",
        "records",
        words("anak", "children"),
        parts=(Field("age", "count", words("umur", "age")),),
    ),
)


def answer(facts, reader):
    """Answer what JKK costs the employer for one month."""
    asked = facts.need("month", int)
    reader.refuse_outside(asked)
    wage = facts.need("wage", int)
    risk = facts.assume("risk_group", "very_low", words("biasanya", "usually"))
    rate = reader.at_month(f"{RATE}/{risk}", asked, Decimal)
    exact = times(wage, rate.value)
    amount, rounded = reader.rounded("contribution", month_end(asked), exact)
    draft = Draft()
    draft.line(
        "JKK.employer",
        words("JKK dari pemberi kerja", "JKK from the employer"),
        amount,
        words("{a} × {b}", "{a} × {b}", a=rupiah(wage), b=percent(rate.value)),
        rate.used,
        *rounded,
    )
    return Answer(
        "toy",
        words("Iuran {month}", "Contribution for {month}", month=month(asked)),
        {"JKK": {"employer": amount}, "children": len(facts.records("children"))},
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )
