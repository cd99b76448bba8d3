"""Figures that were printed, checked against the counts beside them."""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.regions import printed
from naungan.web.api import reach
from naungan.web.api.door import asks
from naungan.web.api.reach import RegionQuery
from naungan.web.api.shapes import figures as shapes
from naungan.web.programs.bearer import KeyRequest


TAG: Final = _("Angka")


@asks(
    *("printed", "api.printed", shapes.Printed, "see_coverage"),
    *(
        _("Angka terbitan yang tidak cocok"),
        _(
            "Persentase yang pernah diterbitkan dan yang dibantah oleh jumlah di sampingnya."
        ),
        TAG,
    ),
)
def alarms(request: KeyRequest, region: RegionQuery = None) -> shapes.Printed:
    """List printed percentages that their own counts contradict."""
    code = reach.known(region).code if region else request.scope.region_code
    rows = [_alarm(one) for one in printed.alarms(code)]
    return shapes.Printed(checked=printed.answer().checked, rows=rows)


def _alarm(one: printed.Alarm) -> shapes.Alarm:
    same = ("region_code", "region_name", "as_of", "segment", "covered", "denominator")
    return shapes.Alarm(
        **{name: getattr(one, name) for name in (*same, "reason", "source_url")},
        printed_percent=float(one.printed),
        computed_percent=float(one.computed),
    )
