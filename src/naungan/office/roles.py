"""Who may do what in the database: an owner that migrates, an application that works.

Neither is a superuser. The application owns no table, so row-level security
holds for it and no trigger can be switched off by it.
"""

from typing import Final
from urllib.parse import quote

import psycopg
from psycopg import sql

from naungan.office.home import Home
from naungan.office.postgres import PORT, SUPERUSER, Cluster


DATABASE: Final = "naungan"
OWNER: Final = "naungan_owner"
APPLICATION: Final = "naungan_app"


def url(cluster: Cluster, role: str, database: str = DATABASE) -> str:
    """Give the address of the database for a role, with its password."""
    password = quote(cluster.home.secret(_secret(role)), safe="")
    folder = quote(str(cluster.socket_folder), safe="")
    return f"postgresql://{role}:{password}@{folder}:{PORT}/{database}"


def ensure(cluster: Cluster, database: str = DATABASE) -> None:
    """Make both roles and the database where they are missing; change nothing else."""
    with psycopg.connect(url(cluster, SUPERUSER, "postgres"), autocommit=True) as con:
        for role in (OWNER, APPLICATION):
            _ensure_role(con, cluster.home, role)
        found = con.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        if found.fetchone() is None:
            con.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(database), sql.Identifier(OWNER)
                )
            )
    with psycopg.connect(url(cluster, SUPERUSER, database), autocommit=True) as con:
        _grant(con, database)


def recreate(cluster: Cluster, database: str = DATABASE) -> None:
    """Drop the database with everything in it and make it empty again."""
    with psycopg.connect(url(cluster, SUPERUSER, "postgres"), autocommit=True) as con:
        con.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(database)
            )
        )
    ensure(cluster, database)


def _ensure_role(con: psycopg.Connection, home: Home, role: str) -> None:
    found = con.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    verb = sql.SQL("ALTER ROLE" if found else "CREATE ROLE")
    con.execute(
        sql.SQL(
            "{} {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD {}"
        ).format(verb, sql.Identifier(role), sql.Literal(home.secret(_secret(role))))
    )


def _grant(con: psycopg.Connection, database: str) -> None:
    """Let the application use what the owner will make, and make nothing itself."""
    names = {
        "database": sql.Identifier(database),
        "owner": sql.Identifier(OWNER),
        "application": sql.Identifier(APPLICATION),
    }
    for statement in (
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {database} TO {application}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "ALTER SCHEMA public OWNER TO {owner}",
        "GRANT USAGE ON SCHEMA public TO {application}",
        (
            "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public "
            "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {application}"
        ),
        (
            "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public "
            "GRANT USAGE, SELECT ON SEQUENCES TO {application}"
        ),
    ):
        con.execute(sql.SQL(statement).format(**names))


def _secret(role: str) -> str:
    return f"postgres-{'superuser' if role == SUPERUSER else role}"
