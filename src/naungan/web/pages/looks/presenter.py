"""The logs in words, for pages and for files."""

from typing import Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.casework.audit.models import Act, Look


VERBS: Final[dict[str, Promise | str]] = {
    "accept": _("menerima"),
    "appoint": _("menugaskan"),
    "change": _("mengubah"),
    "close": _("menutup"),
    "end": _("mengakhiri"),
    "erase": _("menghapus"),
    "export": _("mengunduh"),
    "found": _("mendirikan"),
    "invite": _("mengundang"),
    "open": _("membuka"),
    "prune": _("memangkas"),
    "publish": _("menerbitkan"),
    "verify": _("memeriksa"),
    "withdraw": _("menarik"),
}
NOUNS: Final[dict[str, Promise | str]] = {
    "act": _("catatan perbuatan"),
    "appointment": _("penugasan"),
    "coverage": _("kepesertaan"),
    "institution": _("lembaga"),
    "invitation": _("undangan"),
    "links": _("hubungan kepesertaan"),
    "log": _("catatan"),
    "look": _("catatan penglihatan"),
    "members": _("peserta"),
    "person": _("orang"),
    "person_findings": _("temuan orang"),
    "person_lineage": _("asal-usul orang"),
    "person_rows": _("baris sumber orang"),
    "persons": _("orang dalam potret"),
    "processing": _("catatan pemrosesan"),
    "publication": _("potret"),
    "session": _("sesi"),
    "user": _("pengguna"),
}
LOOK_HEADER: Final = (
    *("nomor", "saat", "oleh", "lembaga", "benda", "nomor_benda"),
    *("keperluan", "nik_dibuka", "baris"),
)
ACT_HEADER: Final = (
    *("nomor", "saat", "oleh", "lembaga", "perbuatan", "benda", "nomor_benda"),
    *("rincian", "sidik_sebelumnya", "sidik"),
)


def verb(code: str) -> str:
    """Name a verb; one without words keeps its code."""
    return str(VERBS.get(code, code))


def noun(code: str) -> str:
    """Name a kind of thing; one without words keeps its code."""
    return str(NOUNS.get(code, code))


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
