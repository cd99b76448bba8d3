"""How two rows agree: words of the name, legal form, place, numbers.

A pair is described by a level per field and by the bits that the words in
common are worth. The same description serves to learn and to judge.
"""

from naungan.engine.employers.words import MILLI


MOST_LETTERS_APART = 2
SPELT_ALIKE = 0.88  # Jaro-Winkler of what two names do not have in common


def described(pairs: str, target: str) -> str:
    """Return the SQL that describes the pairs (a, b) of a table.

    Creates `target`(a, b, name_level, name_bits, legal_level, place_level, nib_differs,
    npwp_differs); bits are thousandths.
    """
    return f"""CREATE OR REPLACE TEMP TABLE {target} AS
        WITH common AS (
            SELECT a, b, count(*) AS shared, sum(least(x.bits, y.bits)) AS bits
            FROM {pairs} JOIN employer_words x ON x.node = a
            JOIN employer_words y ON y.node = b AND y.word = x.word GROUP BY a, b),
        counted AS (
            SELECT p.a, p.b, coalesce(shared, 0) AS shared, coalesce(c.bits, 0) AS bits,
                x.words AS wa, y.words AS wb, least(x.bits, y.bits) AS lesser,
                x.legal AS la, y.legal AS lb, x.name_key AS key,
                x.letters AS length_a, y.letters AS length_b
            FROM {pairs} p LEFT JOIN common c ON c.a = p.a AND c.b = p.b
            JOIN employer_names x ON x.node = p.a JOIN employer_names y ON y.node = p.b),
        {_near_sql()}
        SELECT counted.a, counted.b,
            CASE WHEN shared = wa AND shared = wb THEN 'exact'
                WHEN shared = least(wa, wb) THEN 'subset'
                WHEN near.a IS NOT NULL THEN 'near'
                WHEN shared > 0 THEN 'partial' ELSE 'none' END AS name_level,
            (CASE WHEN shared = wa AND shared = wb THEN least(bits, {_bearers_sql()})
                WHEN near.a IS NOT NULL THEN lesser ELSE bits END)::INTEGER AS name_bits,
            CASE WHEN la = lb THEN 'same' WHEN la <> lb THEN 'different'
                ELSE 'unknown' END AS legal_level, coalesce(la, '') AS legal,
            CASE WHEN m.village_code = n.village_code THEN 'village'
                WHEN m.village_code // 10000 = n.village_code // 10000 THEN 'district'
                WHEN m.village_code // 1000000 = n.village_code // 1000000 THEN 'regency'
                WHEN m.village_code <> n.village_code THEN 'elsewhere'
                ELSE 'unknown' END AS place_level, m.village_code,
            coalesce(m.nib <> n.nib, false) AS nib_differs,
            coalesce(m.npwp <> n.npwp, false) AS npwp_differs
        FROM counted JOIN employer_nodes m ON m.node = counted.a
        JOIN employer_nodes n ON n.node = counted.b
        LEFT JOIN near ON near.a = counted.a AND near.b = counted.b
        LEFT JOIN name_bearers ON name_bearers.name_key = key"""


def name_bearers() -> str:
    """Return the SQL of `name_bearers(name_key, bearers, every)`: how common a name is."""
    return """CREATE OR REPLACE TEMP TABLE name_bearers AS
        SELECT name_key, count(*) AS bearers,
            (SELECT count(*) FROM employer_names WHERE words > 0) AS every
        FROM employer_names WHERE words > 0 GROUP BY name_key HAVING count(*) > 2"""


def _bearers_sql() -> str:
    """Bits of a whole name by its own frequency, the two rows themselves left out."""
    return f"""coalesce(round({MILLI} * log2(every / (bearers - 2)))::INTEGER, bits)"""


def _near_sql() -> str:
    """Pairs whose words not in common are nearly the same letters."""
    return f"""alike AS (
            SELECT a, b FROM counted WHERE shared < least(wa, wb) AND abs(wa - wb) <= 1
                AND abs(length_a - length_b) <= {MOST_LETTERS_APART}),
        spelt AS (
            SELECT node, list(form ORDER BY form) AS forms
            FROM employer_words JOIN word_forms USING (word)
            WHERE node IN (SELECT a FROM alike UNION ALL SELECT b FROM alike)
            GROUP BY node),
        near AS (
            SELECT a, b FROM alike JOIN spelt x ON x.node = a JOIN spelt y ON y.node = b
            WHERE jaro_winkler_similarity({_leftover("x.forms", "y.forms")},
                {_leftover("y.forms", "x.forms")}) >= {SPELT_ALIKE})"""


def _leftover(own: str, other: str) -> str:
    return f"""array_to_string(
        list_filter({own}, lambda w: NOT list_contains({other}, w)), '')"""
