"""Two rows side by side: on which level each field agrees, as SQL.

The left row `a` comes from the table `residual`, the right row `b` is a row of
worker_keys. Levels are small integers; their names stand in `LEVELS`, which
also fixes their order. A name whose words do not settle the matter is `open`
until `words` has looked at the letters.
"""

from typing import Final


LEVELS: Final[dict[str, tuple[str, ...]]] = {
    "name": (
        "exact",
        "subset",
        "near",
        "initial",
        "partial",
        "near_alone",
        "none",
        "missing",
        "open",
    ),
    "birth": (
        "same",
        "swapped",
        "year_off",
        "defaulted",
        "two_parts",
        "same_year",
        "differs",
        "missing",
    ),
    "sex": ("same", "differs", "missing"),
    "place": ("village", "district", "regency", "differs", "missing"),
    "nik": (
        "exact",
        "slip_serial",
        "slip_head",
        "cell",
        "area",
        "differs",
        "missing_there",
        "missing",
    ),
}

DIGITS: Final = 16  # of a NIK


def code(field: str, level: str) -> int:
    """Return the integer that stands for a level in SQL."""
    return LEVELS[field].index(level)


def level_name(field: str, column: str) -> str:
    """Turn the integer of a level back into its word."""
    listed = ", ".join(f"'{name}'" for name in LEVELS[field])
    return f"([{listed}])[{column} + 1]"


def shared_words(a: str, b: str) -> dict[str, str]:
    """Say for the rarest, commonest and middle word of `a` whether `b` has it."""

    def known(word: str) -> str:
        found = " OR ".join(
            f"{a}.{word} = {b}.{other}" for other in ("tok_lo", "tok_hi", "tok_mid")
        )
        return f"coalesce({found}, false)::UTINYINT"

    return {f"has_{end}": known(f"tok_{end}") for end in ("lo", "hi", "mid")}


def shared_bits() -> str:
    """Add up how rare the shared words are, in thousandths of a bit."""
    return " + ".join(
        f"has_{end} * coalesce(bits_{end}, 0)" for end in ("lo", "hi", "mid")
    )


def name_level(a: str, b: str) -> str:
    """Same words, or all words of the shorter name, or nothing alike at all.

    A slip of the pen spares the first or the last three letters of a name;
    where both differ and no word is shared the names are two. Else open.
    """
    fewest = f"least({a}.words, {b}.words)"
    return f"""CASE WHEN {a}.words = 0 OR {b}.words = 0 THEN {code("name", "missing")}
        WHEN {a}.name_key = {b}.name_key THEN {code("name", "exact")}
        WHEN {fewest} > 0 AND has_lo + has_hi + has_mid >= {fewest}
            THEN {code("name", "subset")}
        WHEN has_lo + has_hi + has_mid = 0 AND {a}.head <> {b}.head
            AND {a}.tail <> {b}.tail THEN {code("name", "none")}
        ELSE {code("name", "open")} END"""


def birth_level(a: str, b: str) -> str:
    """Compare two birth dates, or their years where a date is not known."""
    day, month, year = (
        f"{part}({a}.born_on) = {part}({b}.born_on)"
        for part in ("day", "month", "year")
    )
    crossed = (
        f"day({a}.born_on) = month({b}.born_on)"
        f" AND month({a}.born_on) = day({b}.born_on)"
    )
    first = " OR ".join(
        f"(month({r}.born_on) = 1 AND day({r}.born_on) = 1)" for r in (a, b)
    )
    c = {level: code("birth", level) for level in LEVELS["birth"]}
    return f"""CASE
        WHEN {a}.born_on = {b}.born_on THEN {c["same"]}
        WHEN {a}.born_on IS NULL OR {b}.born_on IS NULL THEN CASE
            WHEN {a}.birth_year IS NULL OR {b}.birth_year IS NULL THEN {c["missing"]}
            WHEN {a}.birth_year = {b}.birth_year THEN {c["same_year"]}
            ELSE {c["differs"]} END
        WHEN {year} THEN CASE
            WHEN {crossed} THEN {c["swapped"]}
            WHEN {first} THEN {c["defaulted"]}
            WHEN {day} OR {month} THEN {c["two_parts"]}
            ELSE {c["same_year"]} END
        WHEN {day} AND {month} THEN CASE
            WHEN abs(year({a}.born_on) - year({b}.born_on)) = 1 THEN {c["year_off"]}
            ELSE {c["two_parts"]} END
        ELSE {c["differs"]} END"""


def sex_level(a: str, b: str) -> str:
    """Compare the sexes as written."""
    return f"""CASE WHEN {a}.woman IS NULL OR {b}.woman IS NULL THEN {code("sex", "missing")}
        WHEN {a}.woman = {b}.woman THEN {code("sex", "same")}
        ELSE {code("sex", "differs")} END"""


def place_level(a: str, b: str) -> str:
    """Compare where two rows live; of a member only the NIK's regency is known."""
    c = {level: code("place", level) for level in LEVELS["place"]}
    return f"""CASE WHEN {a}.regency IS NULL OR {b}.village_code IS NULL
            THEN {c["missing"]}
        WHEN {a}.village_code = {b}.village_code THEN {c["village"]}
        WHEN {a}.village_code // 10000 = {b}.village_code // 10000 THEN {c["district"]}
        WHEN {a}.regency = {b}.village_code // 1000000 THEN {c["regency"]}
        ELSE {c["differs"]} END"""


def one_slip(x: str, y: str) -> str:
    """One digit wrong or two neighbours swapped, told from the difference.

    A wrong digit changes a number by k * 10^p, a swap by 9k * 10^p: the difference
    is nothing but its first one or two digits. Plain arithmetic, for a list of
    differences would become a join that every pair goes through.
    """
    units = [10 ** max(digits - 2, 0) for digits in range(1, DIGITS + 1)]
    gap = f"abs({x} - {y})"
    unit = f"({units}::BIGINT[])[length({gap}::VARCHAR)]"
    first = f"{gap} // {unit}"
    return f"""({gap} > 0 AND {gap} % {unit} = 0 AND ({first} < 10
        OR {first} % 10 = 0 OR ({first} % 9 = 0 AND {first} <= 81)))"""


def nik_level(x: str, y: str) -> str:
    """Compare two numbers: equal, one slip apart, neighbours in a cell, or others.

    A slip spares the serial or the twelve digits before it; that is looked at
    first, because it costs less than the digits themselves.
    """
    c = {level: code("nik", level) for level in LEVELS["nik"]}
    return f"""CASE WHEN {x} IS NULL THEN {c["missing"]}
        WHEN {y} IS NULL THEN {c["missing_there"]}
        WHEN {x} = {y} THEN {c["exact"]}
        WHEN {x} // 10000 = {y} // 10000 THEN
            CASE WHEN {one_slip(x, y)} THEN {c["slip_serial"]} ELSE {c["cell"]} END
        WHEN CASE WHEN ({x} - {y}) % 10000 = 0 THEN {one_slip(x, y)} END
            THEN {c["slip_head"]}
        WHEN {x} // 10000000000 = {y} // 10000000000 THEN {c["area"]}
        ELSE {c["differs"]} END"""


def levels(a: str, b: str) -> str:
    """Return the columns `birth_level`, `sex_level`, `place_level` of joined rows."""
    made = {
        "birth_level": birth_level(a, b),
        "sex_level": sex_level(a, b),
        "place_level": place_level(a, b),
    }
    return ", ".join(f"({sql})::UTINYINT AS {name}" for name, sql in made.items())


def only_other_word(row: str, shared: str) -> str:
    """Return the one word of up to three that is not shared, told by subtraction."""
    total = f"{row}.tok_lo + coalesce({row}.tok_hi, 0) + coalesce({row}.tok_mid, 0)"
    return f"CASE WHEN {row}.words = has_lo + has_hi + has_mid + 1 THEN {total} - ({shared}) END"


def compared(
    joined: str, *, so_far: str = "0", least: int = 0, one_name: bool = False
) -> str:
    """Select every level of the pairs that `joined` (FROM … a … b) yields.

    Numbers, the dearest to compare, are looked at only where `so_far`, a sum over
    the other levels, reaches `least`; words not at all where the join itself asks
    for one name. Materialised, for a condition pushed further down would work
    every level out once more.
    """
    flags = shared_words("a", "b")
    if one_name:
        flags = dict.fromkeys(flags, "1")
    shares = ", ".join(f"{sql} AS {name}" for name, sql in flags.items())
    name = str(code("name", "exact")) if one_name else name_level("a", "b")
    shared = " + ".join(
        f"has_{end} * coalesce(a.tok_{end}, 0)" for end in ("lo", "hi", "mid")
    )
    return f"""
        WITH side_by_side AS MATERIALIZED (
            SELECT side, left_row, right_row, prior, name_level, birth_level,
                   sex_level, place_level, digits, nik,
                   has_lo + has_hi + has_mid > 0 AS shares,
                   CASE WHEN name_level = {code("name", "exact")} THEN bits_name
                        ELSE least({shared_bits()}, bits_most) END AS name_bits,
                   bits_birth AS birth_bits,
                   CASE WHEN is_short THEN left_word END AS left_word,
                   CASE WHEN is_short THEN right_word END AS right_word,
                   {so_far} AS so_far
            FROM (SELECT a.side, a.row_id AS left_row, b.row_id AS right_row, {shares},
                         a.bits_lo, a.bits_hi, a.bits_mid, a.bits_name, a.bits_birth,
                         a.bits_most, a.prior, a.digits, b.nik,
                         ({name})::UTINYINT AS name_level,
                         {levels("a", "b")}, a.words <= 3 AND b.words <= 3 AS is_short,
                         {only_other_word("a", shared)} AS left_word,
                         {only_other_word("b", shared)} AS right_word
                  {joined}))
        SELECT *, ({nik_level("digits", "nik")})::UTINYINT AS nik_level
        FROM side_by_side WHERE so_far >= {least}"""
