"""Ten thousand meetings and a hundred thousand promises: how long each page takes.

    ./naungan bench promises --promises 100000

An office of its own is started with invented meetings and promises, measured, claimed
and kept, past their day and not. Each page is asked for by a signed-in person, whole:
gate, scope, row-level security, questions and template. The branch sees every promise,
the agency a tenth of them, the village office one.
"""

import argparse
import time
from datetime import date
from typing import Any

from cases import started
from schemes import BACKEND, asked, report, settle


TODAY = date(2026, 11, 2)
BRANCH, AGENCY, SMALL = "branch", "agency", "small"
PAGES = (
    ("book, all in sight", BRANCH, "/janji"),
    ("book, a tenth in sight", AGENCY, "/janji"),
    ("book, one in sight", SMALL, "/janji"),
    ("book, second page", BRANCH, "/janji?sesudah=2026-03-01:5000"),
    ("book, late", BRANCH, "/janji?tampil=lewat"),
    ("book, contradicted", BRANCH, "/janji?tampil=bertentangan"),
    ("book, open-ended", BRANCH, "/janji?tampil=tanpa-ukuran"),
    ("book of a sub-district", BRANCH, "/janji?wilayah=16.04.07"),
    ("book of a regency", BRANCH, "/janji?wilayah=16.04"),
    ("book of an owner", BRANCH, "/janji?pemilik={agency}"),
    ("words of a few", BRANCH, "/janji?kata=angka+4711"),
    ("words of a thousandth", BRANCH, "/janji?kata=lumbung17"),
    ("an institution's page", BRANCH, "/janji/lembaga/{agency}"),
    ("its own page", AGENCY, "/janji/lembaga/{agency}"),
    ("one promise", BRANCH, "/janji/{promise}"),
    ("what became of figures", BRANCH, "/janji/dampak"),
    ("evaluation of a year", BRANCH, "/janji/evaluasi?tahun=2026&wilayah=16.04"),
    ("meetings", BRANCH, "/rapat"),
    ("one meeting", BRANCH, "/rapat/{event}"),
    ("its pack", BRANCH, "/rapat/{event}/bahan"),
    ("obstacles", BRANCH, "/hambatan"),
    ("my day", BRANCH, "/"),
)
EVENTS = """
INSERT INTO coordination_event (institution_id, title, kinds, topics, region_code, venue,
    city, certainty, date_reason, sort_on, held_on, about, state, state_reason, carried, parties,
    sign_in_hash, made_at, made_by_id)
SELECT %(branch)s, 'Rapat rekaan ' || n, ARRAY['rapat'], '{}', '16.04', '', '', 'printed', '',
    day, day, '', 'held', '', '{}', CASE n %% 10 WHEN 0 THEN %(parties)s::bigint[] ELSE '{}' END,
    '', day, %(user)s
FROM (SELECT n, %(today)s::date - (n %% 700) AS day FROM generate_series(1, %(events)s) n) made
"""
PROMISES = """
INSERT INTO commitments_commitment (institution_id, event_id, owner_institution_id,
    owner_name, owner_person, what, region_code, extent, promised_on, due_on, first_due_on,
    due_words, indicator, direction, baseline, baseline_on, target, reads_as_id, state,
    closed_on, closing_text, made_at, made_by_id, value, as_of, is_met, came_late, told,
    verdict)
SELECT %(branch)s, event.id,
    CASE WHEN n %% 10 < 8 THEN (%(owners)s::bigint[])[1 + n %% 4] END,
    CASE WHEN n %% 10 = 8 THEN 'Dinas Rekaan' ELSE '' END, '',
    'Menyurati pemberi kerja angka ' || n || ' di lumbung' || n %% 1000,
    '16.04.' || lpad((1 + n %% 24)::text, 2, '0'), '{}', event.held_on, due_on, due_on, '',
    indicator, CASE WHEN indicator = '' THEN '' ELSE 'up' END,
    CASE WHEN indicator <> '' THEN 0 END, CASE WHEN indicator <> '' THEN event.held_on END,
    CASE WHEN indicator <> '' THEN 10 END, CASE WHEN indicator <> '' THEN %(branch)s END,
    state, CASE WHEN state <> 'open' THEN event.held_on + 30 END, '', event.held_on, %(user)s,
    CASE WHEN indicator <> '' THEN n %% 13 END, CASE WHEN indicator <> '' THEN %(today)s::date END,
    CASE WHEN indicator <> '' THEN n %% 13 >= 10 END, n %% 130 = 10,
    CASE n %% 20 WHEN 3 THEN 'done' WHEN 7 THEN 'under_way' ELSE '' END,
    CASE n %% 20 WHEN 3 THEN 'contradicted' WHEN 7 THEN 'agrees' ELSE '' END
FROM (SELECT n, CASE WHEN n %% 5 = 0 THEN '' ELSE 'letters_sent' END AS indicator,
        CASE WHEN n %% 7 = 0 THEN 'kept' WHEN n %% 23 = 0 THEN 'dropped' ELSE 'open' END AS state,
        CASE WHEN n %% 9 > 0 THEN %(today)s::date - 400 + n %% 700 END AS due_on
    FROM generate_series(1, %(promises)s) n) made
JOIN (SELECT id, held_on, row_number() OVER (ORDER BY id) AS place FROM coordination_event) event
    ON event.place = 1 + n %% %(events)s
"""
HANGING = (
    """INSERT INTO commitments_measurement (commitment_id, institution_id, measured_on, as_of,
        value, parts, question, sha256)
    SELECT id, institution_id, as_of - back, as_of - back, value, '{}', md5(id::text), md5(id::text)
    FROM commitments_commitment, unnest(ARRAY[0, 90]) back WHERE indicator <> ''""",
    """INSERT INTO commitments_claim (commitment_id, institution_id, claimed_on, status, words,
        name, recorded_at, recorded_by_id)
    SELECT id, institution_id, as_of, told, '', '', made_at, made_by_id
    FROM commitments_commitment WHERE told <> '' AND as_of IS NOT NULL""",
    """INSERT INTO coordination_obstacle (institution_id, event_id, kind, text, region_code,
        noted_on, resolution, said_at)
    SELECT institution_id, id, 'awareness', 'Anggaran rekaan ' || id, region_code, held_on, '',
        made_at FROM coordination_event""",
)


def main() -> None:
    """Make the promises, ask for every page some times, print each with its quantiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--promises", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    with started() as owner_url:
        begun = time.perf_counter()
        clients, given = furnished(options.events, options.promises, owner_url)
        print(f"{options.promises} promises in {time.perf_counter() - begun:.0f} s")
        settle()
        for name, who, address in PAGES:
            seconds = asked(clients[who], address.format(**given), options.rounds)
            report(name, seconds)


def furnished(
    events: int, promises: int, owner_url: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Make desks through the acts, meetings and promises by bulk statements."""
    from django.conf import settings
    from django.db import transaction

    from naungan.casework.accounts import actions, scope

    settings.DEMO = True  # nobody has a phone at hand for a second step
    settings.ALLOWED_HOSTS = ["*"]
    with transaction.atomic():
        founder = actions.found_office(
            name="Kantor Rekaan",
            kind="dpmd",
            code="kantor",
            region_code="16.04",
            email="pendiri@contoh.id",
            person="Pendiri",
            password="sandi-rekaan-2026",
            on=TODAY,
        )
        scope.enter(scope.of_appointment(founder))
        desks = {
            BRANCH: _desk("branch_head", "bpjs_branch", BRANCH),
            AGENCY: _desk("agency_head", "dpmd", AGENCY),
            SMALL: _desk("agency_head", "dinsos", SMALL),
        }
        owners = [_house(f"dinas-{n}") for n in range(3)]
    numbers = {name: held.institution_id for name, (held, _) in desks.items()}
    keeper = desks[BRANCH][0]
    first = _fill(owner_url, events, promises, numbers, owners, keeper.user_id)
    given = {"agency": numbers[AGENCY], **first}
    return {name: client for name, (_, client) in desks.items()}, given


def _desk(role: str, kind: str, code: str) -> tuple[Any, Any]:
    """Make a person at a desk, and a client signed in as them."""
    from django.test import Client

    from naungan.casework.accounts.models import Appointment, Institution, User

    place = Institution.objects.create(
        code=code, kind=kind, name=code, region_code="16.04"
    )
    user = User.objects.create_user(f"{code}@contoh.id", "x", name=role)
    held = Appointment.objects.create(
        user=user, institution=place, role=role, from_on=TODAY
    )
    client = Client()
    client.force_login(user, BACKEND)
    return held, client


def _house(code: str) -> int:
    from naungan.casework.accounts.models import Institution

    made = Institution.objects.create(
        code=code, kind="dpmd", name=code, region_code="16.04"
    )
    return int(made.pk)


def _fill(
    owner_url: str,
    events: int,
    promises: int,
    numbers: dict[str, int],
    owners: list[int],
    user: int,
) -> dict[str, int]:
    """Lay meetings and promises in the tables; who sees what follows by itself."""
    import psycopg

    given = {
        "branch": numbers[BRANCH],
        "parties": [numbers[AGENCY]],
        "owners": [numbers[AGENCY], *owners],
        "user": user,
        "today": TODAY,
        "events": events,
        "promises": promises,
    }
    with psycopg.connect(owner_url) as owner:
        owner.execute(EVENTS, given)
        owner.execute(PROMISES, given)
        owner.execute(
            "UPDATE commitments_commitment SET waits_on_id = %s "
            "WHERE id = (SELECT min(id) FROM commitments_commitment WHERE state = 'open')",
            [numbers[SMALL]],
        )
        for text in HANGING:
            owner.execute(text)
        owner.commit()
        owner.autocommit = True
        owner.execute("VACUUM ANALYZE")
        found = owner.execute(
            "SELECT id, event_id FROM commitments_commitment "
            "WHERE indicator <> '' ORDER BY id LIMIT 1"
        ).fetchone()
    assert found is not None
    return dict(zip(("promise", "event"), found, strict=True))


if __name__ == "__main__":
    main()
