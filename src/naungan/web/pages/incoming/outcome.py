"""What came out of a run: coverage and findings before and after."""

from dataclasses import dataclass

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import employers
from naungan.casework.intake.figures import figures_of
from naungan.casework.intake.models import Publication, Run
from naungan.lib.numbers import format_number
from naungan.web.fields.region import full_name
from naungan.web.figures import Figure, present
from naungan.web.pages.incoming.presenter import finding


@dataclass(frozen=True)
class FindingChange:
    """Employers with one finding, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Outcome:
    """The figures of a region that a run changed."""

    code: str
    region: str
    universe: str
    before: Figure | None
    after: Figure | None
    findings: tuple[FindingChange, ...]


def of_run(scope: Scope, run: Run) -> Outcome | None:
    """Compare what a run published with what stood there before."""
    after = run.publication
    if after is None:
        return None
    before = (
        Publication.objects.filter(region_code=after.region_code, run__lt=after.run)
        .order_by("-run")
        .first()
    )
    inside = scope.region_code.startswith(after.region_code)
    code = scope.region_code if inside else after.region_code
    name = full_name(code)
    now = present(figures_of(after, scope, code).own, name, None).whole
    universe = now.universe_name if now else ""
    then = _before(scope, before, code, universe) if before else None
    return Outcome(
        code=code,
        region=name,
        universe=now.universe_words if now else "",
        before=then,
        after=now,
        findings=_findings(scope, before, after),
    )


def _before(
    scope: Scope, publication: Publication, code: str, universe: str
) -> Figure | None:
    """Give the figure that stood there, if it was measured against the same people."""
    found = present(figures_of(publication, scope, code).own, "", universe).whole
    return found if found and found.universe_name == universe else None


def _findings(
    scope: Scope, before: Publication | None, after: Publication
) -> tuple[FindingChange, ...]:
    if not scope.may("see_employers"):
        return ()
    now = employers.by_finding(after, scope)
    then = employers.by_finding(before, scope) if before else {}
    return tuple(
        FindingChange(
            finding(code),
            format_number(then.get(code, 0)) if before else "–",
            format_number(now.get(code, 0)),
        )
        for code in dict.fromkeys([*now, *then])
    )
