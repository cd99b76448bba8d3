"""The register of the demonstration: duties that were marked, and a joint plan agreed on."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.coordination.actions import planning, policies
from naungan.casework.coordination.actions.planning import Doing
from naungan.casework.coordination.demonstration.telling import Desks
from naungan.casework.coordination.models import Event, JointPlan
from naungan.lib.dates import month_of


REGISTER: Final = Path(__file__).with_name("register.toml")
REGION: Final = "16.04"
Told = Mapping[str, Any]


def written() -> dict[str, Any]:
    """Give what is told of duties and of the plan."""
    with REGISTER.open("rb") as file:
        return tomllib.load(file)


def register(at: Desks, events: Mapping[str, Event]) -> None:
    """Mark the duties and agree on the plan, each at the desk that would."""
    told = written()
    for one in told["duty"]:
        given = {name: value for name, value in one.items() if name != "desk"}
        scope.enter(at[one["desk"]])
        policies.mark_duty(by=at[one["desk"]], region_code=REGION, **given)
    _plan(at, told["plan"], events[told["plan"]["event"]])


def _plan(at: Desks, told: Told, event: Event) -> None:
    by = at[told["desk"]]
    scope.enter(by)
    event.refresh_from_db()
    plan = planning.make_plan(
        by=by,
        title=told["title"],
        from_month=month_of(told["from_month"]),
        until_month=month_of(told["until_month"]),
        region_code=told["region_code"],
        event=event,
    )
    rows = [(_activity(at, plan, one), one) for one in told["activity"]]
    plan = planning.agree_plan(by=by, plan=plan, on=told["agreed_on"])
    for row, one in rows:
        if "done_on" in one:
            row.plan = plan
            planning.finish_activity(
                by=by, activity=row, on=one["done_on"], result=one["result"]
            )


def _activity(at: Desks, plan: JointPlan, told: Told) -> Any:
    owner = Institution.objects.get(pk=at[told["desk"]].institution_id)
    doing = Doing(
        what=told["what"],
        owner=owner,
        owner_name=owner.name,
        partners=told["partners"],
        month=month_of(told["month"]),
        budget_idr=told.get("budget_idr", 0),
    )
    return planning.add_activity(by=at["kacab"], plan=plan, doing=doing)
