"""A rule counts while it is in force, in its region and those below."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.commitments.extent import Extent
from naungan.casework.coordination.models import PolicyInstrument


def rule(desks, number, region="16.04", kind="se", **days):
    return PolicyInstrument.objects.create(
        institution_id=desks.branch.institution_id,
        kind=kind,
        number=number,
        year=2026,
        title="Contoh",
        region_code=region,
        issuer="Bupati Rekaan",
        **days,
    )


def test_a_rule_of_the_kind_counts_from_its_first_day_to_its_last(
    promise, proves, desks
):
    rule(desks, "1/2026", kind="perda")
    rule(desks, "2/2026", expires_on=date(2026, 10, 1))
    rule(desks, "3/2026", in_force_on=date(2027, 1, 1))
    rule(desks, "4/2026", region="16.05")
    one = promise(
        indicator="policies_in_force",
        extent=Extent(instrument="se"),
        region_code="16.04",
        target=many(1),
    )
    assert one.value == 0
    more = []

    def expire():
        found = PolicyInstrument.objects.filter(pk=more[0].pk)
        found.update(expires_on=date(2026, 10, 30))

    proves(one, good=lambda: more.append(rule(desks, "5/2026", "16.04.10")), bad=expire)
    assert one.measurements.order_by("pk")[1].parts["numbers"] == ["5/2026"]
