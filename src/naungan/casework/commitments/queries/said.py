"""Full-text search over everything said and promised: one question, ranked.

The database shows rows in sight alone, so the search finds nothing else.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import connection

from naungan.casework.accounts.scope import Scope


MOST: Final = 200
START, END = "\x02", "\x03"
"""What stands around a word that was found; no text holds them."""
HEADLINE: Final = (
    f"StartSel={START},StopSel={END},MaxFragments=2,MaxWords=28,MinWords=10,"
    "FragmentDelimiter= … "
)
SQL: Final = """
    WITH asked AS (SELECT websearch_to_tsquery('indonesian', %(words)s) AS q),
    hit AS (
        SELECT 'event' AS kind, id, id AS event_id, words,
            concat_ws('. ', title, nullif(about, '')) AS text, region_code AS place
        FROM coordination_event, asked WHERE words @@ q AND state <> 'merged'
        UNION ALL
        SELECT 'agenda', id, event_id, words,
            concat_ws('. ', text, nullif(discussed, '')), NULL
        FROM coordination_agendaitem, asked WHERE words @@ q
        UNION ALL
        SELECT 'attendance', id, event_id, words,
            concat_ws(', ', nullif(name, ''), nullif(position, ''), nullif(home_name, '')),
            NULL
        FROM coordination_attendance, asked WHERE words @@ q
        UNION ALL
        SELECT 'statement', id, event_id, words, text, NULL
        FROM coordination_statement, asked WHERE words @@ q
        UNION ALL
        SELECT 'recommendation', id, event_id, words, text, NULL
        FROM coordination_recommendation, asked WHERE words @@ q
        UNION ALL
        SELECT 'obstacle', id, event_id, words,
            concat_ws('. ', text, nullif(resolution, '')), region_code
        FROM coordination_obstacle, asked WHERE words @@ q
        UNION ALL
        SELECT 'figure', id, event_id, sought,
            concat_ws('. ', nullif(words, ''), meaning), NULL
        FROM coordination_figure, asked WHERE sought @@ q
        UNION ALL
        SELECT 'commitment', id, event_id, words,
            concat_ws('. ', what, nullif(owner_name, ''), nullif(owner_person, '')),
            region_code
        FROM commitments_commitment, asked WHERE words @@ q
    ),
    placed AS (
        SELECT hit.kind, hit.id, hit.event_id, hit.text, e.title, e.sort_on, e.held_on,
            ts_rank(hit.words, q) AS rank, count(*) OVER () AS many
        FROM asked, hit LEFT JOIN coordination_event e ON e.id = hit.event_id
        WHERE (%(kind)s = '' OR hit.kind = %(kind)s)
            AND (%(region)s = '' OR coalesce(place, e.region_code) = %(region)s
                OR starts_with(coalesce(place, e.region_code), %(region)s || '.'))
        ORDER BY rank DESC, e.sort_on DESC NULLS LAST, hit.kind, hit.id
        LIMIT %(limit)s OFFSET %(offset)s
    )
    SELECT kind, id, event_id, title, held_on,
        ts_headline('indonesian', text, q, %(headline)s), many
    FROM placed, asked ORDER BY rank DESC, sort_on DESC NULLS LAST, kind, id"""


@dataclass(frozen=True)
class Hit:
    """A place where words were found: what it is, in which event, and the words.

    `pieces` are parts of the text, each with whether it was asked for. An obstacle or a
    promise that belongs to no event has no `event_id`.
    """

    kind: str
    number: int
    event_id: int | None
    title: str
    held_on: date | None
    pieces: list[tuple[str, bool]]


def search(
    scope: Scope,
    words: str,
    *,
    kind: str = "",
    region_code: str = "",
    limit: int = 25,
    offset: int = 0,
) -> tuple[list[Hit], int]:
    """Find words in everything that the scope sees; give a page of hits and how many.

    `words` are as people write them in a search: quotation marks hold words together,
    a minus leaves one out.
    """
    del scope  # row-level security bounds the search
    if not words.strip():
        return [], 0
    asked: dict[str, Any] = {
        "words": words,
        "kind": kind,
        "region": region_code,
        "limit": min(limit, MOST),
        "offset": offset,
        "headline": HEADLINE,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, asked)
        rows = cursor.fetchall()
    many = rows[0][-1] if rows else 0
    return [_hit(row) for row in rows], many


def _hit(row: tuple[Any, ...]) -> Hit:
    kind, number, event_id, title, held_on, words, _many = row
    return Hit(kind, number, event_id, title or "", held_on, pieces(words))


def pieces(words: str) -> list[tuple[str, bool]]:
    """Part a headline into what was asked for and what stands around it."""
    found: list[tuple[str, bool]] = []
    for part in words.split(START):
        marked, end, rest = part.partition(END)
        if not end:
            found.append((part, False))
            continue
        found += [(marked, True), (rest, False)]
    return [one for one in found if one[0]]
