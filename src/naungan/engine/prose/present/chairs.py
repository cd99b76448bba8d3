"""Are two mentions of people one person? By their names, else by the chair they hold."""

import re
from dataclasses import replace
from typing import Final

from naungan.engine.prose.draft import Participant
from naungan.engine.prose.word_list import words_in
from naungan.lib.edit_distance import distance


MOST_SLIPS: Final = 3  # letters by which one name is written in two ways
_REGION_WORDS: Final = words_in("provinsi kabupaten kota kab prov daerah")
_DEPUTY: Final = re.compile(
    r"^(?:Pj|Plt|Plh|Pjs|Penjabat|Pelaksana Tugas)\s+", re.IGNORECASE
)
_SINGLE: Final = ("bupati", "wali", "gubernur", "sek", "kaja", "keja", "kepala")
# Short and long forms of one chair; those of a branch all mean who leads it.
_LONG: Final = (
    (
        r"^(?:kacab|kakacab|kepala kantor cabang|kepala cabang|kepala kantor)\b",
        "kepala",
    ),
    (r"^(?:kajari|kejari)\b", "kepala kejaksaan negeri"),
    (r"^(?:kajati|kejati)\b", "kepala kejaksaan tinggi"),
    (r"^(?:sekda(?:kab|ko|prov)?)\b", "sekretaris daerah"),
    (r"^kadis\b", "kepala dinas"),
    (r"^wali kota\b", "walikota"),
)
_OF_BRANCH: Final = words_in(
    "kantor cabang bpjs ketenagakerjaan bpjamsostek jamsostek bpjstk"
)


def add(found: list[Participant], person: Participant) -> None:
    """Add a person, or make an earlier mention of the same person fuller."""
    for at, known in enumerate(found):
        if _is_same(known, person):
            found[at] = _merged(known, person)
            return
    found.append(person)


def _is_same(known: Participant, person: Participant) -> bool:
    if known.name is None or person.name is None:
        return _is_one_office(known.position, person.position) or _is_one_chair(
            known, person
        )
    one, other = known.name.lower().split(), person.name.lower().split()
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return _holds_same_office(known, person) and (
        distance(known.name.lower(), person.name.lower()) <= MOST_SLIPS
    )


def _is_one_office(one: str, other: str) -> bool:
    """ "Kepala Dinas X" is "Kepala Dinas X Kota Y" when both were at one meeting."""
    short, long = sorted((one, other), key=len)
    rest = long.removeprefix(f"{short} ").split()
    return one == other or (
        long.startswith(f"{short} ") and rest[0].lower() in _REGION_WORDS
    )


def _is_one_chair(one: Participant, other: Participant) -> bool:
    """ "Kajari X" is "Kepala Kejaksaan Negeri X", "Kacab" who leads the branch."""
    mine, theirs = _chair(one), _chair(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _chair(person: Participant) -> frozenset[str]:
    """Return what a chair is called, without level words and whose branch it is."""
    low = _DEPUTY.sub("", person.position).lower()
    for short, long in _LONG:
        low = re.sub(short, long, low)
    if person.institution.startswith("BPJS"):
        low = re.sub(r"^ketua\b", "kepala", low)
    words = frozenset(low.split()) - _REGION_WORDS
    if person.institution.startswith("BPJS") and low.startswith("kepala"):
        return (words - _OF_BRANCH) | {"bpjs"}
    return (
        words
        if low.startswith(("kepala kejaksaan", "sekretaris daerah"))
        else (frozenset())
    )


def _holds_same_office(known: Participant, person: Participant) -> bool:
    """Tell whether two named people would hold one office that only one can hold."""
    offices = [_DEPUTY.sub("", one.position).lower() for one in (known, person)]
    return offices[0] == offices[1] and offices[0].startswith(_SINGLE)


def _is_fuller(name: str, known: str) -> bool:
    """More words of the same name; another spelling leaves the first as it stood."""
    return set(known.lower().split()) < set(name.lower().split())


def _merged(known: Participant, person: Participant) -> Participant:
    fuller = known
    if person.name and (known.name is None or _is_fuller(person.name, known.name)):
        fuller = replace(known, name=person.name, words=person.words)
    if fuller.role == "attend":
        fuller = replace(fuller, role=person.role)
    if not fuller.institution:
        fuller = replace(fuller, institution=person.institution)
    return fuller
