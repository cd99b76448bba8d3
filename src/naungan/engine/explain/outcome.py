"""What a run came to, in a few lines for the person at the terminal."""

from collections.abc import Iterator

from naungan.engine.explain import wording
from naungan.engine.snapshot import Scope, Snapshot
from naungan.engine.wording import CAUSE, STATUS, finding_label
from naungan.lib import numbers


def summarise(snapshot: Snapshot, scope: Scope) -> list[str]:
    """Return the account of every file, people by status, employers by finding."""
    statuses = snapshot.people_by_status(scope)
    return [
        *_accounts(snapshot, scope),
        "",
        *(_counted(people, STATUS[code]) for code, people in statuses.items()),
        *(
            _counted(people, f"berubah status {CAUSE[cause]}")
            for cause, people in snapshot.changes_by_cause(scope).items()
        ),
        *(
            _counted(count, f"pemberi kerja: {finding_label(code)}")
            for code, count in snapshot.employers_by_finding(scope).items()
        ),
        "",
    ]


def _accounts(snapshot: Snapshot, scope: Scope) -> Iterator[str]:
    """Say how each file adds up, how many cells are in doubt, which sheet was left."""
    words = {word["file"]: word for word in snapshot.words_on_files(scope)}
    for row in snapshot.inputs(scope):
        said = words.get(row["file"], {})
        doubted = said.get("rows", 0)
        count = numbers.format_number(doubted)
        doubt = f"; {count} sel dikosongkan atau diragukan" if doubted else ""
        yield wording.account(row).text() + doubt
        yield from (f"  Peringatan: {text}" for text in said.get("messages") or ())


def _counted(count: int, what: str) -> str:
    return f"{numbers.format_number(count):>12}  {what}"
