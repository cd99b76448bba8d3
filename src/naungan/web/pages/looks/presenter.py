"""The logs as tables of a file."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from naungan.casework.audit.models import Act, Look
from naungan.web import log_words
from naungan.web.download import Column, Sheet


def look_sheet(rows: Iterable[Look]) -> Sheet:
    """Give looks as a table."""
    columns = (
        *(Column(_("Nomor"), "number"), Column(_("Saat"), "date"), Column(_("Oleh"))),
        *(Column(_("Lembaga")), Column(_("Benda")), Column(_("Nomor benda"), "code")),
        *(
            Column(_("Keperluan")),
            Column(_("NIK dibuka")),
            Column(_("Baris"), "number"),
        ),
    )
    return Sheet("look", _("Penglihatan"), (), columns, map(_look_cells, rows))


def act_sheet(rows: Iterable[Act]) -> Sheet:
    """Give acts as a table, hashes included, for an auditor."""
    columns = (
        *(Column(_("Nomor"), "number"), Column(_("Saat"), "date"), Column(_("Oleh"))),
        *(Column(_("Lembaga")), Column(_("Perbuatan")), Column(_("Benda"))),
        *(Column(_("Nomor benda"), "code"), Column(_("Kode"), "code")),
        *(Column(_("Keperluan")), Column(_("Rincian"))),
        *(Column(_("Sidik sebelumnya"), "code"), Column(_("Sidik"), "code")),
    )
    return Sheet("act", _("Perbuatan"), (), columns, map(_act_cells, rows))


def _look_cells(one: Look) -> tuple[object, ...]:
    who, where = one.user, one.institution
    return (
        *(one.pk, _at(one), who and who.name, where and where.name),
        *(log_words.noun(one.noun), one.noun_id, log_words.purpose(one.purpose)),
        *(_("ya") if one.unmasked else _("tidak"), one.rows),
    )


def _act_cells(one: Act) -> tuple[object, ...]:
    who, where = one.user, one.institution
    details = json.dumps(one.details, ensure_ascii=False, sort_keys=True)
    return (
        *(one.pk, _at(one), who and who.name, where and where.name),
        *(log_words.verb(one.verb), log_words.noun(one.noun), one.noun_id),
        *(f"{one.verb} {one.noun}", log_words.why(one.details), details),
        *(one.previous_hash, one.hash),
    )


def _at(one: Act | Look) -> datetime:
    """Give the moment by the real clock, whatever day a story stands on."""
    return timezone.make_naive(one.at)
