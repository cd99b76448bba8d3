"""An office that runs, a browser, and everybody who sits down in front of a screen."""

import contextlib

from tests.functional.office.journeys.browser import (
    WIDE,
    Visitor,
    require_browser,
    running_browser,
    running_office,
)


class Journey:
    """What a journey passes from hand to hand; it ends well where nobody saw a fault."""

    def __init__(self, browser, address, shots):
        self.browser, self.address, self.shots = browser, address, shots
        self.secrets = {}  # of the second step, by the name before the @
        self.visitors = []

    def stranger(self, size=WIDE):
        """Seat somebody who has not signed in."""
        return self.watch(Visitor(self.browser, self.address, self.shots, size=size))

    def at_desk(self, name, size=WIDE):
        """Seat one of the people appointed, signed in."""
        visitor = self.stranger(size)
        visitor.sign_in(name, self.secrets)
        return visitor

    def watch(self, visitor):
        """Let what is wrong with somebody's pages count."""
        self.visitors.append(visitor)
        return visitor


@contextlib.contextmanager
def journey(home, shots, folder):
    """Start an office in a home and a browser; at the end no page may have been wrong."""
    require_browser()
    with (
        running_office(home, folder / "up.log") as (address, _first_run),
        running_browser() as browser,
    ):
        made = Journey(browser, address, shots)
        yield made
        wrong = [one for visitor in made.visitors for one in visitor.wrong]
        assert not wrong, "\n".join(wrong)
