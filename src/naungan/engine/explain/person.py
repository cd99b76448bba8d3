"""Why a person counts as protected or not, down to the source rows."""

from collections.abc import Iterable, Iterator

from naungan.engine.explain import wording
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.law import rules
from naungan.engine.explain.sentences import sentence
from naungan.engine.explain.terms import term
from naungan.engine.rows import Row
from naungan.engine.snapshot import Scope, Snapshot, Whole
from naungan.engine.wording import (
    LEVEL_WORDS,
    LIST,
    METHOD,
    NIK_STATE,
    STATUS,
    finding_label,
)
from naungan.law.words import Words, words
from naungan.lib import dates
from naungan.lib.identity_numbers import mask_kpj


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
        title=words(
            "Orang {number}: {who}",
            "Person {number}: {who}",
            number=str(person["person_id"]),
            who=wording.identity(person),
        ),
        calculation=_calculation(known),
        sources=_sources(known.rows, memberships),
        weights=tuple(line for link in memberships for line in _weights(link)),
        rupiah=tuple(_rupiah(person, memberships)),
        law=rules(snapshot, _rules_read(person, memberships)),
    )


def _calculation(known: Whole) -> tuple[Words, ...]:
    lines = [_known_by(known.row)]
    for row in known.coverage:
        lines += _month(row)
    lines += [wording.membership(link) for link in known.memberships]
    lines += [
        words(
            "Temuan {finding}: {detail}",
            "Finding {finding}: {detail}",
            finding=term(finding_label(row["code"])),
            detail=sentence(row["detail"]),
        )
        for row in known.findings
    ]
    return tuple(lines)


def _known_by(person: Row) -> Words:
    lists = [term(LIST.get(name, name)) for name in person["lists"].split("+")]
    return words(
        "NIK {state}; {lists}",
        "NIK {state}; {lists}",
        state=term(NIK_STATE[person["nik_state"]]),
        lists=_together(lists),
    )


def _together(parts: Iterable[Words]) -> Words:
    """Write "daftar desa + daftar upah"."""
    named = {f"part{place}": part for place, part in enumerate(parts)}
    pattern = " + ".join(f"{{{name}}}" for name in named)
    return words(pattern, pattern, **named)


def _month(row: Row) -> Iterator[Words]:
    month = wording.month(dates.parse_month(row["month"]))
    status = term(STATUS[row["status"]])
    yield words("{month}: {status}", "{month}: {status}", month=month, status=status)
    yield words(
        "wajib {obliged}; dimiliki {held}",
        "obliged {obliged}; held {held}",
        **{name: str(row[name] or wording.NOTHING) for name in ("obliged", "held")},
    )
    if row["months_in_arrears"]:
        yield words(
            "{count} bulan iuran belum dibayar",
            "{count} months of contributions unpaid",
            count=str(row["months_in_arrears"]),
        )


def _rules_read(person: Row, memberships: list[Row]) -> tuple[str, ...]:
    """Name the rules that judged this person: those of the segments in play."""
    segments = {person["segment"], *(link.get("segment") for link in memberships)}
    return tuple(
        path
        for segment, paths in RULES_OF.items()
        if segment in segments
        for path in paths
    )


def _sources(rows: list[Row], memberships: list[Row]) -> tuple[Words, ...]:
    known = [link for link in memberships if link.get("file")]
    return tuple(
        wording.pair(wording.place(one), wording.identity(one))
        for one in (*rows, *known)
    )


def _weights(link: Row) -> Iterator[Words]:
    """Say what speaks for and against one link, in bits."""
    kpj = mask_kpj(str(link["kpj"]))
    if link.get("weight") is None:
        method = term(METHOD.get(link["method"], ""))
        yield words("KPJ {kpj}: {how}", "KPJ {kpj}: {how}", kpj=kpj, how=method)
        return
    yield words(
        "KPJ {kpj}: jumlah {bits} bit",
        "KPJ {kpj}: {bits} bits in all",
        kpj=kpj,
        bits=wording.bits(link["weight"]),
    )
    for field, levels in LEVEL_WORDS.items():
        if link.get(field) in levels:
            yield words("  {level}", "  {level}", level=term(levels[link[field]]))
    if link.get("prior") is not None:
        yield words(
            "  awal (sebelum bukti): {bits}",
            "  prior (before evidence): {bits}",
            bits=wording.bits(link["prior"]),
        )


def _rupiah(person: Row, memberships: list[Row]) -> Iterator[Words]:
    if person.get("wage") is not None:
        yield words(
            "Upah menurut daftar: {amount}",
            "Wage by the list: {amount}",
            amount=wording.rupiah(person["wage"]),
        )
    for link in memberships:
        if link.get("reported_wage") is not None:
            yield words(
                "Upah dilaporkan, KPJ {kpj}: {amount}",
                "Wage reported, KPJ {kpj}: {amount}",
                kpj=mask_kpj(str(link["kpj"])),
                amount=wording.rupiah(link["reported_wage"]),
            )
