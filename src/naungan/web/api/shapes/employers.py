"""The shapes of employers with findings."""

from naungan.web.api.shapes.origin import Source
from naungan.web.api.shapes.shape import Number, Rupiah, Shape


class Points(Shape):
    """What makes up the score of an employer."""

    people: float
    monthly_idr: float
    months_in_arrears: float
    severity: float
    confidence: float


class Known(Shape):
    """Who an employer is, as lists know it."""

    employer_id: Number
    name: str | None
    village_code: str | None
    scale: str | None
    kind: str | None
    kbli: str | None
    registration: str | None


class RankedEmployer(Known):
    """An employer with findings, with the reasons of its place."""

    rank: int
    findings: list[str]
    people: int | None
    monthly_idr: Rupiah
    months_in_arrears: int | None
    score: float
    points: Points


class Employers(Shape):
    """Employers with findings, the most pressing first."""

    rows: list[RankedEmployer]
    next: str | None
    source: Source


class Finding(Shape):
    """One finding about an employer."""

    code: str
    people: int | None
    monthly_idr: Rupiah
    severity: str | None
    confidence: str | None
    sentence: str | None
    legal_basis: str | None


class Why(Shape):
    """The five parts of Mengapa?, as the page shows them."""

    calculation: list[str]
    sources: list[str]
    weights: list[str]
    rupiah: list[str]
    law: list[str]


class EmployerAnswer(Known):
    """One employer with its findings and why they hold."""

    nib: str | None
    npp: str | None
    ranked: RankedEmployer | None
    findings: list[Finding]
    why: Why
    source: Source
