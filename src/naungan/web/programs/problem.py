"""How the interface for programs says no: RFC 9457, in the reader's language."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import JsonResponse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy as _


CONTENT_TYPE: Final = "application/problem+json"


@dataclass(frozen=True)
class Kind:
    """One kind of refusal: its status, its code for programs, its words for people."""

    status: int
    code: str
    title: str | Promise


NO_KEY: Final = Kind(401, "no-key", _("Kunci API tidak ada atau tidak berlaku."))
NO_POWER: Final = Kind(403, "no-power", _("Kunci ini tidak memuat wewenang untuk ini."))
REFUSED: Final = Kind(403, "refused", _("Perbuatan ini ditolak."))
OUTSIDE: Final = Kind(403, "outside", _("Wilayah ini di luar wilayah kunci."))
NOT_FOUND: Final = Kind(404, "not-found", _("Tidak ada yang seperti ini."))
NO_METHOD: Final = Kind(405, "no-method", _("Cara meminta ini tidak ada di sini."))
TOO_LARGE: Final = Kind(413, "too-large", _("Kiriman ini terlalu besar."))
WRONG: Final = Kind(422, "wrong-question", _("Permintaan ini tidak dapat dibaca."))
TOO_MANY: Final = Kind(429, "too-many", _("Terlalu sering bertanya; tunggu sebentar."))
NO_SNAPSHOT: Final = Kind(503, "no-snapshot", _("Potret sedang tidak dapat dibaca."))
EVERY: Final = (
    *(NO_KEY, NO_POWER, REFUSED, OUTSIDE, NOT_FOUND, NO_METHOD, TOO_LARGE),
    *(WRONG, TOO_MANY, NO_SNAPSHOT),
)
"""Every kind, for the reference page."""


class Problem(Exception):  # noqa: N818 (it is an answer, not an accident)
    """A refusal on its way to whoever asked."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(detail or str(kind.title))
        self.kind, self.detail = kind, detail


def problem(kind: Kind, detail: str = "", **more: Any) -> JsonResponse:
    """Answer with a refusal; `more` are further members that programs may read."""
    content = {
        "type": f"urn:naungan:{kind.code}",
        "title": str(kind.title),
        "status": kind.status,
        "detail": gettext(detail) if detail else str(kind.title),
        **more,
    }
    made = JsonResponse(
        content,
        status=kind.status,
        content_type=CONTENT_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    made["Content-Language"] = get_language() or "id"
    if kind is NO_KEY:
        made["WWW-Authenticate"] = "Bearer"
    return made
