"""What a page understood of a file, kept in the page itself until it is said "do it".

It comes back signed: nobody can change it between the look and the act, and it belongs
to one person and one address. Nothing of the file is kept here meanwhile.
"""

from typing import Any, Final

from django.core import signing
from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused
from naungan.web.request import ScopedRequest


FIELD: Final = "kept"
LASTS: Final = 3600  # seconds in which what was looked at may be done
SALT: Final = "naungan.kept"
OLD: Final = _("Berkas ini sudah terlalu lama dilihat; unggah sekali lagi.")


def keep(request: ScopedRequest, told: Any) -> str:
    """Sign what was understood, for a hidden field of the page."""
    return signing.dumps(told, salt=_salt(request), compress=True)


def kept(request: ScopedRequest) -> Any:
    """Give what the page had understood; refuses what is too old or another's."""
    try:
        return signing.loads(request.POST[FIELD], salt=_salt(request), max_age=LASTS)
    except signing.BadSignature as fault:
        raise ActRefused(OLD) from fault


def is_asked(request: ScopedRequest) -> bool:
    """Tell whether the page comes back with what it had understood."""
    return request.method == "POST" and FIELD in request.POST


def _salt(request: ScopedRequest) -> str:
    return (
        f"{SALT} {request.scope.user_id} {request.scope.institution_id} {request.path}"
    )
