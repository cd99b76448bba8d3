"""What the key itself may do: the first thing that a new program asks."""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework import clock
from naungan.web.api.door import asks
from naungan.web.api.shapes import key as shapes
from naungan.web.programs.bearer import KeyRequest


TAG: Final = _("Kunci")


@asks(
    "key",
    "api.key",
    shapes.KeyAnswer,
    None,
    _("Yang boleh diminta kunci ini"),
    _("Lembaga, wilayah, wewenang, dan masa berlaku kunci ini."),
    TAG,
)
def key(request: KeyRequest) -> shapes.KeyAnswer:
    """Tell what the key may do."""
    token = request.token
    return shapes.KeyAnswer(
        name=token.name,
        institution=token.institution.name,
        region_code=token.region_code,
        powers=sorted(request.scope.powers),
        expires_on=clock.local_day(token.expires_at),
    )
