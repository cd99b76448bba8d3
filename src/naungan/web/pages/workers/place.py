"""The region of a page: one's own or one below, with the snapshot that shows it."""

from dataclasses import dataclass
from typing import Final

from django.http import Http404

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.lib import region_words, regions
from naungan.lib.regions import Region


LEVELS: Final = ("province", "regency", "district", "village")


@dataclass(frozen=True)
class Place:
    """A region in reach and its newest snapshot; None where nothing was published."""

    code: str
    region: Region | None
    publication: Publication | None

    @property
    def is_village(self) -> bool:
        """Tell whether this is a village, whose whole list may be taken away."""
        return self.code.count(".") == len(LEVELS) - 1

    @property
    def name(self) -> str:
        """Name the region, a village with the word that is used there."""
        if self.region is None:
            return "Indonesia" if not self.code else self.code
        if self.is_village:
            word = region_words.village_word(self.code).capitalize()
            return f"{word} {self.region.name}"
        return self.region.name

    @property
    def above(self) -> list[Region]:
        """Give what the region lies in, from the country down."""
        return list(regions.chain(self.code)[:-1]) if self.region else []


def inside(scope: Scope, code: str) -> bool:
    """Tell whether a region is one's own or below it."""
    own = scope.region_code
    return regions.lies_in(code, own)


def of(scope: Scope, code: str) -> Place:
    """Give a region in reach; what is out of reach or unknown does not exist."""
    if not inside(scope, code) or (code and regions.by_code(code) is None):
        raise Http404
    return Place(code, regions.by_code(code), door.newest(code))


def name_of(code: str) -> str:
    """Name a region without asking what is known of it."""
    found = regions.by_code(code)
    return found.name if found else code


def published_inside(scope: Scope) -> list[Place]:
    """Give the regions in reach that have a snapshot of their own."""
    return [
        of(scope, one.region_code)
        for one in door.published_regions()
        if inside(scope, one.region_code)
    ]
