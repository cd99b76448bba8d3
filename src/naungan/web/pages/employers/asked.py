"""What an address asks of the list of employers: filters, order, page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from naungan.casework.intake.employers import Sought
from naungan.lib import regions
from naungan.lib.numbers import is_number
from naungan.web.pages.employers.words import FINDING, ORDER, SCALE


DISTRICT_PARTS: Final = 3
LONGEST_NAME: Final = 80
MOST_PAGES: Final = 100_000


@dataclass(frozen=True)
class Asked:
    """The question of an address, with everything that is no answer left out."""

    finding: str | None = None
    scale: str | None = None
    district: str = ""
    name: str = ""
    order: str = "score"
    page: int = 1

    @property
    def sought(self) -> Sought:
        """Say the filters as the snapshot's door does."""
        return Sought(
            code=self.finding, scale=self.scale, region=self.district, name=self.name
        )


def asked(query: Mapping[str, str]) -> Asked:
    """Read the question of an address; what nobody offers is not asked."""
    page = query.get("hal", "")
    district = regions.by_code(query.get("kecamatan", ""))
    is_district = bool(district and len(district.code.split(".")) == DISTRICT_PARTS)
    return Asked(
        finding=_one_of(query.get("temuan"), FINDING),
        scale=_one_of(query.get("skala"), SCALE),
        district=district.code if district and is_district else "",
        name=query.get("nama", "").strip()[:LONGEST_NAME],
        order=_one_of(query.get("urut"), ORDER) or "score",
        page=min(max(int(page), 1), MOST_PAGES) if is_number(page) else 1,
    )


def _one_of(value: str | None, known: Mapping[str, object]) -> str | None:
    return value if value in known else None
