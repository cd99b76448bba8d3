"""How often somebody asked within a minute: one statement, so no request slips by."""

import hmac
from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import connection
from django.utils import timezone

from naungan.casework.accounts.models import RequestCount


MINUTE: Final = 60  # seconds
KEPT: Final = timedelta(hours=1)
COUNT: Final = """
    INSERT INTO accounts_requestcount AS held (key, minute, count)
    SELECT key, %s, 1 FROM unnest(%s::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN held.minute = excluded.minute THEN held.count + 1 ELSE 1 END,
        minute = excluded.minute
    RETURNING key, count"""


def counted(askers: Collection[str]) -> dict[str, int]:
    """Count one request of each asker; give how many each made this minute.

    An asker is a network address or a key; only its hash with a secret of this office
    is kept, for an hour. Outside a transaction, so that a count stands whatever
    becomes of the request, and nobody waits for another.
    """
    minute = int(timezone.now().timestamp()) // MINUTE
    by_key = {_disguised(asker): asker for asker in askers}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [minute, list(by_key)])
        found = {by_key[key]: count for key, count in cursor.fetchall()}
    if 1 in found.values():
        oldest = minute - int(KEPT.total_seconds()) // MINUTE
        RequestCount.objects.filter(minute__lt=oldest).delete()
    return found


def seconds_left() -> int:
    """Tell after how many seconds the next minute begins."""
    return MINUTE - int(timezone.now().timestamp()) % MINUTE


def _disguised(asker: str) -> str:
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, asker.encode(), "sha256").hexdigest()
