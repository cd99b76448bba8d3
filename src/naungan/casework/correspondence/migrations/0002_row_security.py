"""An institution sees its own letters and those it may read; a number stays as it is."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations

from naungan.casework.accounts.row_security import HERE, guard


OURS = f"institution_id = {HERE}"
# The inner look passes the guard of its own table, so it finds what is ours alone.
IN_OUR_BOOK = (
    "EXISTS (SELECT FROM correspondence_agendabook known WHERE known.id = book_id)"
)
TABLES = ("storedpaper", "letterhead", "agendabook", "letterbatch")
SQL = Path(__file__).with_name("0002_row_security.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Switch row-level security on, and freeze letters."""

    dependencies: ClassVar = [("correspondence", "0001_initial")]
    operations: ClassVar = [
        *(one for name in TABLES for one in guard(f"correspondence_{name}", sees=OURS)),
        *guard(
            "correspondence_letter",
            sees=f"{OURS} OR {HERE} = ANY (readers)",
            writes=f"{OURS} AND {IN_OUR_BOOK}",
        ),
        # Nobody removes a letter or a book: numbers stay without gaps.
        migrations.RunSQL(
            "DROP POLICY scope_removes ON correspondence_letter; "
            "DROP POLICY scope_removes ON correspondence_agendabook;",
            "CREATE POLICY scope_removes ON correspondence_letter "
            "FOR DELETE USING (false); "
            "CREATE POLICY scope_removes ON correspondence_agendabook "
            "FOR DELETE USING (false);",
        ),
        migrations.RunSQL(
            SQL,
            "DROP TRIGGER frozen ON correspondence_letter; "
            "DROP FUNCTION correspondence_frozen(); "
            "DROP FUNCTION correspondence_proof(text);",
        ),
    ]
