"""A scheme is seen by its owner, who takes part in it, and the villages it is for."""

from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL

from naungan.casework.accounts.row_security import HERE, guard


OURS: Final = f"institution_id = {HERE}"
# Of a village or a district at work the region; it is asked once a statement.
PLACE: Final = (
    "(SELECT here.region_code FROM accounts_institution here "
    "WHERE here.id = {here} AND here.kind IN ({kinds}))"
)
SEEING: Final = PLACE.format(here=HERE, kinds="'village', 'district'")
WRITING: Final = PLACE.format(here=HERE, kinds="'village'")
PART: Final = (
    "{key} IN (SELECT part.scheme_id FROM protection_participation part "
    "WHERE part.institution_id = {here} AND part.ended_on IS NULL)"
)
KNOWN: Final = "(SELECT known.{what} FROM protection_scheme known)"
IN_PLACE: Final = (
    f"village_code = {SEEING} OR starts_with(village_code, {SEEING} || '.')"
)
FOR_PLACE: Final = (
    f"state <> 'draft' AND {SEEING} IS NOT NULL AND (region_code = '' "
    f"OR region_code = {SEEING} OR starts_with({SEEING}, region_code || '.') "
    f"OR starts_with(region_code, {SEEING} || '.'))"
)
INSIDE: Final = PART.format(key="scheme_id", here=HERE)
OWNER: Final = (
    "(SELECT known.institution_id FROM protection_scheme known "
    "WHERE known.id = scheme_id)"
)
OF_OWNER: Final = f"institution_id = {OWNER}"
SEES: Final = f"{OURS} OR {INSIDE} OR {IN_PLACE}"
WRITES: Final = f"({OURS} OR {INSIDE}) AND {OF_OWNER}"
LISTS: Final = f"({OURS} OR {INSIDE} OR village_code = {WRITING}) AND {OF_OWNER}"
PLACED: Final = ("quota", "budget", "enrolment", "billing")
# Whatever anybody was paid for stays: only a month that is not paid can go or change.
PAID_STAYS: Final = (
    "DROP POLICY scope_changes ON protection_paidmonth; "
    "CREATE POLICY scope_changes ON protection_paidmonth FOR UPDATE "
    f"USING (({WRITES}) AND paid_on IS NULL) WITH CHECK ({WRITES}); "
    "DROP POLICY scope_removes ON protection_paidmonth; "
    "CREATE POLICY scope_removes ON protection_paidmonth FOR DELETE "
    f"USING (({WRITES}) AND paid_on IS NULL); "
    # Nobody is struck from a list: they are withdrawn, and stay countable.
    "DROP POLICY scope_removes ON protection_entry; "
    # Whoever adds a line says at which desk.
    "DROP POLICY scope_adds ON protection_entry; "
    "CREATE POLICY scope_adds ON protection_entry FOR INSERT "
    f"WITH CHECK (({LISTS}) AND written_by_id = {HERE});"
)
PAID_BACK: Final = (
    "CREATE POLICY scope_removes ON protection_entry FOR DELETE USING (false);"
)


class Migration(migrations.Migration):
    """Switch row-level security on."""

    dependencies: ClassVar = [
        ("protection", "0001_initial"),
        ("accounts", "0002_row_security"),
    ]
    operations: ClassVar = [
        *guard(
            "protection_participation",
            sees=f"{OURS} OR owner_id = {HERE}",
            writes=f"owner_id = {HERE} AND owner_id = {OWNER}",
        ),
        *guard(
            "protection_scheme",
            sees=f"{OURS} OR {PART.format(key='id', here=HERE)} OR ({FOR_PLACE})",
            writes=OURS,
        ),
        *guard(
            "protection_campaign",
            sees=f"{OURS} OR id IN {KNOWN.format(what='campaign_id')}",
            writes=OURS,
        ),
        *guard(
            "protection_basis",
            sees=f"scheme_id IN {KNOWN.format(what='id')}",
            writes=f"{OURS} AND {OF_OWNER}",
        ),
        *guard("protection_reportedfigure", sees=f"{OURS} OR {INSIDE}", writes=WRITES),
        *(
            step
            for table in PLACED
            for step in guard(f"protection_{table}", sees=SEES, writes=WRITES)
        ),
        *guard(
            "protection_decision",
            sees=f"{SEES} OR (village_code = '' "
            f"AND scheme_id IN {KNOWN.format(what='id')})",
            writes=f"{OURS} AND {OF_OWNER}",
        ),
        *guard("protection_entry", sees=SEES, writes=LISTS),
        *guard("protection_check", sees=SEES, writes=LISTS),
        *guard("protection_paidmonth", sees=SEES, writes=WRITES),
        RunSQL(PAID_STAYS, PAID_BACK),
    ]
