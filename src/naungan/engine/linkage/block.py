"""Which pairs are worth a look: narrow keys, each an equality join.

No key is enough alone; together they lose a true pair only where name, birth
date and number are all spoilt. `a` is a row of `residual` (its words one by one
in `asked_words`), `b` a row of worker_keys.
"""

from typing import Final


ROWS: Final = "residual"
WORDS: Final = "asked_words"

KEYS: Final[dict[str, tuple[str, str]]] = {
    "name and birth date": (
        ROWS,
        "a.name_key = b.name_key AND a.birth_date = b.birth_date",
    ),
    "name, year of birth and place": (
        ROWS,
        (
            "a.name_key = b.name_key AND a.birth_year = b.birth_year"
            " AND a.regency = b.village_code // 1000000"
        ),
    ),
    "name, day and month of birth": (
        ROWS,
        (
            "a.name_key = b.name_key AND month(a.birth_date) = month(b.birth_date)"
            " AND day(a.birth_date) = day(b.birth_date)"
        ),
    ),
    "name and village": (
        ROWS,
        "a.name_key = b.name_key AND a.village_code = b.village_code",
    ),
    "rare name": (f"(FROM {ROWS} WHERE bits_name > rare)", "a.name_key = b.name_key"),
    "birth date and a first word": (
        WORDS,
        "a.birth_date = b.birth_date AND a.word = b.tok_lo",
    ),
    "birth date and a last word": (
        WORDS,
        "a.birth_date = b.birth_date AND a.word = b.tok_hi",
    ),
    "birth date and a middle word": (
        WORDS,
        "a.birth_date = b.birth_date AND a.word = b.tok_mid",
    ),
    "birth date and first letters": (
        ROWS,
        "a.birth_date = b.birth_date AND a.head = b.head",
    ),
    "birth date and last letters": (
        ROWS,
        "a.birth_date = b.birth_date AND a.tail = b.tail",
    ),
    "the number": (ROWS, "a.digits = b.nik"),
    "first twelve digits": (ROWS, "a.digits // 10000 = b.nik // 10000"),
    "last ten digits and first letters": (
        ROWS,
        "a.digits % 10000000000 = b.nik % 10000000000 AND a.head = b.head",
    ),
    "district, serial and birth date": (
        ROWS,
        (
            "a.birth_date = b.birth_date AND a.digits // 10000000000 = b.nik // 10000000000"
            " AND a.digits % 10000 = b.nik % 10000"
        ),
    ),
}


def asked_words() -> str:
    """Set the words of the rows in question one below the other."""
    one = " UNION ALL ".join(
        f"SELECT *, {word} AS word FROM {ROWS} WHERE {word} IS NOT NULL"
        for word in ("tok_lo", "tok_hi", "tok_mid")
    )
    return f"CREATE OR REPLACE TEMP TABLE {WORDS} AS {one}"
