"""What one participant costs for one month: how much, who pays, by which article.

The segment chooses the rule; each has its module in `naungan.law.contributions`.
Missing details take the legal default, and the answer says so.
"""

from typing import Final

from naungan.law.answer import Answer, Draft
from naungan.law.contributions import fields
from naungan.law.contributions.segments import shares_of
from naungan.law.contributions.share import results_of, write
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import month as month_words, words


FIELDS: Final = fields.FIELDS


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what one participant costs for one contribution month.

    Results nest by programme and part, then by payer, in whole rupiah:
    {"JKK": {"employer": 12000, "total": 12000}, "employer": 312000, "total": …}.
    """
    segment = facts.need("segment", str)
    month = facts.need("month", int)
    reader.refuse_outside(month)
    draft = Draft()
    shares = shares_of(segment, facts, month, reader, draft)
    write(shares, draft)
    title = words(
        "Iuran {segment}, {month}",
        "Contributions of {segment}, {month}",
        segment=term(segment),
        month=month_words(month),
    )
    return Answer(
        "contribution",
        title,
        results_of(shares),
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )
