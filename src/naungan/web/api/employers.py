"""Employers with findings, and one employer with why they hold."""

from typing import Annotated, Any, Final

from django.utils.translation import gettext_noop as _
from ninja import Path, Query

from naungan.casework.intake import programs
from naungan.web.api import reach
from naungan.web.api.door import asks
from naungan.web.api.paging import After, Limit, following, place
from naungan.web.api.reach import RegionQuery
from naungan.web.api.shapes import employers as shapes
from naungan.web.programs.bearer import KeyRequest
from naungan.web.programs.problem import NOT_FOUND, Problem


TAG: Final = _("Pemberi kerja")
POINTS: Final = ("people", "monthly_idr", "months_in_arrears", "severity", "confidence")
KNOWN: Final = ("employer_id", "name", "scale", "kind", "kbli", "registration")
LARGEST: Final = 2**63 - 1
Number = Annotated[int, Path(ge=1, le=LARGEST, description=_("Nomor dari daftar."))]
FindingCode = Annotated[
    str | None, Query(pattern=r"^[a-z_]{1,60}$", description=_("Kode temuan."))
]


@asks(
    *("employers", "api.employers", shapes.Employers, "see_employers"),
    *(
        _("Pemberi kerja dengan temuan"),
        _(
            "Pemberi kerja dengan temuan, yang paling mendesak dahulu, dengan alasannya."
        ),
        TAG,
    ),
)
def employers(
    request: KeyRequest,
    region: RegionQuery = None,
    finding: FindingCode = None,
    limit: Limit = 100,
    after: After = None,
) -> shapes.Employers:
    """List employers with findings, the most pressing first."""
    code = reach.inside(request.scope, region)
    publication = reach.published(code)
    run = f"{publication.region_code}.{publication.run}"
    begun = place(after, run)
    rows = programs.employers(
        publication,
        request.scope,
        finding=finding,
        region_code=code,
        limit=limit,
        offset=begun,
    )
    return shapes.Employers(
        rows=[_ranked(row) for row in rows],
        next=following(run, begun, len(rows), limit),
        source=reach.source(publication, request.scope),
    )


@asks(
    *("employers/{number}", "api.employer", shapes.EmployerAnswer, "see_employers"),
    *(
        _("Satu pemberi kerja dan alasannya"),
        _("Satu pemberi kerja: temuannya, dan kelima bagian Mengapa?."),
        TAG,
    ),
)
def employer(
    request: KeyRequest, number: Number, region: RegionQuery = None
) -> shapes.EmployerAnswer:
    """Give one employer with the five parts of its explanation."""
    publication = reach.published(reach.inside(request.scope, region))
    found = programs.employer(publication, request.scope, number)
    if found is None:
        raise Problem(NOT_FOUND)
    known: dict[str, Any] = {
        name: found.row.get(name) for name in (*KNOWN, "nib", "npp")
    }
    return shapes.EmployerAnswer(
        **known,
        village_code=reach.village(found.row["village_code"]),
        ranked=_ranked(found.ranked) if found.ranked else None,
        findings=[_finding(one) for one in found.findings],
        why=_why(found.explained.as_data()),
        source=reach.source(publication, request.scope),
    )


def _ranked(row: Any) -> shapes.RankedEmployer:
    return shapes.RankedEmployer(
        **{name: row.get(name) for name in (*KNOWN, "rank", "people", "monthly_idr")},
        village_code=reach.village(row["village_code"]),
        findings=list(row["codes"]),
        months_in_arrears=row["months_in_arrears"],
        score=float(row["score"]),
        points=shapes.Points(
            **{name: float(row[f"{name}_points"] or 0) for name in POINTS}
        ),
    )


def _finding(row: Any) -> shapes.Finding:
    names = ("code", "people", "monthly_idr", "severity", "confidence")
    return shapes.Finding(
        **{name: row.get(name) for name in (*names, "sentence", "legal_basis")}
    )


def _why(parts: dict[str, Any]) -> shapes.Why:
    names = ("calculation", "sources", "weights", "rupiah", "law")
    return shapes.Why(**{name: list(parts[name]) for name in names})
