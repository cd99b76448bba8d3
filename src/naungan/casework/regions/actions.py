"""Acts on targets and printed figures: setting, taking back, accepting with a note."""

from decimal import Decimal
from typing import Final

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts import access
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.regions.models import AcceptedFigure, TargetSeries, TargetValue
from naungan.casework.regions.printed import Alarm
from naungan.lib import regions
from naungan.lib.dates import month_text


HUNDRED: Final = 100


def set_target(
    *,
    by: Scope,
    name: str,
    basis: str,
    source: str,
    source_url: str,
    region_code: str,
    segment: str,
    month: int,
    percent: Decimal,
) -> TargetValue:
    """Set what a series of one's own institution wants of a region by a month.

    A later value for the same region, segment and month takes the earlier one's
    place; the earlier one stays as history.
    """
    _check(by=by, region_code=region_code)
    if not 0 < percent <= HUNDRED:
        raise ActRefused("Target lebih dari 0 dan paling tinggi 100 persen.")
    with transaction.atomic():
        series, _ = TargetSeries.objects.update_or_create(
            institution_id=by.institution_id,
            name=name,
            defaults={"basis": basis, "source": source, "source_url": source_url},
        )
        value = _written(by, series, region_code, segment, month, percent)
        _record(by, "set", value)
    return value


def withdraw_target(*, by: Scope, value: TargetValue) -> TargetValue:
    """Take a target of one's own institution back; its history stays."""
    _check(by=by, region_code=value.region_code)
    if value.institution_id != by.institution_id:
        raise ActRefused("Deret ini milik lembaga lain.")
    with transaction.atomic():
        gone = _written(
            by, value.series, value.region_code, value.segment, value.month, None
        )
        _record(by, "withdraw", gone)
    return gone


def accept_figure(*, by: Scope, alarm: Alarm, note: str) -> AcceptedFigure:
    """Accept a printed figure that does not divide, and say why."""
    _check(by=by, region_code=alarm.region_code)
    with transaction.atomic():
        accepted = AcceptedFigure.objects.create(
            institution_id=by.institution_id,
            region_code=alarm.region_code,
            as_of=alarm.as_of,
            segment=alarm.segment,
            source_url=alarm.source_url,
            note=note,
            accepted_by_id=by.user_id,
        )
        act.record(
            by=by,
            verb="accept",
            noun="printed_figure",
            noun_id=accepted.pk,
            region=alarm.region_code,
            printed=str(alarm.printed),
            computed=str(alarm.computed),
        )
    return accepted


def _check(*, by: Scope, region_code: str) -> None:
    access.check_power(by=by, power="set_targets")
    own = by.region_code
    inside = regions.lies_in(region_code, own)
    if not inside:
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def _written(
    by: Scope,
    series: TargetSeries,
    region_code: str,
    segment: str,
    month: int,
    percent: Decimal | None,
) -> TargetValue:
    return TargetValue.objects.create(
        series=series,
        institution_id=by.institution_id,
        region_code=region_code,
        segment=segment,
        month=month,
        percent=percent,
        set_by_id=by.user_id,
    )


def _record(by: Scope, verb: str, value: TargetValue) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="target",
        noun_id=value.pk,
        series=value.series.name,
        region=value.region_code,
        segment=value.segment,
        month=month_text(value.month),
        percent=None if value.percent is None else str(value.percent),
    )
