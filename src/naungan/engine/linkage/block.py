"""Which pairs are worth a look: narrow keys, each an equality join.

No key is enough alone; together they lose a true pair only where name, birth
date and number are all spoilt. A later key leaves out the pairs of an earlier
one, so that few are compared twice. `a` is a row of `residual`, `b` a row of
worker_keys.
"""

from dataclasses import dataclass
from typing import Final


SAME_DAY: Final = "a.born % 10000 = b.born % 10000"
SAME_NAME: Final = "a.name_key = b.name_key AND a.words > 0"
SAME_BIRTH: Final = "a.born = b.born"
SAME_HEAD: Final = "a.head = b.head"
SAME_TAIL: Final = "a.tail = b.tail"
SAME_VILLAGE: Final = "a.village_code = b.village_code"
NOT_THE_OTHER_SEX: Final = "coalesce(a.woman = b.woman, true)"
# Where another part of the name is the same, both rows have words: nothing is NULL.
OTHER_NAME: Final = "a.name_key <> b.name_key"
OTHER_HEAD: Final = "a.head <> b.head"
OTHER_TAIL: Final = "a.tail <> b.tail"
AT_HOME: Final = "a.regency = b.village_code // 1000000"
NEAR_IN_TIME: Final = (
    f"(abs(a.year - b.year) <= 1 OR a.bits_name > {{rare}} OR {SAME_VILLAGE})"
)
AFAR: Final = 3000  # beyond the least: eight strangers, not some dozens
A_DAY: Final = 8500  # what day and month say where every date is as likely


def left_rows(rare: int) -> str:
    """Select `residual` with the place of each row, and whether it meets strangers afar.

    By birth date and a part of its name a row meets no more than eight strangers outside
    its regency, or their number would rise with the nation's; a row without a known
    home meets some dozens.
    What hangs on the left row alone is asked once of each row, not of each pair.
    """
    said = {
        part: f"bits_birth + bits_{part}" for part in ("name", "head", "tail", "lo")
    }
    said["day"] = f"least(bits_birth, {A_DAY}) + bits_name"
    least = f"({rare}) + CASE WHEN regency IS NULL THEN 0 ELSE {AFAR} END"
    far = ", ".join(f"{bits} > {least} AS far_{part}" for part, bits in said.items())
    return f"(SELECT *, rowid AS place, {far} FROM residual)"


def of_a_day(named: str, part: str, *key: str) -> dict[str, tuple[str, ...]]:
    """Write a key of birth date and a part of the name as two joins: afar, and at home.

    Clerks write the first of January when they know the year only, or one date
    for everybody: twenty thousand of one day and one regency must not all meet. In one
    join for both, every row would look at all of its day in the nation first.
    """
    return {
        f"{named}, afar": (*key, f"a.far_{part}"),
        f"{named}, at home": (
            *key,
            f"NOT a.far_{part}",
            AT_HOME,
            f"a.bits_birth + a.bits_{part} > {{rare}} - 2000",
        ),
    }


def unless(condition: str) -> str:
    """Leave out pairs for which the condition is known to hold."""
    return f"NOT coalesce({condition}, false)"


KEYS: Final[dict[str, tuple[str, ...]]] = {
    "name, day and month of birth, afar": (
        SAME_NAME,
        SAME_DAY,
        "a.far_day",
        NEAR_IN_TIME,
    ),
    "name, day and month of birth, at home": (
        SAME_NAME,
        SAME_DAY,
        AT_HOME,
        "NOT a.far_day",
        "a.bits_name + a.bits_birth > {rare}",
        NEAR_IN_TIME,
    ),
    "name and birth date, afar": (
        SAME_NAME,
        SAME_BIRTH,
        "NOT a.far_day",
        "a.far_name",
        unless(AT_HOME),
    ),
    "rare name, year of birth or village": (
        SAME_NAME,
        "a.bits_name > {rare}",
        unless(SAME_DAY),
        f"(coalesce(a.year = b.year, true) OR coalesce({SAME_VILLAGE}, false))",
    ),
    "name and village": (
        SAME_NAME,
        SAME_VILLAGE,
        "a.bits_name BETWEEN {rare} - 9000 AND {rare}",
        unless(SAME_DAY),
    ),
    **of_a_day(
        "birth date and first letters",
        "head",
        SAME_BIRTH,
        SAME_HEAD,
        OTHER_NAME,
        NOT_THE_OTHER_SEX,
    ),
    **of_a_day(
        "birth date and last letters",
        "tail",
        SAME_BIRTH,
        SAME_TAIL,
        OTHER_HEAD,
        OTHER_NAME,
        NOT_THE_OTHER_SEX,
    ),
    **of_a_day(
        "birth date and rarest word",
        "lo",
        SAME_BIRTH,
        "a.tok_lo = b.tok_lo",
        OTHER_HEAD,
        OTHER_TAIL,
        OTHER_NAME,
    ),
    "the number": ("a.digits = b.nik",),
    "first twelve digits": (
        "a.digits // 10000 = b.nik // 10000",
        "a.digits <> b.nik",
        unless(f"{SAME_BIRTH} AND ({SAME_HEAD} OR {SAME_TAIL})"),
    ),
    "last ten digits and first letters": (
        "a.digits % 10000000000 = b.nik % 10000000000",
        SAME_HEAD,
        f"(a.far_head OR {SAME_TAIL} OR a.tok_lo = b.tok_lo)",
        "a.digits <> b.nik",
        unless(SAME_BIRTH),
    ),
}


# Rows of known employer, by employer and another value (worker_places).
OF_ONE_EMPLOYER: Final[dict[str, tuple[str, ...]]] = {
    "employer and name": (
        "a.employer = b.employer",
        SAME_NAME,
        "a.bits_employer + a.bits_name > {rare}",
    ),
    "employer and rarest word": (
        "a.employer = b.employer",
        "a.tok_lo = b.tok_lo",
        "a.name_key <> b.name_key",
        "a.bits_employer + a.bits_lo > {rare}",
    ),
    "employer and birth date": (
        "a.employer = b.employer",
        SAME_BIRTH,
        OTHER_HEAD,
        OTHER_TAIL,
        NOT_THE_OTHER_SEX,
        "a.bits_employer + a.bits_birth > {rare}",
    ),
}


@dataclass(frozen=True)
class Key:
    """One key: its left rows, the table of its right rows, the column of their places.

    Then the condition under which they meet.
    """

    lefts: str
    rows: str
    place: str
    condition: str


def keys(rare: int) -> list[Key]:
    """Write the join condition of every key.

    `rare` is how surprising (1/1000 bit) what a key equates must be at least, so
    that no row meets more than some dozens of strangers: a file in which everyone
    was born on one day must not be compared all with all.
    """
    tables = (
        ("worker_keys", "rowid", KEYS),
        ("worker_places", "place", OF_ONE_EMPLOYER),
    )
    lefts = left_rows(rare)
    return [
        Key(lefts, rows, place, " AND ".join(key).replace("{rare}", f"({rare})"))
        for rows, place, named in tables
        for key in named.values()
    ]
