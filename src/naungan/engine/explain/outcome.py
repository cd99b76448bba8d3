"""What a run came to, in a few lines for the person at the terminal."""

from collections.abc import Iterator

from naungan.engine.explain import wording
from naungan.engine.snapshot import Snapshot
from naungan.engine.wording import STATUS, finding_label
from naungan.lib import numbers


def summarise(snapshot: Snapshot) -> list[str]:
    """Return the account of every file, people by status, employers by finding."""
    statuses = snapshot.people_by_status()
    return [
        *map(wording.account, snapshot.inputs()),
        *_words_on_files(snapshot),
        "",
        *(_counted(people, STATUS[code]) for code, people in statuses.items()),
        *(
            _counted(count, f"pemberi kerja: {finding_label(code)}")
            for code, count in snapshot.employers_by_finding().items()
        ),
        "",
    ]


def _words_on_files(snapshot: Snapshot) -> Iterator[str]:
    """Say what no line of an account shows: cells in doubt, sheets left unread."""
    for word in snapshot.words_on_files():
        if word["rows"]:
            cells = numbers.format_number(word["rows"])
            yield f"Peringatan: {word['file']}: {cells} sel dikosongkan atau diragukan."
        for message in word["messages"] or ():
            yield f"Peringatan: {word['file']}: {message}"


def _counted(count: int, what: str) -> str:
    return f"{numbers.format_number(count):>12}  {what}"
