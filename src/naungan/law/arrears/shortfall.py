"""The benefit that the employer owes because it did not register truthfully.

Where a worker, or a mandatory programme, was not registered the employer owes the
whole benefit; where the wage was under-reported, what the true wage would add.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law import benefit
from naungan.law.answer import Draft, Used
from naungan.law.arrears.account import cited
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import Words, rupiah, words


RULES: Final = {
    "underreported_wage": "benefits/arrears/underreported_rule",
    "not_registered": "benefits/arrears/unregistered_rule",
    "missing_programme": "benefits/arrears/unregistered_rule",
}
"""Which rule makes the employer owe, by what was lacking."""

_FIELDS: Final = {one.name: one for one in benefit.FIELDS}


@dataclass(frozen=True)
class Shortfall:
    """What the employer owes for one event, beside what the fund pays."""

    programme: str
    lack: str
    true_idr: int
    insured_idr: int
    used: tuple[Used, ...]

    @property
    def owed_idr(self) -> int:
        """The difference between the two benefits."""
        return self.true_idr - self.insured_idr

    @property
    def words(self) -> Words:
        """Write the subtraction, or that nothing was insured."""
        if self.insured_idr == 0:
            return words(
                "seluruh manfaat {true}",
                "the whole benefit, {true}",
                true=rupiah(self.true_idr),
            )
        return words(
            "{true} menurut upah sebenarnya − {insured} menurut upah yang dilaporkan",
            "{true} on the true wage − {insured} on the reported wage",
            true=rupiah(self.true_idr),
            insured=rupiah(self.insured_idr),
        )

    def as_result(self) -> dict[str, Any]:
        """Give the figures of one event."""
        return {
            "programme": self.programme,
            "lack": self.lack,
            "benefit": self.true_idr,
            "insured": self.insured_idr,
            "owed": self.owed_idr,
        }


def shortfalls(facts: Facts, reader: Reader) -> list[Shortfall]:
    """Compute what the employer owes for every event of a question."""
    return [_shortfall(one, facts.assumed, reader) for one in facts.records("events")]


def write(found: list[Shortfall], draft: Draft) -> int:
    """Write a line per event and give the sum."""
    for place, one in enumerate(found, start=1):
        label = words(
            "Manfaat {programme} yang ditanggung pemberi kerja: {lack}",
            "{programme} benefit that the employer owes: {lack}",
            programme=one.programme,
            lack=term(one.lack),
        )
        draft.line(f"shortfall.{place}", label, one.owed_idr, one.words, *one.used)
    return sum(one.owed_idr for one in found)


def _shortfall(event: Facts, assumed: list[Words], reader: Reader) -> Shortfall:
    reported = event.get("reported_wage", int)
    implied = "not_registered" if reported is None else "underreported_wage"
    lack = event.get("lack", str) or implied
    by_wage = lack == "underreported_wage"
    if by_wage and reported is None:
        event.refuse("reported_wage", "belum diisi (upah yang dilaporkan)")
    if not by_wage and reported is not None:
        event.refuse("reported_wage", f"tidak dipakai untuk {term(lack).text()}")
    stated = {
        name: value
        for name, value in event.stated.items()
        if name not in ("lack", "reported_wage")
    }
    true, used = _total(event, stated, assumed, reader)
    insured = 0
    if by_wage:
        lower = {**stated, "wage": reported}
        insured, of_lower = _total(event, lower, assumed, reader)
        used = cited(used, of_lower)
    owes = reader.at(RULES[lack], event.need("event_date", date), str)
    programme = event.need("programme", str)
    return Shortfall(programme, lack, true, insured, cited((owes.used,), used))


def _total(
    event: Facts, stated: dict[str, Any], assumed: list[Words], reader: Reader
) -> tuple[int, tuple[Used, ...]]:
    asked = Facts(_FIELDS, stated, event.where)
    answered = benefit.answer(asked, reader)
    assumed += [one for one in answered.assumed if one not in assumed]
    total = answered.results.get("total")
    if not isinstance(total, int):
        event.refuse("programme", "tidak menghasilkan jumlah yang dapat dibandingkan")
    return total, answered.used
