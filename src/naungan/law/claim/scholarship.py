"""The scholarship after a participant: how much, for which child, in which years.

It is claimed year by year with proof of schooling. What is written here is the
whole course of a child who is promoted every year, from the level and grade on
the day of the event to the last year of university or until the age at which
the law ends it, whichever comes first.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from naungan.law.answer import Draft
from naungan.law.claim.case import Case, chained
from naungan.law.claim.schooling import Course, Tranche, course_of
from naungan.law.claim.tenure import contribution_months
from naungan.law.question import Facts
from naungan.law.terms import term
from naungan.law.words import Words, number, rupiah, words


_ON_THE_EDGE: Final = words(
    "Masa iur tepat di sekitar syarat beasiswa: cocokkan dengan bulan iuran yang dibayar.",
    "Contributions are right at the condition of the scholarship: compare with the "
    "months really paid.",
)
_TWO_CHILDREN: Final = words(
    "Anak lebih banyak daripada batas: dihitung yang jumlahnya terbesar; keluarga atau "
    "pendaftaran peserta yang menentukan anak mana.",
    "More children than the limit: the largest sums are counted; the family or the "
    "participant's registration decides which.",
)
_LIMIT: Final = words("Batas banyaknya anak", "Limit on the number of children")
_YEARLY: Final = words(
    "Beasiswa tidak termasuk dalam jumlah santunan: diajukan tiap tahun dengan bukti "
    "sekolah dan berhenti bila anak menikah, bekerja, atau mencapai usia akhir.",
    "The scholarship is no part of the total: it is claimed every year with proof of "
    "schooling and stops on marriage, work or the age limit.",
)


def scholarship(case: Case, *, conditioned: bool = True) -> dict[str, Any]:
    """Write the scholarship after a death or total disability as lines and results.

    `conditioned` False leaves out the test of contributions where no text is known.
    """
    children = case.facts.records("children")
    count = case.facts.get("children_count", int)
    if children and count is not None:
        case.facts.refuse("children_count", "sudah ada daftar children; isi satu saja")
    if not children and not count:
        return _none_stated(case, count, conditioned=conditioned)
    long_enough = _long_enough(case) if conditioned else True
    if long_enough is False:
        return {"scholarship": 0}
    schedule = case.find("scholarship/schedule", tuple)
    if schedule is None:
        results = _flat(case)
    elif children:
        results = _scheduled(
            case, [course_of(case, one, n) for n, one in _counted(children)]
        )
    else:
        results = _at_most(case, count or 0)
    if long_enough is None and "scholarship" in results:
        results["scholarship_if_long_enough"] = results.pop("scholarship")
    return results


def _none_stated(case: Case, count: int | None, *, conditioned: bool) -> dict[str, Any]:
    """Remind of children who were not mentioned, unless none could be paid for."""
    most = case.find("scholarship/max_total", int)
    silent = replace(case, draft=Draft(), facts=_copy(case.facts))
    hopeless = conditioned and _long_enough(silent) is False
    if count is None and most is not None and not hopeless:
        said = words(
            "Bila ada anak usia sekolah, sebutkan (children): beasiswanya sampai {most}.",
            "If there are children of school age, state them (children): scholarships "
            "go up to {most}.",
            most=rupiah(most.value),
        )
        case.draft.note(said)
    return {}


def _copy(facts: Facts) -> Facts:
    """Copy the facts so that what is assumed on them is not said."""
    return replace(facts, assumed=[])


def _long_enough(case: Case) -> bool | None:
    """Tell whether enough was contributed; None when it is not known."""
    years = case.at(f"scholarship/{case.programme.lower()}_contribution_years", int)
    if years.value == 0:
        return True
    needed = years.value * 12
    stated = case.facts.has("contribution_months")
    months = contribution_months(case)
    if months is None:
        said = words(
            "Beasiswa hanya bila masa iur paling sedikit {needed} bulan; masa iur tidak "
            "disebut (joined atau contribution_months).",
            "A scholarship needs at least {needed} months of contributions; none were "
            "stated (joined or contribution_months).",
            needed=number(needed),
        )
        case.draft.note(said)
        return None
    if not stated and abs(months - needed) <= 1:
        case.draft.note(_ON_THE_EDGE)
    met = months >= needed
    label = words("Syarat beasiswa terpenuhi", "Condition of the scholarship met")
    if not met:
        label = words("Tidak ada beasiswa", "No scholarship")
    compared = words(
        "masa iur {months} bulan; syaratnya {needed} bulan",
        "{months} months of contributions; the condition is {needed} months",
        months=number(months),
        needed=number(needed),
    )
    case.draft.line(
        "scholarship.condition", label, None if met else 0, compared, years.used
    )
    return met


def _flat(case: Case) -> dict[str, Any]:
    label = words(
        "Beasiswa, dibayar sekali untuk satu peserta",
        "Scholarship, paid once for one participant",
    )
    return {"scholarship": case.pay("scholarship", "scholarship/flat_amount", label)}


def _at_most(case: Case, count: int) -> dict[str, Any]:
    most = case.at("scholarship/max_children", int)
    each = case.at("scholarship/max_per_child", int)
    paid_for = min(count, most.value)
    label = words("Beasiswa, paling banyak", "Scholarship, at most")
    arithmetic = words(
        "{count} anak × {each}",
        "{count} children × {each}",
        count=number(paid_for),
        each=rupiah(each.value),
    )
    amount = paid_for * each.value
    case.draft.line("scholarship", label, amount, arithmetic, each.used, most.used)
    return {"scholarship_max": amount}


def _scheduled(case: Case, courses: list[Course]) -> dict[str, Any]:
    most = case.at("scholarship/max_children", int)
    ranked = sorted(courses, key=lambda one: -one.total_idr)
    chosen = [one for one in ranked[: most.value] if one.total_idr]
    for course in courses:
        _write(case, course, chosen=course in chosen)
    if len([one for one in courses if one.total_idr]) > most.value:
        case.draft.note(_TWO_CHILDREN)
        case.draft.line("scholarship.limit", _LIMIT, None, None, most.used)
    by_year: dict[str, int] = {}
    for tranche in (t for one in chosen for t in one.tranches if t.year is not None):
        key = str(tranche.year)
        by_year[key] = by_year.get(key, 0) + tranche.amount_idr
    total = sum(one.total_idr for one in chosen)
    if len(courses) > 1:
        label = words("Beasiswa seluruhnya", "Scholarships in all")
        case.draft.line("scholarship.total", label, total)
    case.draft.note(_YEARLY)
    return {
        "scholarship": total,
        "scholarship_by_year": dict(sorted(by_year.items())),
        "scholarship_children": [one.as_data() for one in chosen],
    }


def _write(case: Case, course: Course, *, chosen: bool) -> None:
    label = words(
        "Beasiswa {name}, seluruh masa sekolah",
        "Scholarship of {name}, all years of school",
        name=course.name,
    )
    if course.why_none is not None:
        case.draft.line("scholarship", label, 0, course.why_none)
    elif not chosen:
        why = words("sudah untuk anak lain", "already for other children")
        case.draft.line("scholarship", label, 0, why)
    else:
        used = case.at("scholarship/schedule", tuple).used
        ends = case.at("scholarship/end_age", int).used
        case.draft.line(
            "scholarship", label, course.total_idr, _arithmetic(course), used, ends
        )


def _arithmetic(course: Course) -> Words:
    parts = []
    for (level, amount), group in groupby(
        course.tranches, key=lambda one: (one.level, one.amount_idr)
    ):
        years = list(group)
        parts.append(
            words(
                "{level} {grades}{when}: {count} × {amount}",
                "{level} {grades}{when}: {count} × {amount}",
                level=term(level),
                grades=_range(years[0].grade, years[-1].grade),
                when=_when(years),
                count=number(len(years)),
                amount=rupiah(amount),
            )
        )
    return chained(parts, "; ")


def _when(years: Sequence[Tranche]) -> str:
    first, last = years[0].year, years[-1].year
    return "" if first is None or last is None else f" ({_range(first, last)})"


def _range(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"


def _counted(children: Sequence[Facts]) -> list[tuple[int, Facts]]:
    return list(enumerate(children, start=1))
