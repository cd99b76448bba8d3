"""Employers with findings, in the order in which they deserve a visit."""

from dataclasses import dataclass

from naungan.engine.report.places import Place, place_of
from naungan.engine.report.source import Source
from naungan.engine.rows import Row
from naungan.engine.wording import FINDING, GRADE, finding_label
from naungan.lib import regions


# One row per employer and finding; an employer's gravest, then surest finding sets its
# order.
VISITS = """
    SELECT f.employer_id, f.code, f.people, f.monthly_idr, f.severity, f.confidence,
        f.sentence, e.name, e.village_code, e.scale, e.nib, e.npp,
        coalesce(f.employer_ref, e.employer_ref) AS employer_ref, e.registration,
        max(coalesce(people, 0)) OVER own AS most_people,
        min(10 * list_position(['high', 'medium', 'low'], severity)
            + list_position(['high', 'medium', 'low'], confidence)) OVER own AS worst
    FROM employer_findings f JOIN employers e USING (employer_id)
    WINDOW own AS (PARTITION BY f.employer_id)
"""
VISIT_ORDER = """ORDER BY worst, most_people DESC, employer_id,
    list_position(['high', 'medium', 'low'], severity), people DESC, code"""


@dataclass(frozen=True)
class Finding:
    """One finding of an employer, in words."""

    code: str
    label: str
    tone: str
    people: int | None
    monthly_idr: int | None
    confidence: str
    sentence: str


@dataclass(frozen=True)
class Visit:
    """An employer with all its findings."""

    name: str
    place: str
    ref: str
    findings: tuple[Finding, ...]

    @property
    def people(self) -> int:
        """Return the people of the largest finding; findings may overlap."""
        return max((finding.people or 0 for finding in self.findings), default=0)

    @property
    def monthly_idr(self) -> int:
        """Return the rupiah exposed each month over all findings."""
        return sum(finding.monthly_idr or 0 for finding in self.findings)


def first_visits(source: Source, count: int) -> list[Visit]:
    """Return the first `count` employers of the visiting order."""
    rows = source.rows(
        f"""FROM ({VISITS}) QUALIFY
            dense_rank() OVER (ORDER BY worst, most_people DESC, employer_id) <= $count
        {VISIT_ORDER}""",
        count=count,
    )
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["employer_id"], []).append(row)
    return [_visit(own) for own in found.values()]


def totals(source: Source) -> Row:
    """Return how many employers are known, have findings, and what is at stake."""
    return source.rows(
        """SELECT count(*) AS with_findings, coalesce(sum(people), 0) AS people,
            coalesce(sum(idr), 0) AS monthly_idr,
            (SELECT count(*) FROM employers) AS known
        FROM (SELECT employer_id, max(people) AS people, sum(monthly_idr) AS idr
            FROM employer_findings GROUP BY employer_id)"""
    )[0]


def most_of_gap(source: Source, place: Place) -> Row | None:
    """Return how many employers hold four fifths of the uncovered who have one."""
    rows = source.rows(
        """SELECT count(*) AS employers, any_value(of_people) AS people FROM pareto
        WHERE kind = 'employer' AND level = $level AND region_code = $code""",
        level=place.level,
        code=place.code,
    )
    return rows[0] if rows[0]["employers"] else None


def by_finding(source: Source) -> list[Row]:
    """Return employers, people and rupiah per kind of finding, as words."""
    rows = source.rows(
        """SELECT code, count(DISTINCT employer_id) AS employers,
            coalesce(sum(people), 0) AS people, coalesce(sum(monthly_idr), 0) AS idr
        FROM employer_findings GROUP BY code ORDER BY employers DESC, code"""
    )
    return [{**row, **_words(row["code"])} for row in rows]


def _words(code: str) -> Row:
    label, plain, tone = FINDING.get(code, (code, "", "neutral"))
    return {"label": label, "plain": plain, "tone": tone}


def _visit(rows: list[Row]) -> Visit:
    first = rows[0]
    refs = (("NIB", first["nib"]), ("NPP", first["npp"]), ("", first["employer_ref"]))
    ref = next((f"{kind} {value}".strip() for kind, value in refs if value), "")
    return Visit(
        first["name"] or "(tanpa nama)",
        place_text(first["village_code"]),
        ref,
        tuple(_finding(row) for row in rows),
    )


def _finding(row: Row) -> Finding:
    return Finding(
        row["code"],
        finding_label(row["code"]),
        _words(row["code"])["tone"],
        row["people"],
        row["monthly_idr"],
        GRADE.get(row["confidence"], row["confidence"] or "–"),
        row["sentence"] or "",
    )


def place_text(village_code: int | None) -> str:
    """Say a village code as "Bunga Mas, Kikim Timur"; "" where it is not known."""
    if village_code is None:
        return ""
    place = place_of(regions.dotted(village_code), "village")
    return f"{place.name}, {place.within}" if place.within else place.name
