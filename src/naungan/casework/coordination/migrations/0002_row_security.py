"""Who keeps an event and who takes part in it see it; each writes in its own name."""

from pathlib import Path
from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL

from naungan.casework.accounts.row_security import EVERYWHERE, HERE, MINE, guard


SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
OURS: Final = f"institution_id = {HERE}"
# The office itself, which works for no person, measures and reminds.
OFFICE: Final = f"({EVERYWHERE} AND {MINE} IS NULL)"
EVENT: Final = "EXISTS (SELECT FROM coordination_event known WHERE known.id = event_id)"
WRITES: Final = f"{OURS} AND {EVENT}"
OF_EVENT: Final = (
    *("eventparty", "organiser", "agendaitem", "eventbasis", "eventsource", "quote"),
    *("eventpaper", "attendance", "statement", "figure", "recommendation"),
)
PLAN: Final = (
    "EXISTS (SELECT FROM coordination_jointplan known WHERE known.id = plan_id)"
)
ASKED: Final = "EXISTS (SELECT FROM coordination_minutes known WHERE known.id = minutes_id{and_asked})"
FOLLOWS: Final = "EXISTS (SELECT FROM coordination_event known WHERE known.id IN (parent_id, child_id))"
OUR_CHILD: Final = (
    "EXISTS (SELECT FROM coordination_event known "
    f"WHERE known.id = child_id AND known.institution_id = {HERE})"
)
ATTENDS: Final = (
    "EXISTS (SELECT FROM coordination_attendance known "
    "WHERE known.official_id = coordination_official.id)"
)
# Minutes and what was said of them, and what was seen of a duty, are added and stay.
STAY: Final = {
    "minutes": ("removes",),
    "approval": ("changes", "removes"),
    "policyduty": ("changes", "removes"),
}


def stays(table: str, policies: tuple[str, ...]) -> RunSQL:
    """Let nobody change or remove the rows of a table."""
    name = f"coordination_{table}"
    return RunSQL(
        " ".join(f"DROP POLICY scope_{one} ON {name};" for one in policies),
        " ".join(
            f"CREATE POLICY scope_{one} ON {name} FOR "
            f"{'UPDATE' if one == 'changes' else 'DELETE'} USING (false);"
            for one in policies
        ),
    )


class Migration(migrations.Migration):
    """Switch row-level security on, and freeze what was approved."""

    dependencies: ClassVar = [
        ("coordination", "0001_initial"),
        ("accounts", "0002_row_security"),
    ]
    operations: ClassVar = [
        *guard(
            "coordination_event",
            sees=f"{OURS} OR {HERE} = ANY (parties) OR {OFFICE}",
            writes=OURS,
        ),
        *(
            step
            for table in OF_EVENT
            for step in guard(f"coordination_{table}", sees=EVENT, writes=WRITES)
        ),
        *guard(
            "coordination_obstacle",
            sees=f"{OURS} OR {EVENT}",
            writes=f"{OURS} AND (event_id IS NULL OR {EVENT})",
        ),
        *guard(
            "coordination_eventlink", sees=FOLLOWS, writes=f"{OURS} AND {OUR_CHILD}"
        ),
        *guard("coordination_official", sees=f"{OURS} OR {ATTENDS}", writes=OURS),
        *guard("coordination_policyinstrument", sees="true", writes=OURS),
        *guard("coordination_policyduty", sees="true", writes=OURS),
        *guard(
            "coordination_jointplan",
            sees=f"{OURS} OR {HERE} = ANY (parties) OR {OFFICE}",
            writes=OURS,
        ),
        *guard("coordination_planactivity", sees=PLAN, writes=f"{OURS} AND {PLAN}"),
        *guard("coordination_minutes", sees=EVENT, writes=WRITES),
        *guard(
            "coordination_approval",
            sees=ASKED.format(and_asked=""),
            writes=f"{OURS} AND "
            + ASKED.format(and_asked=f" AND {HERE} = ANY (known.signers)"),
        ),
        *(stays(table, policies) for table, policies in STAY.items()),
        RunSQL(SQL, RunSQL.noop),
    ]
