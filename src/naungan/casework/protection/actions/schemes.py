"""Making a scheme: its months, fund, package and quota, and who takes part in it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access, amounts
from naungan.casework.protection.checks.placing import place
from naungan.casework.protection.checks.running import check
from naungan.casework.protection.models import (
    Basis,
    Campaign,
    Entry,
    Participation,
    Quota,
    ReportedFigure,
    Scheme,
)
from naungan.casework.protection.models.scheme import BASIS_KINDS, FIGURES, STANDINGS
from naungan.casework.protection.numbering import read_number
from naungan.casework.protection.packages import PACKAGES
from naungan.casework.protection.states import before
from naungan.lib import regions
from naungan.lib.dates import month_of


MOST_PEOPLE: Final = 10_000_000
MOST_MONTHS: Final = 60


@dataclass(frozen=True, kw_only=True)
class SchemePlan:
    """What is said of a scheme when it is made; months are `year * 12 + month - 1`."""

    name: str
    region_code: str
    fund: str
    package: str
    category: str
    policy: str
    from_month: int
    until_month: int
    age_from: int
    age_below: int
    criteria: str = ""
    criteria_reason: str = ""
    needs_registry: bool = False
    honorarium_idr: int | None = None


def make_campaign(*, by: Scope, name: str, year: int, about: str = "") -> Campaign:
    """Name a campaign under which schemes are counted."""
    access.check_makes(by=by)
    named = Campaign.objects.filter(
        institution_id=by.institution_id, name=name.strip(), year=year
    )
    if not name.strip() or named.exists():
        raise ActRefused("Gerakan dengan nama dan tahun ini sudah ada.")
    with transaction.atomic():
        made = Campaign.objects.create(
            institution_id=by.institution_id,
            name=name.strip(),
            year=year,
            about=about.strip(),
        )
        act.record(by=by, verb="make", noun="campaign", noun_id=made.pk, year=year)
    return made


def set_campaign(*, by: Scope, scheme: Scheme, campaign: Campaign | None) -> None:
    """Count a scheme under a campaign of one's own, or under none any more."""
    access.check_manages(by=by, scheme=scheme)
    if campaign is not None and campaign.institution_id != by.institution_id:
        raise ActRefused("Gerakan ini milik lembaga lain.")
    with transaction.atomic():
        scheme.campaign = campaign
        scheme.save(update_fields=["campaign"])
        _record(by, "assign", scheme, campaign=campaign.pk if campaign else None)


def make_scheme(
    *,
    by: Scope,
    plan: SchemePlan,
    campaign: Campaign | None = None,
    renews: Scheme | None = None,
) -> Scheme:
    """Make a scheme in preparation; it is its owner's alone until it is opened."""
    access.check_makes(by=by)
    _check_plan(by, plan)
    with transaction.atomic():
        scheme = Scheme.objects.create(
            institution_id=by.institution_id,
            campaign=campaign,
            renews=renews,
            made_by_id=by.user_id,
            **asdict(plan),
        )
        _record(by, "make", scheme, fund=plan.fund, package=plan.package)
    return scheme


def _check_plan(by: Scope, plan: SchemePlan, scheme: Scheme | None = None) -> None:
    if not plan.name.strip():
        raise ActRefused("Tulis nama skema.")
    if not regions.lies_in(plan.region_code, by.region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")
    if not 0 <= plan.until_month - plan.from_month < MOST_MONTHS:
        raise ActRefused("Bulan terakhir mendahului bulan mulai, atau terlalu jauh.")
    if plan.age_below <= plan.age_from:
        raise ActRefused("Batas umur atas harus di atas umur paling muda.")
    of_wages = PACKAGES[plan.package].segment == "PU"
    if of_wages != bool(plan.honorarium_idr):
        raise ActRefused("Honorarium ditulis pada paket atas honorarium saja.")
    named = Scheme.objects.filter(institution_id=by.institution_id, name=plan.name)
    if named.exclude(pk=scheme.pk if scheme else 0).exists():
        raise ActRefused("Sudah ada skema dengan nama ini.")


def change_scheme(*, by: Scope, scheme: Scheme, plan: SchemePlan) -> Scheme:
    """Say anew what a scheme is, as long as it is in preparation."""
    access.check_manages(by=by, scheme=scheme)
    if scheme.state != "draft":
        raise ActRefused("Skema yang sudah dibuka tidak diubah lagi.")
    _check_plan(by, plan, scheme)
    with transaction.atomic():
        Scheme.objects.filter(pk=scheme.pk).update(**asdict(plan))
        _record(by, "change", scheme)
    scheme.refresh_from_db()
    return scheme


def open_scheme(*, by: Scope, scheme: Scheme) -> None:
    """Let villages see a scheme and write their lists; its cost must be known by then.

    Whoever was carried over from the scheme before is checked like anybody else.
    """
    access.check_manages(by=by, scheme=scheme)
    if scheme.state == "open":
        raise ActRefused("Skema ini sudah dibuka.")
    amounts.by_year(scheme)  # refuses months that the law does not reach
    with transaction.atomic():
        _move(by, scheme, "open", "open")
        carried = Entry.objects.filter(scheme=scheme, state="proposed")
        if carried.exists():
            check(by, scheme, carried)


def close_scheme(*, by: Scope, scheme: Scheme) -> None:
    """End the work on a scheme; what was paid and decided stays.

    Once its last month is over, whoever stands in the scheme after it is renewed.
    """
    access.check_manages(by=by, scheme=scheme)
    access.check_open(scheme)
    with transaction.atomic():
        _move(by, scheme, "closed", "close")
        if scheme.until_month < month_of(clock.today()):
            carried = Entry.objects.filter(scheme__renews=scheme, follows__isnull=False)
            lines = Entry.objects.filter(scheme=scheme, state__in=before("renew"))
            lines.filter(pk__in=carried.values("follows")).update(state="renewed")


def _move(by: Scope, scheme: Scheme, state: str, verb: str) -> None:
    with transaction.atomic():
        scheme.state = state
        scheme.save(update_fields=["state"])
        _record(by, verb, scheme)


def add_basis(
    *, by: Scope, scheme: Scheme, kind: str, number: str, about: str = ""
) -> Basis:
    """Write a legal basis; its number tells the office, the month and the year."""
    access.check_manages(by=by, scheme=scheme)
    if kind not in BASIS_KINDS or not number.strip():
        raise ActRefused("Pilih jenis dan tulis nomor lengkap dasar hukum.")
    if Basis.objects.filter(scheme=scheme, number=number.strip()).exists():
        raise ActRefused("Nomor ini sudah dicatat pada skema ini.")
    read = read_number(number)
    with transaction.atomic():
        basis = Basis.objects.create(
            scheme=scheme,
            institution_id=scheme.institution_id,
            kind=kind,
            number=number.strip(),
            office=read.office,
            month=read.month,
            year=read.year,
            about=about.strip(),
        )
        _record(by, "cite", scheme, number=basis.number)
    return basis


def set_quotas(
    *, by: Scope, scheme: Scheme, people: Mapping[str, int], roster: str = ""
) -> int:
    """Set how many places each region has; a region with 0 has none any more.

    `roster` names a list that is no region's, as that of an election commission.
    Gives how many places the scheme has then in all.
    """
    places = {(code, roster): count for code, count in people.items()}
    return set_roster_quotas(by=by, scheme=scheme, people=places)


def set_roster_quotas(
    *, by: Scope, scheme: Scheme, people: Mapping[tuple[str, str], int]
) -> int:
    """Set how many places each region and roster has, as a village and polling station.

    A pair with 0 has none any more. Gives how many places the scheme has then in all.
    """
    access.check_manages(by=by, scheme=scheme)
    for (code, _roster), count in people.items():
        _check_quota(scheme, code, count)
    with transaction.atomic():
        known = Quota.objects.filter(scheme=scheme)
        old = [
            number
            for number, *key in known.values_list("pk", "village_code", "roster")
            if tuple(key) in people
        ]
        known.filter(pk__in=old).delete()
        Quota.objects.bulk_create(
            Quota(
                scheme=scheme,
                institution_id=scheme.institution_id,
                village_code=code,
                roster=roster,
                people=count,
            )
            for (code, roster), count in people.items()
            if count
        )
        total = sum(scheme.quotas.values_list("people", flat=True))
        place(scheme)
        _record(by, "set", scheme, regions=len(people), people=total)
    return total


def _check_quota(scheme: Scheme, code: str, count: int) -> None:
    if not 0 <= count <= MOST_PEOPLE:
        raise ActRefused("Kuota ditulis sebagai banyaknya orang.")
    if code and not regions.lies_in(code, scheme.region_code):
        raise ActRefused("Ada desa di luar wilayah skema.")


def let_join(
    *, by: Scope, scheme: Scheme, institution: Institution, today: date
) -> Participation:
    """Let another institution see and serve a scheme: a branch, a treasury."""
    access.check_manages(by=by, scheme=scheme)
    if institution.pk == scheme.institution_id:
        raise ActRefused("Pemilik skema sudah ikut serta.")
    with transaction.atomic():
        part, made = Participation.objects.get_or_create(
            scheme=scheme,
            owner_id=scheme.institution_id,
            institution=institution,
            ended_on=None,
            defaults={"since_on": today},
        )
        if made:
            _record(by, "share", scheme, institution=institution.pk)
    return part


def end_part(*, by: Scope, part: Participation, today: date) -> None:
    """Take a scheme back from another institution."""
    access.check_manages(by=by, scheme=part.scheme)
    with transaction.atomic():
        part.ended_on = today
        part.save(update_fields=["ended_on"])
        _record(by, "revoke", part.scheme, institution=part.institution_id)


def report_figure(
    *,
    by: Scope,
    scheme: Scheme,
    kind: str,
    standing: str,
    year: int,
    amount: int,
    source: str,
) -> ReportedFigure:
    """Keep what was said or printed of a scheme, to stand beside what is computed."""
    access.check_manages(by=by, scheme=scheme)
    if kind not in FIGURES or standing not in STANDINGS or amount < 0:
        raise ActRefused("Pilih jenis dan kedudukan angka yang dilaporkan.")
    with transaction.atomic():
        made = ReportedFigure.objects.create(
            scheme=scheme,
            institution_id=scheme.institution_id,
            kind=kind,
            standing=standing,
            year=year,
            amount=amount,
            source=source.strip(),
        )
        _record(by, "report", scheme, kind=kind, year=year)
    return made


def _record(by: Scope, verb: str, scheme: Scheme, **details: object) -> None:
    act.record(by=by, verb=verb, noun="scheme", noun_id=scheme.pk, **details)
