"""What a run came to, in a few lines for the person at the terminal."""

from naungan.engine.explain import wording
from naungan.engine.snapshot import Snapshot
from naungan.engine.wording import STATUS, finding_label
from naungan.lib import numbers


def summarise(snapshot: Snapshot) -> list[str]:
    """Return the account of every file, people by status, employers by finding."""
    statuses = snapshot.people_by_status()
    return [
        *map(wording.account, snapshot.inputs()),
        "",
        *(_counted(people, STATUS[code]) for code, people in statuses.items()),
        *(
            _counted(count, f"pemberi kerja: {finding_label(code)}")
            for code, count in snapshot.employers_by_finding().items()
        ),
        "",
    ]


def _counted(count: int, what: str) -> str:
    return f"{numbers.format_number(count):>12}  {what}"
