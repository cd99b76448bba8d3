"""What a discussion said, by theme and by group, with opposite views side by side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import catalogue
from naungan.casework.coordination.models import Event, Statement


UNSAID = ""
"""The theme, or the group, of a statement to which nobody gave one."""


@dataclass(frozen=True)
class Views:
    """What one group said on one theme, in the order in which it was said."""

    group: str
    statements: list[Statement]

    @property
    def agrees(self) -> int:
        """Count the statements that agree."""
        return sum(one.stance == "agree" for one in self.statements)

    @property
    def opposes(self) -> int:
        """Count the statements that oppose."""
        return sum(one.stance == "oppose" for one in self.statements)


@dataclass(frozen=True)
class ThemeViews:
    """One theme: what every group said on it; a group that kept silent has no views."""

    theme: str
    views: dict[str, Views]

    @property
    def statements(self) -> int:
        """Count what was said on it."""
        return sum(len(one.statements) for one in self.views.values())

    @property
    def is_opposed(self) -> bool:
        """Tell whether one group agrees with what another opposes."""
        agree = {code for code, one in self.views.items() if one.agrees}
        oppose = {code for code, one in self.views.items() if one.opposes}
        return any(one != other for one in agree for other in oppose)


@dataclass(frozen=True)
class Synthesis:
    """A whole discussion: its themes, those in dispute first, and the groups heard.

    `silent` are the groups of the catalogue from which nobody spoke. Who kept silent is
    not known, and nobody is named, while `ungrouped` statements have no group.
    """

    themes: list[ThemeViews]
    groups: list[str]
    silent: list[str]
    ungrouped: int = 0

    @property
    def statements(self) -> int:
        """Count everything that was said."""
        return sum(one.statements for one in self.themes)


def synthesis(scope: Scope, event: Event) -> Synthesis:
    """Arrange what was said at an event that the scope sees."""
    del scope  # the database shows the statements of events in sight alone
    said = Statement.objects.filter(event=event).select_related("attendance")
    return arranged(said.order_by("pk"))


def arranged(said: Iterable[Statement]) -> Synthesis:
    """Arrange statements by theme and group, in the order of the catalogues."""
    found: dict[str, dict[str, list[Statement]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in said:
        found[one.theme][one.group].append(one)
    heard = {group for views in found.values() for group in views}
    groups = _in_order("groups", heard)
    themes = [
        ThemeViews(
            theme,
            {
                group: Views(group, found[theme][group])
                for group in groups
                if group in found[theme]
            },
        )
        for theme in _in_order("themes", set(found))
    ]
    known = catalogue.words("groups")
    ungrouped = sum(len(views.get(UNSAID, ())) for views in found.values())
    return Synthesis(
        themes=sorted(themes, key=lambda one: not one.is_opposed),
        groups=groups,
        silent=[] if ungrouped else [code for code in known if code not in heard],
        ungrouped=ungrouped,
    )


def _in_order(name: str, codes: set[str]) -> list[str]:
    """Put codes in the order of their catalogue; what has no code stands last."""
    order = [*catalogue.words(name), UNSAID]
    known = [code for code in order if code in codes]
    return [*known, *sorted(codes - set(order))]
