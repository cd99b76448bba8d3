"""The rounding rule of benefits on a day, as columns need it."""

from datetime import date

from naungan.law.reader import Reader
from naungan.law.rounding import RULES, Rule
from naungan.lib.errors import LawRefused


def rounding_on(reader: Reader, when: date) -> Rule:
    """Give the rule of `rounding/benefit`; one that is not known is refused."""
    read = reader.at("rounding/benefit", when, str)
    for rule in RULES:
        if rule == read.value:
            return rule
    raise LawRefused(
        f"rounding/benefit: aturan pembulatan '{read.value}' tidak dikenal; "
        f"pilih: {', '.join(RULES)}."
    )
