"""The questions of the calculator: what each asks of a citizen first, and of whom.

A question splits by one field (the segment, the programme) into variants. The law
says which fields a variant accepts; this module says which of them stand in front.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from naungan.law import bill
from naungan.law.arrears import fields as arrears
from naungan.law.benefit import programmes
from naungan.law.contributions.segments import RULES
from naungan.law.fine import administrative, question as fine
from naungan.law.kinds import kind
from naungan.law.question import Field
from naungan.law.words import Words, words
from naungan.web.question_bounds import PRIVATE


SHOWN_OF_EVENTS: Final = (
    "lack",
    "programme",
    "segment",
    "event_date",
    "wage",
    "reported_wage",
    "income",
    "joined_on",
    "active",
    "outcome",
    "children_count",
)
"""Of events within arrears; the whole of a benefit has a question of its own."""

PROGRAMMES: Final = {
    "JKK": words("JKK, kecelakaan kerja", "JKK, accident at work"),
    "JKM": words("JKM, kematian", "JKM, death"),
    "JHT": words("JHT, hari tua", "JHT, old-age savings"),
    "JP": words("JP, pensiun", "JP, pension"),
    "JKP": words("JKP, kehilangan pekerjaan", "JKP, loss of work"),
}
"""Programmes as a citizen looks for them."""

_UNSPLIT: Final = ""


@dataclass(frozen=True)
class Variant:
    """One form of a question: the fields it accepts, and those asked first."""

    value: str
    names: tuple[str, ...]
    first: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question of the calculator; `splits` names the field that splits it."""

    code: str
    kind: str
    label: Words
    lead: Words
    splits: str
    variants: tuple[Variant, ...]

    def variant(self, value: str) -> Variant:
        """Give the variant of a value, the first where there is no such value."""
        found = (one for one in self.variants if one.value == value)
        return next(found, self.variants[0])

    def fields(self, variant: Variant) -> tuple[Field, ...]:
        """Give the fields of a variant, those asked first in front."""
        known = {one.name: one for one in kind(self.kind).FIELDS}
        order = dict.fromkeys((*variant.first, *variant.names))
        return tuple(
            _trimmed(known[name], variant) for name in order if name not in PRIVATE
        )


def _trimmed(field: Field, variant: Variant) -> Field:
    """Leave out of a list of records what the page does not ask."""
    if not field.parts:
        return field
    kept = [one for one in field.parts if one.name not in PRIVATE]
    if field.name == "workers" and variant.parts:
        kept = [one for one in kept if one.name in variant.parts]
    if field.name == "events":
        by_name = {one.name: one for one in kept}
        kept = [by_name[name] for name in SHOWN_OF_EVENTS]
    return Field(field.name, field.kind, field.label, field.choices, tuple(kept))


def _contribution() -> tuple[Variant, ...]:
    first: dict[str, Sequence[str]] = {
        "PU": ("month", "wage", "risk_group", "scale"),
        "BPU": ("month", "income", "programmes", "payer", "occupation"),
        "JAKON": ("month", "contract_value", "wage"),
        "PMI": ("month", "placement", "contract_months", "programmes", "jht"),
        "NON_ASN": ("month", "wage", "risk_group"),
    }
    return tuple(Variant(one, RULES[one][0], tuple(first[one])) for one in RULES)


def _bill() -> tuple[Variant, ...]:
    first = {
        "PU": ("month", "workers", "scale", "risk_group"),
        "NON_ASN": ("month", "workers", "risk_group"),
        "JAKON": ("month", "workers"),
        "BPU": ("month", "workers", "payer", "programmes", "occupation"),
    }
    return tuple(_bill_of(one, first[one]) for one in bill.BILLED)


def _bill_of(segment: str, first: tuple[str, ...]) -> Variant:
    used = RULES[segment][0]
    ofall = [name for name in bill.OF_EMPLOYER if name in used]
    ofone = [name for name in bill.OF_WORKER if name in used]
    names = ("segment", *ofall, "workers", "details")
    return Variant(segment, names, first, ("count", *ofone))


def _fine() -> tuple[Variant, ...]:
    late = ("programme", "month", "amount", "paid_on", "segment")
    other = ("amount", "second_warning_ended_on", "paid_on")
    return (
        Variant("late", fine.STATED, late),
        Variant("administrative", administrative.STATED, other),
    )


def _arrears() -> tuple[Variant, ...]:
    shared = ("on", "months", "since")
    both = ("segment", "cause", "payments")
    every = [one.name for one in arrears.FIELDS]
    of_bpu = set(arrears.OF_PARTICIPANT) - set(arrears.OF_EMPLOYER)
    of_pu = [name for name in every if name not in of_bpu]
    firm = (*shared, "number_of_workers", "wage", "scale", "risk_group")
    person = (*shared, "income", "programmes", "payer", "occupation")
    of_person = (*shared, *both, *arrears.OF_PARTICIPANT, "paid_through")
    return Variant("PU", tuple(of_pu), firm), Variant("BPU", of_person, person)


def _benefit() -> tuple[Variant, ...]:
    insured = ("event_date", "segment")
    first = {
        "JKK": (*insured, "wage", "income", "outcome", "joined_on", "losses"),
        "JKM": (*insured, "joined", "active", "children"),
        "JHT": ("event_date", "cause", "birth_date", "balance"),
        "JP": ("pension", "event_date", "birth_date", "contribution_months", "wages"),
        "JKP": ("event_date", "wage", "cause", "recent_months", "scale"),
    }
    return tuple(
        Variant(code, ("programme", *(one.name for one in module.FIELDS)), first[code])
        for code, module in programmes().items()
    )


def _whole(name: str, first: tuple[str, ...]) -> tuple[Variant, ...]:
    return (Variant(_UNSPLIT, tuple(one.name for one in kind(name).FIELDS), first),)


QUESTIONS: Final = {
    one.code: one
    for one in (
        Question(
            "iuran",
            "contribution",
            words("Iuran", "Contributions"),
            words(
                "Berapa iuran satu peserta dalam sebulan, dan siapa yang membayarnya.",
                "What one participant costs a month, and who pays it.",
            ),
            "segment",
            _contribution(),
        ),
        Question(
            "tagihan",
            "bill",
            words("Tagihan pemberi kerja", "Employer's bill"),
            words(
                "Berapa yang disetor untuk semua pekerja dalam sebulan, dan kapan "
                "jatuh tempo.",
                "What is due for all workers in a month, and by which day.",
            ),
            "segment",
            _bill(),
        ),
        Question(
            "denda",
            "fine",
            words("Denda", "Fines"),
            words(
                "Berapa denda atas iuran yang terlambat atau tidak dibayar.",
                "What a late or unpaid contribution costs in fines.",
            ),
            "type",
            _fine(),
        ),
        Question(
            "tunggakan",
            "arrears",
            words("Tunggakan", "Arrears"),
            words(
                "Berapa yang terutang pada suatu hari, bulan demi bulan, dengan "
                "dendanya.",
                "What is owed on a day, month by month, with its fines.",
            ),
            "segment",
            _arrears(),
        ),
        Question(
            "manfaat",
            "benefit",
            words("Manfaat", "Benefits"),
            words(
                "Berapa yang diterima peserta atau keluarganya.",
                "What a participant or the family receives.",
            ),
            "programme",
            _benefit(),
        ),
        Question(
            "belum-diklaim",
            "entitlement",
            words("Yang belum diklaim", "Not yet claimed"),
            words(
                "Apa yang tampaknya berhak diterima tetapi belum diminta, atau apa "
                "yang dapat menggagalkan klaim.",
                "What seems due and was not claimed, or what would make a claim fail.",
            ),
            _UNSPLIT,
            _whole(
                "entitlement",
                ("as_of", "event_date", "cause", "segment", "wage", "income", "joined"),
            ),
        ),
        Question(
            "kewajiban",
            "duty",
            words("Kewajiban", "Duties"),
            words(
                "Program apa yang wajib diikuti pemberi kerja, dan langkah apa yang "
                "terbuka bila tidak.",
                "Which programmes bind an employer, and which step is open if not met.",
            ),
            _UNSPLIT,
            _whole(
                "duty",
                (
                    "on",
                    "segment",
                    "scale",
                    "registered",
                    "first_worker_on",
                    "workers",
                    "registered_workers",
                    "programmes",
                ),
            ),
        ),
    )
}
"""Every question by the word of its address, in the order of the page."""
