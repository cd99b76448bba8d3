"""What came in, what awaits a person, and what the report rests on."""

from naungan.engine.report.masks import masked_text
from naungan.engine.report.source import Source
from naungan.engine.rows import Row
from naungan.engine.wording import KIND, STATUS, finding_label
from naungan.lib.identity_numbers import INVENTED_SERIALS


def is_invented(source: Source) -> bool:
    """Say whether the people are invented: most NIK lie in the reserved range.

    Offices issue from 0001 upwards and do not reach that range; a few typing
    errors in real lists may.
    """
    first, last = INVENTED_SERIALS[0], INVENTED_SERIALS[-1]
    share = source.value(
        f"""SELECT avg(CAST(nik % 10000 BETWEEN {first} AND {last} AS INTEGER))
        FROM persons WHERE nik IS NOT NULL"""
    )
    return share is not None and 2 * share >= 1


def inputs(source: Source, count: int | None = None) -> list[Row]:
    """Return the account of the files, those with most rejects first.

    The kind is in words and the file without its folder; all files unless `count`.
    `nik_doubtful` counts rows whose NIK is missing, impossible, inconsistent or shared.
    """
    rows = source.rows(
        """WITH doubtful AS (
            SELECT file, kind, sum(numerator) AS nik_doubtful FROM quality
            WHERE measure IN ('nik_missing', 'nik_impossible', 'nik_inconsistent',
                'nik_shared')
            GROUP BY ALL)
        SELECT parse_filename(file) AS file, kind, lines, accepted, rejected,
            set_aside, nik_doubtful
        FROM inputs LEFT JOIN doubtful USING (file, kind)
        ORDER BY rejected DESC, lines DESC, kind, file LIMIT $count""",
        count=count,
    )
    return [{**row, "kind": KIND.get(row["kind"], row["kind"])} for row in rows]


def input_totals(source: Source) -> Row:
    """Return read = accepted + rejected + set aside over all files."""
    return source.rows(
        """SELECT count(*) AS files, coalesce(sum(lines), 0) AS lines,
            coalesce(sum(accepted), 0) AS accepted,
            coalesce(sum(rejected), 0) AS rejected,
            coalesce(sum(set_aside), 0) AS set_aside FROM inputs"""
    )[0]


def reject_reasons(source: Source, count: int) -> list[Row]:
    """Return the most frequent reasons for rejected rows."""
    return source.rows(
        f"""SELECT code,
            any_value({masked_text("message")} ORDER BY file, line) AS example,
            count(DISTINCT (file, line)) AS lines FROM rejected
        GROUP BY code ORDER BY lines DESC, code LIMIT $count""",
        count=count,
    )


def statuses(source: Source) -> list[Row]:
    """Return how many persons have each coverage status, in words."""
    rows = source.rows(
        """SELECT status, count(*) AS people FROM coverage
        GROUP BY status ORDER BY people DESC, status"""
    )
    return [{**row, "label": STATUS.get(row["status"], row["status"])} for row in rows]


def person_findings(source: Source) -> list[Row]:
    """Return how many persons or memberships have each finding, in words."""
    rows = source.rows(
        """SELECT code, count(*) AS cases FROM person_findings
        GROUP BY code ORDER BY cases DESC, code"""
    )
    return [{**row, "label": finding_label(row["code"])} for row in rows]


def overlaps(source: Source, code: str, count: int) -> list[Row]:
    """Return how many people of a region exactly these lists know, largest first."""
    return source.rows(
        """SELECT lists, sum(people) AS people FROM "overlaps"
        WHERE region_code = $code
        GROUP BY lists ORDER BY people DESC, lists LIMIT $count""",
        code=code,
        count=count,
    )


def waiting(source: Source) -> Row:
    """Return how many pairs of persons and of employers await review."""
    return source.rows(
        """SELECT (SELECT count(*) FROM links WHERE band = 'review') AS pairs,
            (SELECT count(DISTINCT person_id) FROM links WHERE band = 'review')
                AS people,
            (SELECT count(*) FROM employers WHERE registration = 'review')
                AS employers"""
    )[0]


def nik_states(source: Source) -> dict[str, int]:
    """Return how many persons have each state of NIK."""
    rows = source.rows("SELECT nik_state, count(*) AS n FROM persons GROUP BY 1")
    return {row["nik_state"]: row["n"] for row in rows}


def legal_bases(source: Source) -> list[Row]:
    """Return the articles behind the findings made, in force in the month."""
    return source.rows(
        """SELECT finding, position, short, article, confidence FROM legal_bases
        WHERE finding IN (SELECT code FROM employer_findings
                UNION SELECT code FROM person_findings)
            AND from_month <= $month AND coalesce(to_month, $month) >= $month
        ORDER BY finding, position""",
        month=source.month,
    )
