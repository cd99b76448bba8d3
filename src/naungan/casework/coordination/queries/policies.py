"""Regional texts: which a region has, lacks, or is about to lose; and who did which duty.

Texts and marks are seen by every office: what a region has made law is no secret.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from django.db.models import Q, QuerySet

from naungan.casework.coordination import catalogue
from naungan.casework.coordination.models import PolicyDuty, PolicyInstrument
from naungan.lib import regions


SOON: Final = timedelta(days=180)
"""So long before its end a text is said to expire."""
PROVINCE_DOTS: Final = 0
REGENCY_DOTS: Final = 1
Standing = Literal["present", "expiring", "expired", "missing", "ahead"]


@dataclass(frozen=True)
class Held:
    """One kind of text in one region: the newest that counts, and how it stands."""

    kind: str
    standing: Standing
    policy: PolicyInstrument | None


@dataclass(frozen=True)
class RegionPolicies:
    """A region with every kind of text that is expected of it, and the others it has."""

    region_code: str
    expected: dict[str, Held]
    others: list[PolicyInstrument]

    @property
    def lacks(self) -> int:
        """Count the expected kinds that are missing or ran out."""
        return sum(
            one.standing in ("missing", "expired") for one in self.expected.values()
        )


@dataclass(frozen=True)
class RegionDuties:
    """A region with the newest mark of every duty that it is asked about."""

    region_code: str
    asked: list[str]
    marks: dict[str, PolicyDuty]

    @property
    def done(self) -> int:
        """Count the duties that were seen done."""
        return sum(one.state == "done" for one in self.marks.values())

    @property
    def unknown(self) -> int:
        """Count the duties of which nobody wrote anything."""
        return sum(code not in self.marks for code in self.asked)


def policies(
    region_code: str = "", kind: str = "", word: str = ""
) -> QuerySet[PolicyInstrument]:
    """List texts of a region and of what lies in it, the newest first."""
    found = PolicyInstrument.objects.select_related("institution", "replaced_by")
    if region_code:
        inside = Q(region_code=region_code) | Q(
            region_code__startswith=f"{region_code}."
        )
        found = found.filter(inside)
    if kind:
        found = found.filter(kind=kind)
    if word:
        found = found.filter(Q(title__icontains=word) | Q(number__icontains=word))
    return found.order_by("region_code", "kind", "-year", "-pk")


def of_regions(codes: Iterable[str], today: date) -> list[RegionPolicies]:
    """Say of each region which expected texts it has, lacks or loses soon."""
    wanted = list(codes)
    kept: dict[str, list[PolicyInstrument]] = defaultdict(list)
    found = PolicyInstrument.objects.filter(region_code__in=wanted)
    for one in found.order_by("-issued_on", "-year", "-pk"):
        kept[one.region_code].append(one)
    return [_of_region(code, kept[code], today) for code in wanted]


def expected_of(region_code: str) -> list[str]:
    """Give the kinds of texts that a region of this level is asked for."""
    level = level_of(region_code)
    return [
        one.code
        for one in catalogue.words("policy_kinds").values()
        if level in one.of.get("expected", ())
    ]


def level_of(region_code: str) -> str:
    """Name the level of a region as the catalogues do."""
    dots = region_code.count(".")
    return {PROVINCE_DOTS: "province", REGENCY_DOTS: "regency"}.get(dots, "")


def around(region_code: str) -> list[str]:
    """Give a region with the provinces or regencies just below it."""
    level = level_of(region_code) if region_code else ""
    if region_code and level != "province":
        return [".".join(region_code.split(".")[: REGENCY_DOTS + 1])]
    below = [one.code for one in regions.children(region_code)]
    return [region_code, *below] if region_code else below


def _of_region(code: str, kept: list[PolicyInstrument], today: date) -> RegionPolicies:
    expected = {kind: _held(kind, kept, today) for kind in expected_of(code)}
    others = [one for one in kept if one.kind not in expected]
    return RegionPolicies(code, expected, others)


def _held(kind: str, kept: list[PolicyInstrument], today: date) -> Held:
    """Choose among texts of a kind: one in force before one ahead before one that ended."""
    own = [(standing(one, today), one) for one in kept if one.kind == kind]
    for wanted in ("present", "expiring", "ahead", "expired"):
        for found, one in own:
            if found == wanted:
                return Held(kind, found, one)
    return Held(kind, "missing", None)


def standing(one: PolicyInstrument, today: date) -> Standing:
    """Say how a text stands on a day; one that was replaced has ended."""
    if one.replaced_by_id is not None:
        return "expired"
    if one.in_force_on is not None and one.in_force_on > today:
        return "ahead"
    if one.expires_on is None:
        return "present"
    if one.expires_on < today:
        return "expired"
    return "expiring" if one.expires_on <= today + SOON else "present"


def duties_of(codes: Iterable[str]) -> list[RegionDuties]:
    """Say of each region what was last seen of every duty that it is asked about."""
    wanted = list(codes)
    newest = (
        PolicyDuty.objects.filter(region_code__in=wanted)
        .select_related("institution", "policy")
        .order_by("region_code", "duty", "-noted_on", "-pk")
        .distinct("region_code", "duty")
    )
    marks: dict[str, dict[str, PolicyDuty]] = defaultdict(dict)
    for one in newest:
        marks[one.region_code][one.duty] = one
    return [RegionDuties(code, asked_of(code), marks[code]) for code in wanted]


def asked_of(region_code: str) -> list[str]:
    """Give the duties that a region of this level is asked about."""
    level = level_of(region_code)
    return [
        one.code
        for one in catalogue.words("duties").values()
        if level in one.of.get("levels", ())
    ]


def history_of(region_code: str, duty: str) -> QuerySet[PolicyDuty]:
    """List what was seen of one duty in one region, the newest first."""
    found = PolicyDuty.objects.filter(region_code=region_code, duty=duty)
    return found.select_related("institution", "policy", "noted_by").order_by(
        "-noted_on", "-pk"
    )
