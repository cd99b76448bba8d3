"""Who sees a case sees its money; what was frozen or paid is never written anew."""

from typing import ClassVar, Final

from django.db import migrations
from django.db.migrations import RunSQL


CASE: Final = "EXISTS (SELECT 1 FROM compliance_case c WHERE c.id = case_id)"
HERE: Final = "(institution_id = compliance_here() OR compliance_office())"


def policies(table: str, *, changes: bool = False, removes: bool = False) -> RunSQL:
    """Write the policies of a table; what is not asked for, nobody may do."""
    name = f"collection_{table}"
    written = [
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY scope_sees ON {name} FOR SELECT USING ({CASE})",
        f"CREATE POLICY scope_adds ON {name} FOR INSERT WITH CHECK ({HERE} AND {CASE})",
    ]
    undone = [
        f"DROP POLICY scope_sees ON {name}",
        f"DROP POLICY scope_adds ON {name}",
    ]
    if changes:
        written.append(
            f"CREATE POLICY scope_changes ON {name} FOR UPDATE USING ({CASE})"
        )
        undone.append(f"DROP POLICY scope_changes ON {name}")
    if removes:
        written.append(
            f"CREATE POLICY scope_removes ON {name} FOR DELETE USING ({CASE})"
        )
        undone.append(f"DROP POLICY scope_removes ON {name}")
    undone.append(f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY")
    return RunSQL("; ".join(written) + ";", "; ".join(undone) + ";")


FROZEN: Final = """
CREATE FUNCTION collection_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - TG_ARGV <> to_jsonb(OLD) - TG_ARGV THEN
        RAISE EXCEPTION '% is written once', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON collection_debt
    FOR EACH ROW EXECUTE FUNCTION collection_stays('state');
CREATE TRIGGER stays BEFORE UPDATE ON collection_debtline
    FOR EACH ROW EXECUTE FUNCTION collection_stays();
CREATE TRIGGER stays BEFORE UPDATE ON collection_payment
    FOR EACH ROW EXECUTE FUNCTION collection_stays(
        'state', 'surplus_idr', 'void_reason', 'voided_by_id', 'voided_at');
CREATE TRIGGER stays BEFORE UPDATE ON collection_instalment
    FOR EACH ROW EXECUTE FUNCTION collection_stays();
"""
UNFROZEN: Final = """
DROP TRIGGER stays ON collection_debt;
DROP TRIGGER stays ON collection_debtline;
DROP TRIGGER stays ON collection_payment;
DROP TRIGGER stays ON collection_instalment;
DROP FUNCTION collection_stays();
"""


class Migration(migrations.Migration):
    """Switch row-level security on, and guard what is written once."""

    dependencies: ClassVar = [
        ("collection", "0001_initial"),
        ("compliance", "0002_row_security"),
    ]
    operations: ClassVar = [
        policies("debt", changes=True),
        policies("debtline"),
        policies("payment", changes=True),
        policies("allocation", removes=True),
        policies("instalmentplan", changes=True),
        policies("instalment"),
        policies("recovery", removes=True),
        policies("workergained"),
        RunSQL(FROZEN, UNFROZEN),
    ]
