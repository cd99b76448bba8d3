"""The logs as rows of a file."""

from typing import Final

from django.utils import timezone

from naungan.casework.audit.models import Act, Look


LOOK_HEADER: Final = (
    *("nomor", "saat", "oleh", "lembaga", "benda", "nomor_benda"),
    *("keperluan", "nik_dibuka", "baris"),
)
ACT_HEADER: Final = (
    *("nomor", "saat", "oleh", "lembaga", "perbuatan", "benda", "nomor_benda"),
    *("rincian", "sidik_sebelumnya", "sidik"),
)


def look_cells(one: Look) -> tuple[object, ...]:
    """Give a look as the cells of a row."""
    who, where = one.user, one.institution
    return (
        *(one.pk, timezone.localtime(one.at).isoformat(), who and who.name),
        *(where and where.name, one.noun, one.noun_id, one.purpose),
        *("ya" if one.unmasked else "tidak", one.rows),
    )


def act_cells(one: Act) -> tuple[object, ...]:
    """Give an act as the cells of a row, hashes included, for an auditor."""
    who, where = one.user, one.institution
    return (
        *(one.pk, timezone.localtime(one.at).isoformat(), who and who.name),
        *(where and where.name, one.verb, one.noun, one.noun_id),
        *(one.details, one.previous_hash, one.hash),
    )
