"""The book of promises as a table to take away."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import queries, wording
from naungan.casework.commitments.indicator import all_indicators, unit_label
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries import Sought, lists
from naungan.web.download import Column, Sheet
from naungan.web.fields.region import full_name
from naungan.web.language import spoken
from naungan.web.pages.promises import words


AT_A_TIME = 500


def book(scope: Scope, sought: Sought, today: date, narrowed: str = "") -> Sheet:
    """Give the promises sought with what is claimed and what is measured.

    `narrowed` says in words which of them the page shows.
    """
    place = full_name(sought.region) if sought.region else _("semua wilayah")
    return Sheet(
        code="commitments",
        title=_("Buku janji"),
        meta=(place, *([narrowed] if narrowed else []), _("per %s") % words.day(today)),
        columns=(
            Column(_("Nomor"), "number"),
            Column(_("Apa yang dijanjikan")),
            Column(_("Rapat")),
            Column(_("Dijanjikan"), "date"),
            Column(_("Pemilik")),
            Column(_("Kode wilayah"), "code"),
            Column(_("Jatuh tempo"), "date"),
            Column(_("Batas semula"), "date"),
            Column(_("Keadaan")),
            Column(_("Diklaim")),
            Column(_("Ukuran")),
            Column(_("Angka awal"), "number"),
            Column(_("Sasarannya"), "number"),
            Column(_("Terukur"), "number"),
            Column(_("Data sampai"), "date"),
            Column(_("Kemajuan"), "percent"),
            Column(_("Kata data")),
        ),
        rows=_rows(scope, sought, today),
        notes=(
            _(
                "Terukur: dibaca dari data. Diklaim: dinyatakan orang; tidak mengubah angka."
            ),
        ),
    )


def _rows(scope: Scope, sought: Sought, today: date) -> Iterator[Sequence[object]]:
    found = queries.sift(queries.sights(scope), sought, today)
    kept = lists.with_promises(found).order_by("due_on", "commitment_id")
    for seen in kept.iterator(AT_A_TIME):
        yield _cells(seen.commitment, today)


def _cells(one: Commitment, today: date) -> Sequence[object]:
    read = queries.line(one, today)
    return (
        one.pk,
        one.what,
        one.event.title if one.event else None,
        one.promised_on,
        wording.owner(one),
        one.region_code or None,
        one.due_on,
        one.first_due_on,
        words.standing(read.standing),
        words.claim(one.told),
        _measure(one.indicator),
        one.baseline,
        one.target,
        one.value,
        one.as_of,
        read.progress,
        words.verdict(one.verdict) if one.told else None,
    )


def _measure(code: str) -> str | None:
    """Name an indicator with its unit, since figures of all kinds stand in one column."""
    known = all_indicators().get(code)
    if known is None:
        return code or None
    return f"{known.said(spoken())[0]} ({unit_label(known.unit, spoken())})"
