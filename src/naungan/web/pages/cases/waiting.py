"""How much in cases waits for an institution: asked with every page, so by one query."""

from typing import Final

from django.db import connection

from naungan.casework.accounts.scope import Scope


COUNTED: Final = """
    SELECT
        (SELECT count(*) FROM compliance_case
            WHERE institution_id = %s AND state = 'open' AND waits_for = 'reply')
        + (SELECT count(*) FROM compliance_handover
            WHERE to_id = %s AND state = 'sent')"""


def count(scope: Scope) -> int:
    """Count answers to be considered and cases to be accepted or rejected."""
    here = scope.institution_id
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [here, here])
        found: int = cursor.fetchone()[0]
    return found
