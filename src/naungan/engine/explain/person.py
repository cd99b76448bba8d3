"""Why a person counts as protected or not, down to the source rows."""

from typing import Any

from naungan.engine.explain import wording
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import rules
from naungan.engine.rows import Row
from naungan.engine.snapshot import Scope, Snapshot, Whole
from naungan.engine.wording import (
    LEVEL_WORDS,
    METHOD,
    NIK_STATE,
    STATUS,
    finding_label,
    list_names,
)
from naungan.lib import dates


RULES_OF = {
    "PU": (
        "participation/mandatory_programmes/pu_",
        "participation/arrears/grace_months/pu",
        "contributions/due/pu/",
    ),
    "BPU": (
        "participation/mandatory_programmes/bpu",
        "participation/arrears/grace_months/bpu",
        "contributions/due/bpu/",
    ),
    "JAKON": ("participation/mandatory_programmes/jakon",),
    "PMI": ("participation/mandatory_programmes/pmi",),
}


def explain_person(snapshot: Snapshot, scope: Scope, person: Row) -> Explanation:
    """Explain one person of the snapshot, as the scope may see them."""
    found = snapshot.whole(scope, person["person_id"])
    return explain_whole(snapshot, found or Whole(person, [], [], [], []))


def explain_whole(snapshot: Snapshot, known: Whole) -> Explanation:
    """Explain a person of whom everything was read already."""
    person, memberships = known.row, known.memberships
    return Explanation(
        title=f"Orang {person['person_id']}: {wording.identity(person)}",
        calculation=_calculation(known),
        sources=_sources(known.rows, memberships),
        weights=tuple(line for link in memberships for line in _weights(link)),
        rupiah=_rupiah(person, memberships),
        law=rules(snapshot, _rules_read(person, memberships)),
    )


def _calculation(known: Whole) -> tuple[str, ...]:
    person = known.row
    lists = list_names(person["lists"])
    lines = [f"NIK {NIK_STATE[person['nik_state']]}; {lists}"]
    for row in known.coverage:
        month = dates.parse_month(row["month"])
        lines.append(f"{wording.month(month)}: {STATUS[row['status']]}")
        lines.append(f"wajib {row['obliged'] or '–'}; dimiliki {row['held'] or '–'}")
        if row["months_in_arrears"]:
            lines.append(f"{row['months_in_arrears']} bulan iuran belum dibayar")
    lines += [wording.membership(link) for link in known.memberships]
    lines += [
        f"Temuan {finding_label(row['code'])}: {row['detail']}"
        for row in known.findings
    ]
    return tuple(lines)


def _rules_read(person: Row, memberships: list[Row]) -> tuple[str, ...]:
    """Name the rules that judged this person: those of the segments in play."""
    segments = {person["segment"], *(link.get("segment") for link in memberships)}
    return tuple(
        path
        for segment, paths in RULES_OF.items()
        if segment in segments
        for path in paths
    )


def _sources(rows: list[Row], memberships: list[Row]) -> tuple[str, ...]:
    lists = [f"{wording.place(r)}: {wording.identity(r)}" for r in rows]
    known = [link for link in memberships if link.get("file")]
    extracts = [f"{wording.place(m)}: {wording.identity(m)}" for m in known]
    return (*lists, *extracts)


def _weights(link: Row) -> list[str]:
    """Say what speaks for and against one link, in bits."""
    if link.get("weight") is None:
        return [f"KPJ {link['kpj']}: {METHOD.get(link['method'], '')}"]
    lines = [f"KPJ {link['kpj']}: jumlah {link['weight']:+.1f} bit"]
    lines += [
        f"  {words[link[field]]}"
        for field, words in LEVEL_WORDS.items()
        if link.get(field) in words
    ]
    prior: Any = link.get("prior")
    return lines if prior is None else [*lines, f"  awal (sebelum bukti): {prior:+.1f}"]


def _rupiah(person: Row, memberships: list[Row]) -> tuple[str, ...]:
    said = [("Upah menurut daftar", person.get("wage"))]
    said += [
        (f"Upah dilaporkan, KPJ {m['kpj']}", m.get("reported_wage"))
        for m in memberships
    ]
    return tuple(f"{label}: {wording.rupiah(n)}" for label, n in said if n is not None)
