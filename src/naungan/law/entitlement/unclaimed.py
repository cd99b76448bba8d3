"""What a claim was worth, less what was paid or claimed already."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from naungan.law.answer import Answer, Draft
from naungan.law.claim.case import distinct
from naungan.law.question import Facts, Field
from naungan.law.terms import term
from naungan.law.words import Words, day, rupiah, words


PARTS: Final = (
    "death",
    "periodic",
    "funeral",
    "one_sum",
    "disability",
    "stmb",
    "transport",
    "care",
    "scholarship",
)
CLAIMED: Final = Field(
    "claimed",
    "records",
    words("yang sudah diklaim atau dibayar", "what was claimed or paid already"),
    parts=(
        Field("part", "choice", words("jenis manfaat", "part of the benefit"), PARTS),
        Field(
            "amount",
            "idr",
            words(
                "jumlah yang dibayar; kosong berarti seluruhnya",
                "amount paid; nothing means all of it",
            ),
        ),
    ),
)
_DEATH: Final = words("santunan kematian", "death benefit")
_SAID: Final = ("standing", "lapsed", "membership", "heirs", "claim_by", "disease")
_YEARLY: Final = words(
    "Beasiswa diajukan tiap tahun: yang sampai tahun ini dapat diminta sekarang, "
    "selebihnya tiap tahun sekolah.",
    "The scholarship is claimed year by year: what fell due up to this year can be "
    "asked for now, the rest each school year.",
)


_AT_MOST: Final = words(
    "Beasiswa itu jumlah paling banyak: sebutkan jenjang dan kelas tiap anak (children) "
    "untuk jumlah yang sebenarnya.",
    "That scholarship is the most there can be: state the level and grade of each child "
    "(children) for the real sum.",
)


def unclaimed(
    facts: Facts, answered: Answer, draft: Draft, as_of: date
) -> dict[str, Any]:
    """Write what seems due and was not claimed; give it part by part.

    The total leaves the scholarship out, as that of a benefit does.
    """
    due = _due(answered.results)
    paid = _paid(facts, due)
    left = {part: max(0, amount - paid.get(part, 0)) for part, amount in due.items()}
    left = {part: amount for part, amount in left.items() if amount}
    for part, amount in left.items():
        _write(draft, answered, part, amount, due[part])
    _write_why(draft, answered, left)
    for part in sorted(set(paid) - set(due)):
        said = words(
            "Tercatat dibayar, tetapi menurut hitungan tidak terutang: {part}.",
            "Recorded as paid, but not due by this computation: {part}.",
            part=_named(part),
        )
        draft.note(said)
    if "scholarship" in left and "scholarship_max" in answered.results:
        draft.note(_AT_MOST)
    results: dict[str, Any] = {
        "unclaimed": left,
        "unclaimed_total": sum(left.values()) - left.get("scholarship", 0),
    }
    if "scholarship" in left:
        draft.note(_YEARLY)
        results |= _by_now(answered.results, paid.get("scholarship", 0), draft, as_of)
    return results


def _named(part: str) -> Words:
    """Name a part; a death is an outcome elsewhere, but here the sum paid for it."""
    return _DEATH if part == "death" else term(part)


def _due(results: Mapping[str, Any]) -> dict[str, int]:
    due = {part: results[part] for part in PARTS if results.get(part)}
    for maximum in ("scholarship_max", "scholarship_if_long_enough"):
        if results.get(maximum):
            due["scholarship"] = results[maximum]
    return due


def _paid(facts: Facts, due: Mapping[str, int]) -> dict[str, int]:
    paid: dict[str, int] = {}
    for one in facts.records("claimed"):
        part = one.need("part", str)
        amount = one.get("amount", int)
        paid[part] = paid.get(part, 0) + (
            due.get(part, 0) if amount is None else amount
        )
    return paid


def _write(draft: Draft, answered: Answer, part: str, left: int, due: int) -> None:
    used = distinct(one for one in answered.lines if one.key.split(".")[0] == part)
    label = words("Belum diklaim: {part}", "Not claimed: {part}", part=_named(part))
    arithmetic = words(
        "terutang {due}, sudah {paid}",
        "due {due}, claimed {paid}",
        due=rupiah(due),
        paid=rupiah(due - left),
    )
    draft.line(f"unclaimed.{part}", label, left, arithmetic, *used)


def _write_why(draft: Draft, answered: Answer, left: Mapping[str, int]) -> None:
    """Keep the lines that decide the claim, and those that bound it in time."""
    conditions = ("scholarship.condition", "scholarship.limit")
    for line in answered.lines:
        wanted = line.key in conditions and (
            left.get("scholarship") or not line.amount_idr
        )
        if line.key.split(".")[0] in _SAID or wanted:
            draft.lines.append(line)


def _by_now(
    results: Mapping[str, Any], paid: int, draft: Draft, as_of: date
) -> dict[str, int]:
    years: Mapping[str, int] = results.get("scholarship_by_year", {})
    if not years:
        return {}
    reached = sum(amount for year, amount in years.items() if int(year) <= as_of.year)
    now = max(0, reached - paid)
    label = words(
        "Beasiswa yang dapat diminta sekarang ({day})",
        "Scholarship that can be asked for now ({day})",
        day=day(as_of),
    )
    draft.line("scholarship_now", label, now)
    return {"scholarship_now": now}
