"""Whose status is another than in the run before, and what changed it."""

from naungan.engine.table import Table


TABLE = Table(
    name="status_changes",
    meaning="Whose status is another than in the run before, and what changed it.",
    columns={
        "person_id": "the person, known to both runs",
        "before": "status in the run before",
        "after": "status now",
        "cause": "files, weights (the run weighed anew) or month",
    },
    query='SELECT person_id, "before", "after", cause FROM status_changes',
    order_by=("person_id",),
)
