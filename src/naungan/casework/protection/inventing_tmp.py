"""An invented scheme: sixty vulnerable workers in each village, one list being written."""

from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Publication
from naungan.casework.protection import amounts
from naungan.casework.protection.actions import lists, money, schemes
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.casework.protection.models import Scheme
from naungan.lib import identity_numbers, regions
from naungan.lib.dates import month_index


NAME: Final = "60 pekerja rentan tiap desa"
CAMPAIGN: Final = "Gerakan Nasional Perlindungan Pekerja Rentan"
BASIS: Final = "400.10.2.4/6/DPMD/IV/2024"
EACH: Final = 60
AREA: Final = int(VILLAGE.replace(".", "")[:6])
WOMEN: Final = "Siti Aminah,Nur Hayati,Rosmala,Yunita Sari,Marlina,Ernawati,Sumiati"
MEN: Final = "Ahmad Rifai,Zainal Abidin,Herman,Sarkowi,Burhanuddin,Edi Susanto,Rustam"
WORK: Final = ("buruh tani", "penyadap karet", "tukang ojek", "penjahit", "pedagang")


def furnish(publication: Publication, is_last: bool) -> None:
    """Make the scheme once the newest snapshot of the regency stands."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        scope.tell(None, None, every=True)
        desks = [person_at(name) for name in ("dpmd", "desa", "ar")]
        agency, clerk, branch = desks
        if agency is None or clerk is None or branch is None:
            return
        scope.enter(agency)
        if Scheme.objects.filter(name=NAME).exists():
            return
        made = _scheme(agency, publication.region_code)
        _let_join(agency, made, branch)
        scope.enter(clerk)
        people = _people()
        lists.add_people(by=clerk, scheme=made, people=people, village_code=VILLAGE)


def _scheme(agency: Scope, region_code: str) -> Scheme:
    year = clock.today().year
    campaign = schemes.make_campaign(by=agency, name=CAMPAIGN, year=year)
    made = schemes.make_scheme(
        by=agency, plan=_plan(region_code, year), campaign=campaign
    )
    schemes.add_basis(
        by=agency,
        scheme=made,
        kind="circular",
        number=BASIS,
        about="Perlindungan enam puluh pekerja rentan tiap desa",
    )
    villages = regions.villages_of(region_code)
    rural = [one.code for one in villages if one.kind == "desa"]
    schemes.set_quotas(by=agency, scheme=made, people=dict.fromkeys(rural, EACH))
    schemes.open_scheme(by=agency, scheme=made)
    cost = EACH * len(rural) * sum(part.each_idr for part in amounts.by_year(made))
    money.set_budget(
        by=agency, scheme=made, year=year, ceiling_idr=cost, document="DPA rekaan"
    )
    return made


def _plan(region_code: str, year: int) -> SchemePlan:
    return SchemePlan(
        name=NAME,
        region_code=region_code,
        fund="apbd",
        package="two",
        category="vulnerable",
        policy="at_most",
        from_month=month_index(year, 7),
        until_month=month_index(year, 12),
        age_from=18,
        age_below=65,
        criteria_reason="Batas umur yang dipakai daerah bagi pekerja rentan",
    )


def _let_join(agency: Scope, made: Scheme, branch: Scope) -> None:
    place = Institution.objects.get(pk=branch.institution_id)
    schemes.let_join(by=agency, scheme=made, institution=place, today=clock.today())


def _people() -> list[Proposed]:
    """Invent a list with what real ones have: somebody too old, a slip, one twice."""
    names = [*WOMEN.split(","), *MEN.split(",")]
    good = [_person(place, name) for place, name in enumerate(names)]
    too_old = _person(90, "Jamilah", born=date(1955, 3, 4))
    slip = Proposed(nik="16041012", name="Nurdin", birth_date=date(1980, 1, 2), sex="M")
    return [*good, too_old, slip, good[2]]


def _person(place: int, name: str, born: date | None = None) -> Proposed:
    day = born or date(1972 + place, 1 + place % 12, 1 + place * 2 % 28)
    sex: identity_numbers.Sex = "F" if name in WOMEN or born else "M"
    nik = identity_numbers.invented(AREA, day, sex, 9200 + place)
    return Proposed(
        nik=identity_numbers.nik_text(nik),
        name=f"{name} (rekaan)",
        birth_date=day,
        sex=sex,
        occupation=WORK[place % len(WORK)],
        reason="Diusulkan musyawarah desa",
    )
