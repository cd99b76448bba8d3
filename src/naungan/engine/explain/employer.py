"""Why an employer has the findings it has, down to the workers behind them."""

from naungan.engine.explain import wording
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import bases
from naungan.engine.explain.sentences import sentence
from naungan.engine.explain.terms import term
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
from naungan.law.words import Words, words
from naungan.lib.numbers import format_number


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
        title=words(
            "Pemberi kerja {number}: {name}",
            "Employer {number}: {name}",
            number=str(number),
            name=wording.plain(employer["name"]),
        ),
        calculation=_calculation(employer, findings),
        sources=(
            *map(_row, rows),
            *(
                _evidence(snapshot, scope, evidence)
                if name_people
                else _count(evidence)
            ),
        ),
        weights=tuple(_link(link) for link in links),
        rupiah=tuple(_monthly(f) for f in findings if f["monthly_idr"] is not None),
        law=bases(snapshot, [finding["code"] for finding in findings]),
    )


def _calculation(employer: Row, findings: list[Row]) -> tuple[Words, ...]:
    scale = employer["scale"]
    state = words(
        "Pendaftaran: {registration}; skala {scale}",
        "Registration: {registration}; scale {scale}",
        registration=term(REGISTRATION[employer["registration"]]),
        scale=term(SCALE[scale]) if scale in SCALE else wording.NOTHING,
    )
    nothing = words("Tidak ada temuan.", "No finding.")
    return (state, *(map(_finding, findings) if findings else (nothing,)))


def _finding(row: Row) -> Words:
    return words(
        "{finding} (keyakinan {grade}): {sentence}",
        "{finding} (confidence {grade}): {sentence}",
        finding=_named(row),
        grade=term(GRADE[row["confidence"]]),
        sentence=sentence(row["sentence"]),
    )


def _named(row: Row) -> Words:
    return term(finding_label(row["code"]))


def _monthly(row: Row) -> Words:
    return words(
        "{finding}: {amount} per bulan",
        "{finding}: {amount} a month",
        finding=_named(row),
        amount=wording.rupiah(row["monthly_idr"]),
    )


def _row(row: Row) -> Words:
    numbered = words(
        "{name}, NIB {nib}, NPP {npp}",
        "{name}, NIB {nib}, NPP {npp}",
        **{name: str(row[name] or wording.NOTHING) for name in ("name", "nib", "npp")},
    )
    return wording.pair(wording.place(row), numbered)


def _evidence(snapshot: Snapshot, scope: Scope, evidence: list[Row]) -> list[Words]:
    """Name the first workers behind the findings; say how many more there are."""
    lines = [_worker(snapshot, scope, row) for row in evidence[:SHOWN]]
    rest = len(evidence) - SHOWN
    if rest <= 0:
        return lines
    return [
        *lines,
        words("… dan {rest} baris lagi", "… and {rest} more", rest=f"{rest}"),
    ]


def _worker(snapshot: Snapshot, scope: Scope, row: Row) -> Words:
    person = row["person_id"] and snapshot.person(scope, row["person_id"])
    outside = words("di luar lingkup", "outside the scope")
    return words(
        "{finding}: orang {number}, {who}",
        "{finding}: person {number}, {who}",
        finding=_named(row),
        number=str(row["person_id"] or wording.NOTHING),
        who=wording.identity(person) if person else outside,
    )


def _count(evidence: list[Row]) -> list[Words]:
    if not evidence:
        return []
    return [
        words(
            "{count} baris orang; namanya hanya bagi yang berwenang melihatnya",
            "{count} rows of people; named only for those who may see them",
            count=format_number(len(evidence)),
        )
    ]


def _link(link: Row) -> Words:
    weight = link["weight"]
    bits = "" if weight is None else wording.bits(weight)
    return words(
        "NPP {npp}: {band} ({method}{weight})",
        "NPP {npp}: {band} ({method}{weight})",
        npp=str(link["npp"]),
        band=term(BAND[link["band"]]),
        method=term(METHOD.get(link["method"], str(link["method"]))),
        weight=words(", bobot {n} bit", ", weight {n} bits", n=bits) if bits else "",
    )
