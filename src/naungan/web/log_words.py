"""The verbs and nouns of the logs in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


VERBS: Final[dict[str, Promise | str]] = {
    "accept": _("menerima"),
    "appoint": _("menugaskan"),
    "change": _("mengubah"),
    "close": _("menutup"),
    "download": _("mengunduh"),
    "end": _("mengakhiri"),
    "erase": _("menghapus"),
    "found": _("mendirikan"),
    "invent": _("merekakan"),
    "invite": _("mengundang"),
    "issue": _("mengeluarkan"),
    "open": _("membuka"),
    "prune": _("memangkas"),
    "publish": _("menerbitkan"),
    "share": _("membagikan"),
    "revoke": _("mencabut"),
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
    "sharing": _("aturan berbagi data"),
    "token": _("kunci API"),
    "user": _("pengguna"),
}


def verb(code: str) -> str:
    """Name a verb; one without words keeps its code."""
    return str(VERBS.get(code, code))


def noun(code: str) -> str:
    """Name a kind of thing; one without words keeps its code."""
    return str(NOUNS.get(code, code))
