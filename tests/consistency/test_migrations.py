"""The tables that migrations lay are those that the models describe."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation


assert HOME
OURS = {
    "accounts",
    "audit",
    "collection",
    "commitments",
    "coordination",
    "correspondence",
    "fieldwork",
    "intake",
    "protection",
    "regions",
    "review",
}


def test_no_migration_is_missing():
    loader = MigrationLoader(None)
    with translation.override(None):  # labels as they are written, as in migrations
        described = ProjectState.from_apps(apps)
        found = MigrationAutodetector(loader.project_state(), described)
        changes = found.changes(loader.graph)
    assert not {app: changes[app][0].operations for app in OURS & set(changes)}
