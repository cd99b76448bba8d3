"""Which pairs of rows are worth comparing by name and place.

Only pairs that could become one employer: from different lists (one list names
an employer once), not both registered, not one already. The first net is the
same name in one village. What it leaves without a partner in some list goes
through wider nets: the same name in one regency, a rare name anywhere, words
that begin alike in one village, the same rarest word in one district or, if
rare, anywhere. A cell too crowded to tell anything is passed over.
"""

from naungan.engine.work import Work


CROWDED = 100  # rows of one cell above which it tells nothing
RARE = 6  # bearers of a name or word up to which the place may differ
TELLING_BITS = 8_000  # thousandths of a bit from which one word makes a candidate
BEGINNING = 3
WIDER_NETS = (
    ("seeking", "regency, name_key", CROWDED),
    ("seeking", "name_key", RARE),
    ("starts", "village_code, start", CROWDED),
    ("rarest", "district, word", CROWDED),
    ("rarest", "word", RARE),
)


def make_candidates(work: Work) -> None:
    """Create `candidates(a, b)`: pairs of nodes; at most b is registered."""
    con = work.con
    con.execute(_whole_sql())
    con.execute(_named_sql())
    con.execute(_same_name_sql())
    con.execute(_seeking_sql())
    con.execute(_starts_sql())
    con.execute(_rarest_sql())
    con.execute(_candidates_sql())
    for name in ("named", "same_name", "seeking", "starts", "rarest"):
        con.execute(f"DROP TABLE {name}")


def _whole_sql() -> str:
    """Every employer so far: whether registered and on which lists."""
    return """CREATE OR REPLACE TEMP TABLE wholes AS
        SELECT root, bool_or(npp IS NOT NULL) AS registered,
            list_sort(list(DISTINCT file_id)) AS files
        FROM employer_roots JOIN employer_nodes USING (node) GROUP BY root"""


def _named_sql() -> str:
    """Nodes that can still gain a partner; one on every list has all of them."""
    return """CREATE OR REPLACE TEMP TABLE named AS
        WITH lists AS (SELECT count(DISTINCT file_id) AS lists FROM employer_nodes)
        SELECT node, root, lists - len(files) AS missing, registered, file_id, name_key, village_code,
            village_code // 10000 AS district, village_code // 1000000 AS regency
        FROM employer_nodes JOIN employer_roots USING (node)
        JOIN employer_names USING (node) JOIN wholes USING (root), lists
        WHERE words > 0 AND missing > 0"""


def _same_name_sql() -> str:
    net = _net("named", "village_code, name_key", 10 * CROWDED)
    return f"CREATE OR REPLACE TEMP TABLE same_name AS {net}"


def _seeking_sql() -> str:
    """Nodes whose very name is not in their village on every other list."""
    return """CREATE OR REPLACE TEMP TABLE seeking AS
        WITH partners AS (
            SELECT a AS node, b AS partner FROM same_name
            UNION ALL SELECT b, a FROM same_name),
        served AS (
            SELECT p.node, count(DISTINCT o.file_id) AS lists
            FROM partners p JOIN employer_nodes o ON o.node = partner GROUP BY p.node)
        SELECT n.* FROM named n LEFT JOIN served USING (node)
        WHERE missing > coalesce(served.lists, 0)"""


def _starts_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE starts AS
        SELECT DISTINCT node, root, registered, file_id, village_code,
            left(form, {BEGINNING}) AS start
        FROM seeking JOIN employer_words USING (node) JOIN word_forms USING (word)
        WHERE village_code IS NOT NULL"""


def _rarest_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE rarest AS
        SELECT node, root, registered, file_id, district, word
        FROM seeking JOIN (
            SELECT node, arg_max(word, (bits, word)) AS word FROM employer_words
            WHERE bits >= {TELLING_BITS} GROUP BY node) USING (node)"""


def _net(nodes: str, key: str, most: int) -> str:
    """Pairs of nodes in the same cell: one unregistered with any other."""
    return f"""
        SELECT l.node AS a, r.node AS b, l.root AS root_a, r.root AS root_b
        FROM (FROM {nodes} WHERE NOT registered)  l
        JOIN (SELECT {key} FROM {nodes} GROUP BY {key}
            HAVING count(*) BETWEEN 2 AND {most}) USING ({key})
        JOIN {nodes} r USING ({key})
        WHERE l.file_id <> r.file_id AND l.root <> r.root
            AND (r.registered OR l.node < r.node)"""


def _candidates_sql() -> str:
    nets = " UNION ALL ".join(("FROM same_name", *(_net(*net) for net in WIDER_NETS)))
    return f"""CREATE OR REPLACE TEMP TABLE candidates AS
        WITH found AS (SELECT DISTINCT a, b, root_a, root_b FROM ({nets})),
        crowded AS (
            SELECT DISTINCT root_a, root_b FROM found
            JOIN wholes wa ON wa.root = root_a JOIN wholes wb ON wb.root = root_b
            WHERE len(wa.files) + len(wb.files) > 2
                AND list_has_any(wa.files, wb.files))
        SELECT a, b FROM found ANTI JOIN crowded USING (root_a, root_b)"""
