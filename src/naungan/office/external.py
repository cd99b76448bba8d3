"""A PostgreSQL server that somebody else runs: what it must promise before we serve.

The application's role must be held by row-level security, so it may not be a
superuser, may not bypass policies, and may not own a table nor borrow the rights
of a role that does. The owner's role lays the tables and lends them.
"""

from typing import Final

import psycopg
from psycopg import sql

from naungan.lib.errors import InputRefused


APPLICATION: Final = "DATABASE_URL"
OWNER: Final = "DATABASE_OWNER_URL"
OLDEST_SERVER: Final = 14
PER_MAJOR: Final = 10_000
RIGHTS: Final = """
    SELECT rolsuper, rolbypassrls, current_user::text, current_database()::text
    FROM pg_roles WHERE rolname = current_user
"""
OWNED: Final = """
    SELECT tablename::text FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
      AND pg_has_role(current_user, tableowner, 'MEMBER')
    ORDER BY 1 LIMIT 1
"""
BORROWED: Final = """
    SELECT rolname::text FROM pg_roles
    WHERE (rolsuper OR rolbypassrls) AND pg_has_role(current_user, oid, 'MEMBER')
    LIMIT 1
"""
# Given before the first table: what a migration takes back later stays taken.
GRANTS: Final = (
    "GRANT USAGE ON SCHEMA public TO {}",
    (
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public "
        "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}"
    ),
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {}",
)


def prepare(url: str, owner_url: str) -> None:
    """Check both roles and lend the application what the owner will make."""
    with _connected(url, APPLICATION) as application:
        role, database = _require_plain(application)
    with _connected(owner_url, OWNER) as owner:
        found = owner.execute(
            "SELECT current_user::text, current_database()::text, "
            "has_schema_privilege('public', 'CREATE')"
        ).fetchone()
        assert found is not None
        if found[0] == role:
            raise InputRefused(
                f"{APPLICATION} dan {OWNER} memakai peran yang sama, {role}; aplikasi "
                "tidak boleh memiliki tabelnya sendiri."
            )
        if found[1] != database:
            raise InputRefused(
                f"{OWNER} menunjuk basis data {found[1]}, {APPLICATION} {database}."
            )
        if not found[2]:
            raise InputRefused(
                f"Peran {found[0]} tidak boleh membuat tabel: GRANT CREATE, USAGE ON "
                f"SCHEMA public TO {found[0]}."
            )
        for statement in GRANTS:
            owner.execute(sql.SQL(statement).format(sql.Identifier(role)))


def require_held(url: str) -> None:
    """Refuse a role that owns tables: policies do not hold an owner."""
    with _connected(url, APPLICATION) as application:
        _require_plain(application)


def _require_plain(con: psycopg.Connection) -> tuple[str, str]:
    """Refuse a role that row-level security does not hold; give it and its database."""
    if con.info.server_version < OLDEST_SERVER * PER_MAJOR:
        raise InputRefused(
            f"PostgreSQL {con.info.server_version // PER_MAJOR} terlalu tua; paling "
            f"tua {OLDEST_SERVER}."
        )
    found = con.execute(RIGHTS).fetchone()
    assert found is not None
    superuser, bypasses, role, database = found
    if superuser:
        why = "superuser"
    elif bypasses:
        why = "BYPASSRLS"
    elif borrowed := con.execute(BORROWED).fetchone():
        why = f"anggota {borrowed[0]}, yang tidak tunduk pada kebijakan baris"
    elif owned := con.execute(OWNED).fetchone():
        why = f"pemilik tabel {owned[0]}"
    else:
        return role, database
    raise InputRefused(
        f"Peran {role} di {APPLICATION} adalah {why}, sehingga batas antarlembaga tidak "
        "berlaku baginya; sebut peran biasa yang tidak memiliki tabel."
    )


def _connected(url: str, variable: str) -> psycopg.Connection:
    try:
        return psycopg.connect(url, connect_timeout=10)
    except psycopg.OperationalError as error:
        told = (str(error).strip().splitlines() or ["tanpa keterangan"])[-1].strip()
        raise InputRefused(f"Basis data di {variable} tidak menjawab: {told}") from None
