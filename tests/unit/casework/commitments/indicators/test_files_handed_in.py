"""Files handed in are counted by their series, once in use."""

from datetime import UTC, date, datetime

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.accounts import scope
from naungan.casework.commitments.extent import Extent
from naungan.casework.intake.models import Batch, Series


def handed_in(desks, region, state="approved", on=date(2026, 10, 1)):
    scope.enter(desks.branch)
    here = desks.branch.institution_id
    series, _ = Series.objects.get_or_create(
        institution_id=here, kind="workers", region_code=region
    )
    return Batch.objects.create(
        series=series,
        institution_id=here,
        number=series.batches.count() + 1,
        mode="replace",
        state=state,
        name="daftar.csv",
        size=1,
        sha256="0" * 64,
        month=2026 * 12 + 8,
        decided_at=datetime(on.year, on.month, on.day, 3, tzinfo=UTC),
    )


def test_each_series_counts_once_while_a_file_of_it_is_in_use(promise, proves, desks):
    handed_in(desks, "16.04.10.2003", state="replaced")
    handed_in(desks, "16.04.10.2003")
    handed_in(desks, "16.05")
    handed_in(desks, "16.04.10.2005", on=date(2026, 9, 1))
    one = promise(
        indicator="files_handed_in",
        extent=Extent(),
        region_code="16.04",
        target=many(2),
    )
    assert one.value == 1
    more = []
    proves(
        one,
        good=lambda: more.append(handed_in(desks, "16.04.10.2004")),
        bad=lambda: Batch.objects.filter(pk=more[0].pk).update(state="withdrawn"),
    )
