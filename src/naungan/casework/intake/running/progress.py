"""Progress on its way to the screen, and the wish to cancel on its way back.

A thread with a connection of its own writes at most once a second how far a run is,
and looks whether somebody wants it to end. The run itself waits for nothing.
"""

import contextlib
import threading
from types import TracebackType
from typing import Final, Self

from django.db import connection

from naungan.casework.intake.models import Run
from naungan.casework.intake.running.database import GONE, whole_office


SECONDS: Final = 1.0


class Watch:
    """The thread beside one run; `tell` and `stopped` are what the engine calls."""

    def __init__(self, number: int, attempt: int, steps: frozenset[str]) -> None:
        """Name the run and the try at it; `steps` are the sentences of its steps."""
        self._number, self._attempt, self._steps = number, attempt, steps
        self._fraction, self._sentence = 0.0, ""
        self._stop, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def tell(self, text: str, fraction: float | None) -> None:
        """Take what the engine says of its steps; they alone move the whole forward.

        What it says between them names files, which others in the region may not see.
        """
        if text not in self._steps:
            return
        self._sentence = text
        if fraction is not None:
            self._fraction = max(self._fraction, min(fraction, 1.0))

    def stopped(self) -> bool:
        """Tell whether the run should end; cheap enough to be asked all the time."""
        return self._stop.is_set()

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the watch; the last word of progress may stay unwritten."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._over.wait(SECONDS):
                # While the database is away the run goes on unseen.
                with contextlib.suppress(*GONE):
                    self.write()
        finally:
            connection.close()

    def write(self) -> None:
        """Write how far it is; a run that is no longer ours, or unwanted, is stopped."""
        try:
            with whole_office():
                ours = Run.objects.filter(
                    pk=self._number, state="running", attempt=self._attempt
                )
                told = ours.update(fraction=self._fraction, sentence=self._sentence)
                wanted = ours.filter(cancel_asked_at=None).exists()
        except GONE:
            connection.close()
            raise
        if not told or not wanted:
            self._stop.set()
