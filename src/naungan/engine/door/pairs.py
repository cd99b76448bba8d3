"""Matches that await review: lists of them, and one laid side by side with its weights."""

import math
from collections.abc import Iterable
from typing import Any, Final

from naungan.engine.door.door import Door
from naungan.engine.door.scope import Scope, within
from naungan.engine.employers.judge import LINKED_FROM, REVIEW_FROM
from naungan.engine.linkage.compare import LEVELS
from naungan.engine.linkage.decide import LINKED, REVIEW
from naungan.engine.linkage.residual import MILLI
from naungan.engine.rows import Row
from naungan.lib import identity_numbers
from naungan.lib.sql_text import listed


RIVALS: Final = "rivals"
"""The field that stands for what other candidates explain as well."""
LISTED: Final = """person_id, kpj, name, village_code, status, effect, weight, method,
    member_name, member_file, owners"""
MOST_MARKED: Final = 4
"""Digits of a NIK that may differ and be shown: more are no slip of the pen."""


class Pairs(Door):
    """Looks at pairs in review."""

    def review_pairs(
        self,
        scope: Scope,
        region_code: str = "",
        *,
        after: str | None = None,
        limit: int,
    ) -> list[Row]:
        """Return pairs of persons and memberships, those first that change a status.

        Then by weight, the likeliest first. Every row has a `key`: give the last one
        back as `after` to go on.
        """
        behind, values = _behind(after)
        query = f"""SELECT {LISTED} FROM review_pairs WHERE {self._asked(scope, region_code)}
            AND {behind} ORDER BY effect DESC, weight DESC, person_id, kpj LIMIT {int(limit)}"""
        rows = self._rows(query, values)
        for row in rows:
            row["key"] = (
                f"{row['effect']}_{round(row['weight'] * MILLI)}_{row['person_id']}_{row['kpj']}"
            )
        return self._shown(
            scope, "review_pairs", rows, [one["person_id"] for one in rows]
        )

    def review_count(self, scope: Scope, region_code: str = "") -> int:
        """Return how many pairs of persons and memberships await review."""
        query = f"""SELECT count(*) AS pairs FROM review_pairs
            WHERE {self._asked(scope, region_code)}"""
        return int(self._rows(query)[0]["pairs"])

    def review_pair(self, scope: Scope, person_id: int, kpj: str) -> Row | None:
        """Return one pair: both records, the weight of each field, and the thresholds.

        `person` and `member` have the same names for the same things, with
        `nik_marked`, the masked number with the digits that differ between the two
        shown; `rows` are the source rows of the person with the hash of each file.
        `fields` are (field, level, bits), which with the prior add up to `weight`.
        """
        query = f"""SELECT * FROM review_pairs WHERE person_id = ? AND kpj = ?
            AND {self._asked(scope, "")} ORDER BY weight DESC, member_file, member_row LIMIT 1"""
        raw = self._rows(query, [person_id, kpj])
        shown = self._shown(scope, "review_pairs", raw, [person_id])
        if not shown:
            return None
        person, member = _sides(shown[0])
        person["nik_marked"], member["nik_marked"] = _marked(raw[0], shown[0])
        member["sha256"] = self._sha256.get(member["file"])
        rows = self._look(
            scope, "person_rows", "person_id = ?", [person_id], placed=False
        )
        return {
            "person": person,
            "member": member,
            "rows": [{**row, "sha256": self._sha256.get(row["file"])} for row in rows],
            "fields": _fields(raw[0]),
            "prior": raw[0]["prior"],
            "weight": raw[0]["weight"],
            "linked_at": LINKED / MILLI,
            "review_at": REVIEW / MILLI,
        }

    def employer_pairs(
        self,
        scope: Scope,
        region_code: str = "",
        *,
        after: str | None = None,
        limit: int,
    ) -> list[Row]:
        """Return employers beside the registered ones they may be, the likeliest first.

        Every row has a `key`: give the last one back as `after` to go on.
        """
        weight, employer_id, npp = _employer_key(after)
        milli = f"coalesce(round(weight * {MILLI})::BIGINT, 0)"
        query = f"""SELECT *, {milli} AS milli FROM employer_pairs
            WHERE {within(region_code)} AND {scope.condition()}
                AND (? IS NULL OR (-milli, employer_id, npp) > (-?, ?, ?))
            ORDER BY milli DESC, employer_id, npp LIMIT {int(limit)}"""
        rows = self._rows(query, [weight, weight, employer_id, npp])
        for row in rows:
            row["key"] = f"{row.pop('milli')}_{row['employer_id']}_{row['npp']}"
        return rows

    def employer_pair_count(self, scope: Scope, region_code: str = "") -> int:
        """Return how many employers await review beside a registered one."""
        query = f"""SELECT count(*) AS pairs FROM employer_pairs
            WHERE {within(region_code)} AND {scope.condition()}"""
        return int(self._rows(query)[0]["pairs"])

    def employer_pair(self, scope: Scope, employer_id: int, npp: str) -> Row | None:
        """Return one pair of employers: both sides, source rows, weight and thresholds."""
        query = f"""SELECT * FROM employer_pairs
            WHERE employer_id = ? AND npp = ? AND {scope.condition()}"""
        found = self._rows(query, [employer_id, npp])
        if not found:
            return None
        names = ("name", "nib", "npwp", "scale", "kind", "kbli", "village_code")
        rows = self._look(
            scope, "employer_rows", "employer_id = ?", [employer_id], placed=False
        )
        return {
            "employer": {name: found[0][name] for name in names},
            "registered": {name: found[0][f"registered_{name}"] for name in names},
            "registered_id": found[0]["registered_id"],
            "rows": [{**row, "sha256": self._sha256.get(row["file"])} for row in rows],
            "weight": found[0]["weight"],
            "method": found[0]["method"],
            "linked_at": _bits(LINKED_FROM),
            "review_at": _bits(REVIEW_FROM),
        }

    def _asked(self, scope: Scope, region_code: str) -> str:
        return (
            f"{within(region_code)} AND {scope.condition()} AND {scope.shows()} "
            f"AND {self._members_shown(scope)} AND {self._not_hidden()}"
        )

    def _members_shown(self, scope: Scope) -> str:
        """Return the SQL condition that the file of the membership may be shown, too."""
        if scope.owners is None:
            return "true"
        shown = [
            f"(member_file IN ({listed(files)}) AND {within(one.region)})"
            for one in scope.owners
            if (files := [f for f, own in self._owner_of.items() if own == one.code])
        ]
        return f"({' OR '.join(shown)})" if shown else "false"

    @property
    def _sha256(self) -> dict[str, str]:
        return {
            one["file"]: one.get("sha256") for one in self.manifest.get("inputs", [])
        }


def _fields(row: Row) -> list[tuple[str, str, float | None]]:
    """Say what each field weighs, and what other persons who fit take from it.

    Earlier snapshots do not say: None.
    """
    fields = [
        (field, row[f"{field}_level"], row.get(f"{field}_weight"))
        for field in LEVELS
        if row.get(f"{field}_level")
    ]
    return [*fields, (RIVALS, "rest", row.get("rivals_weight"))]


def _sides(row: Row) -> tuple[Row, Row]:
    """Part a pair into the person and the membership, under the same names."""
    member = {
        name.removeprefix("member_"): value
        for name, value in row.items()
        if name.startswith("member_")
    }
    person = {
        name: value for name, value in row.items() if not name.startswith("member_")
    }
    return person, {**member, "kpj": row["kpj"]}


def _marked(raw: Row, shown: Row) -> Iterable[str | None]:
    """Write both NIK masked but for the digits in which they differ.

    Whoever compares must see the slip and need not see the number. Where either is
    missing, or kept back by its owner, or where they are simply two numbers, all
    stays masked.
    """
    numbers = [raw["nik"], raw["member_nik"]]
    if None in numbers or None in (shown["nik"], shown["member_nik"]):
        return (_text(shown["nik"]), _text(shown["member_nik"]))
    full = [identity_numbers.nik_text(one) for one in numbers]
    masked = [_text(shown["nik"]) or "", _text(shown["member_nik"]) or ""]
    if sum(one != other for one, other in zip(*full, strict=True)) > MOST_MARKED:
        return masked
    return tuple(
        "".join(
            digit if digit != other else cover
            for digit, other, cover in zip(own, against, cover_of, strict=True)
        )
        for own, against, cover_of in zip(full, reversed(full), masked, strict=True)
    )


def _bits(chance: float) -> float:
    """Say a probability as log2 of its odds, rounded to thousandths."""
    return round(math.log2(chance / (1 - chance)), 3)


def _text(nik: Any) -> str | None:
    return identity_numbers.nik_text(nik) if isinstance(nik, int) else nik


def _behind(after: str | None) -> tuple[str, list[Any]]:
    """Return the SQL condition that a pair comes behind a key, and its values."""
    parts = (after or "").split("_", 3)
    known = len(parts) == 4 and parts[0].isdecimal() and parts[2].isdecimal()
    if not known or not parts[1].removeprefix("-").isdecimal():
        return "true", []
    milli = f"(-round(weight * {MILLI})::BIGINT)"
    values = [-int(parts[0]), -int(parts[1]), int(parts[2]), parts[3]]
    return f"(-effect::INTEGER, {milli}, person_id, kpj) > (?, ?, ?, ?)", values


def _employer_key(after: str | None) -> tuple[int | None, int | None, str | None]:
    parts = (after or "").split("_", 2)
    if (
        len(parts) < 3
        or not parts[1].isdecimal()
        or not parts[0].lstrip("-").isdecimal()
    ):
        return None, None, None
    return int(parts[0]), int(parts[1]), parts[2]
