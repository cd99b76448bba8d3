"""Rows of many tables that hang on one case, read by one statement.

A case page shows something of a dozen tables, most of them empty for most cases. One
statement gives all of it, under row-level security like any other; institutions and
people that the rows name follow by one statement each.
"""

import json
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, Final

from django.db import connection
from django.db.models import ForeignKey, Model

from naungan.casework.accounts.models import Institution, User


NAMED: Final[tuple[type[Model], ...]] = (Institution, User)
"""What rows name and pages write out."""

Rows = dict[str, list[Any]]


def rows_of(case_id: int, models: Mapping[str, type[Model]]) -> Rows:
    """Give the rows of a case from each model, by its name, in the model's own order."""
    parts = [
        f"SELECT '{name}', to_jsonb(held)::text FROM {model._meta.db_table} held"  # noqa: S608, SLF001 (names of our own tables)
        " WHERE held.case_id = %s"
        for name, model in models.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [case_id] * len(parts))
        told = cursor.fetchall()
    found: Rows = {name: [] for name in models}
    for name, written in told:
        found[name].append(_made(models[name], json.loads(written)))
    for name, model in models.items():
        _sort(found[name], model)
    name_all(one for rows in found.values() for one in rows)
    return found


def name_all(rows: Iterable[Model]) -> None:
    """Give rows the institutions and people that they name, each by one statement."""
    held = list(rows)
    for model in NAMED:
        keys = [
            (one, field)
            for one in held
            for field in one._meta.concrete_fields  # noqa: SLF001 (the framework's own way)
            if isinstance(field, ForeignKey) and field.related_model is model
        ]
        wanted = {getattr(one, field.attname) for one, field in keys} - {None}
        known = model._default_manager.in_bulk(wanted) if wanted else {}  # noqa: SLF001
        for one, field in keys:
            field.set_cached_value(one, known.get(getattr(one, field.attname)))


def _made(model: type[Model], row: Mapping[str, Any]) -> Model:
    fields = model._meta.concrete_fields  # noqa: SLF001 (the framework's own way)
    values = [field.to_python(row[str(field.column)]) for field in fields]
    return model.from_db(connection.alias, [one.attname for one in fields], values)


def _sort(rows: list[Any], model: type[Model]) -> None:
    """Put rows in the order that their model has, the last key first."""
    for key in reversed(model._meta.ordering or ()):  # noqa: SLF001 (the framework's own way)
        name = str(key)
        rows.sort(key=attrgetter(name.removeprefix("-")), reverse=name.startswith("-"))
