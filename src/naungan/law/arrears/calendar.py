"""The lines of a plan of instalments."""

from typing import Any

from naungan.law.answer import Draft
from naungan.law.arrears.arithmetic import settled_words
from naungan.law.arrears.plan import Plan
from naungan.law.words import day, number, rupiah, words


def write(plan: Plan, draft: Draft) -> dict[str, Any]:
    """Write the calendar of instalments and give it as results."""
    for one in plan.instalments:
        draft.line(
            f"plan.{one.number}",
            words(
                "Cicilan ke-{number}, {on}",
                "Instalment {number}, {on}",
                number=number(one.number),
                on=day(one.on),
            ),
            one.amount_idr,
            words(
                "{settled}; sisa {left}; bila tidak dibayar, penagihan dibuka kembali {day}",
                "{settled}; {left} left; if unpaid, collection reopens on {day}",
                settled=settled_words(one.settled),
                left=rupiah(one.left_idr),
                day=day(one.reopens_on),
            ),
            *(plan.used if one.number == 1 else ()),
        )
    draft.line(
        "plan.total", words("Jumlah cicilan", "Sum of the instalments"), plan.total_idr
    )
    return {
        "total": plan.total_idr,
        "instalments": [
            {
                "due_on": one.on,
                "amount": one.amount_idr,
                "contribution": one.settled.contribution_idr,
                "fine": one.settled.fine_idr,
                "left": one.left_idr,
                "reopens_on": one.reopens_on,
            }
            for one in plan.instalments
        ],
    }
