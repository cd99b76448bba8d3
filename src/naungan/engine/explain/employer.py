"""Why an employer has the findings it has, down to the workers behind them."""

from naungan.engine.explain import wording
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import bases
from naungan.engine.rows import Row
from naungan.engine.snapshot import Scope, Snapshot
from naungan.engine.wording import (
    BAND,
    GRADE,
    METHOD,
    REGISTRATION,
    SCALE,
    finding_label,
)


SHOWN = 20


def explain_employer(
    snapshot: Snapshot, scope: Scope, employer: Row, *, name_people: bool = True
) -> Explanation:
    """Explain one employer of the snapshot, as the scope may see it.

    Without `name_people` the workers behind a finding are counted, not named, and
    nobody is looked at.
    """
    number = employer["employer_id"]
    findings = snapshot.of_employer(scope, "employer_findings", number)
    rows = snapshot.of_employer(scope, "employer_rows", number)
    links = snapshot.of_employer(scope, "employer_links", number)
    evidence = snapshot.of_employer(scope, "finding_evidence", number)
    return Explanation(
        title=f"Pemberi kerja {number}: {employer['name']}",
        calculation=_calculation(employer, findings),
        sources=(
            *_rows(rows),
            *(
                _evidence(snapshot, scope, evidence)
                if name_people
                else _count(evidence)
            ),
        ),
        weights=tuple(_link(link) for link in links),
        rupiah=tuple(
            f"{finding_label(f['code'])}: {wording.rupiah(f['monthly_idr'])} per bulan"
            for f in findings
            if f["monthly_idr"] is not None
        ),
        law=bases(snapshot, [finding["code"] for finding in findings]),
    )


def _calculation(employer: Row, findings: list[Row]) -> tuple[str, ...]:
    registration = REGISTRATION[employer["registration"]]
    scale = SCALE.get(employer["scale"], "–")
    lines = [f"Pendaftaran: {registration}; skala {scale}"]
    lines += [
        f"{finding_label(f['code'])} (keyakinan {GRADE[f['confidence']]}): "
        f"{f['sentence']}"
        for f in findings
    ]
    return tuple(lines) if findings else (*lines, "Tidak ada temuan.")


def _rows(rows: list[Row]) -> list[str]:
    return [
        f"{wording.place(r)}: {r['name']}, NIB {r['nib'] or '–'}, NPP {r['npp'] or '–'}"
        for r in rows
    ]


def _evidence(snapshot: Snapshot, scope: Scope, evidence: list[Row]) -> list[str]:
    """Name the first workers behind the findings; say how many more there are."""
    lines = []
    for row in evidence[:SHOWN]:
        person = row["person_id"] and snapshot.person(scope, row["person_id"])
        who = wording.identity(person) if person else "di luar lingkup"
        lines.append(
            f"{finding_label(row['code'])}: orang {row['person_id'] or '–'}, {who}"
        )
    rest = len(evidence) - SHOWN
    return [*lines, f"… dan {rest} baris lagi"] if rest > 0 else lines


def _count(evidence: list[Row]) -> list[str]:
    if not evidence:
        return []
    return [
        f"{len(evidence)} baris orang; namanya hanya bagi yang berwenang melihatnya"
    ]


def _link(link: Row) -> str:
    how = METHOD.get(link["method"], link["method"])
    weight = "" if link["weight"] is None else f", bobot {link['weight']:+.1f} bit"
    return f"NPP {link['npp']}: {BAND[link['band']]} ({how}{weight})"
