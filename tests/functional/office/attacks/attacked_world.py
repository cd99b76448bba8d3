"""A district whose people and employers have names that attack whoever shows them.

It is the district of `uncertain_world` with such names in it: the pair left open, some
workers without cover and some firms that nobody registered. Built once per process.
"""

import functools
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
from django.conf import settings
from django.core.cache import cache
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from tests.functional.office import uncertain_world as world
from tests.functional.office.conftest import appointed, shared_with_everybody

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.roles import ROLES
from naungan.casework.intake.actions import publish


REGION, MONTH, KPJ, NPP = world.REGION, world.MONTH, world.KPJ, world.NPP
VILLAGE = "16.04.01.2001"
OURS = world.OWNER
FORMULAS = ("=Budi Sum", "+Budi Tambah", "-Budi Kurang", "@Budi Pada")
SCRIPT = "<script>alert(1)</script>"
MARKUP = (SCRIPT, '"><img src=x onerror=alert(1)>', "{{ 7*7 }}{% now %}")
SITI = {**world.SITI, "name": f'Siti {SCRIPT} "Rahmawati"'}
NIK = "1604014101909001"
ROLES_OF_OURS = ("branch_head", "membership_head", "administrator")


def _attackers():
    for number, name in enumerate((*FORMULAS, *MARKUP, "Sari Utuh")):
        nik = NIK if name == "Sari Utuh" else None
        sex, born = ("F", "1990-01-01") if nik else ("M", f"1981-03-1{number}")
        yield {
            "name": name,
            "born": born,
            "sex": sex,
            "nik": nik,
            "village": 1604012001,
        }


@functools.cache
def built():
    """Give the folder of the snapshot; a run makes it at the first call."""
    pair = [{**SITI, "village": one["village"]} for one in world.PEOPLE[:2]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(world, "NAMES", [*FORMULAS, *MARKUP, *world.NAMES])
        members = [{**SITI, "kpj": KPJ}, *world.MEMBERS[1:]]
        patch.setattr(world, "MEMBERS", members)
        place = Path(settings.HOME.snapshots) / "serangan" / REGION
        return world.run(place, people=[*pair, *_attackers(), *world.PEOPLE[2:]])


def number_of(table, name):
    """Give the number of a person or an employer of the snapshot by the name."""
    key = {"persons": "person_id", "employers": "employer_id"}[table]
    query = f"SELECT {key} FROM '{built()}/{table}.parquet' WHERE name = ?"
    return duckdb.sql(query, params=[name]).fetchall()[0][0]


def pair(table, key):
    """Give the number of the one pair of persons or of employers that is left open."""
    query = f"SELECT {key} FROM '{built()}/{table}.parquet'"
    return duckdb.sql(query).fetchall()[0][0]


def office(founder):
    """Publish the district; give who works in its branch, by role, and their clients."""
    cache.clear()
    reach = scope.of_appointment(founder)
    scope.enter(reach)
    shared_with_everybody(founder)
    Institution.objects.create(
        code=OURS, kind="bpjs_branch", name=f"Cabang {SCRIPT}", region_code=REGION
    )
    publish(
        by=reach,
        region_code=REGION,
        month=MONTH,
        folder=built(),
        at=timezone.now() - timedelta(hours=1),
        law_version="0" * 16,
        invented=True,
        remark=SCRIPT,
    )
    return {
        **{role: appointed(role, OURS, f"{role}@contoh.id") for role in ROLES_OF_OURS},
        # What only governments may: asked last of whoever has a power.
        "agency_head": appointed("agency_head", "dpmd-serangan", "dpmd@contoh.id"),
        "village_head": appointed(
            "village_head", "desa-serangan", "kades@contoh.id", kind="village"
        ),
    }


def of_power(people, power):
    """Give the client of whoever has a power; of anybody where none is asked."""
    wanted = {None, power}
    return next(
        client
        for role, (_, client) in people.items()
        if wanted & {None} == wanted or power in ROLES[role].powers
    )


def text_of(answer):
    """Read an answer to its end; what comes from the disk is closed by that."""
    return answer.getvalue().decode("utf-8", "replace")


def templates(patterns=None, before="", kept=()):
    """Yield every address: its name, the names of its arguments, what answers it."""
    for one in patterns or get_resolver().url_patterns:
        names = (*kept, *one.pattern.regex.groupindex)
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from templates(one.url_patterns, route, names)
        elif isinstance(one, URLPattern):
            yield one.name, names, one.callback
