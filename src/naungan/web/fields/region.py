"""A form's field for a region: its code, or its name as people write it."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from naungan.lib import region_search, regions


COUNTRY: Final = "00"


class RegionField(forms.CharField):
    """Read a region; its value is the dotted code, empty for the whole country or none.

    Names are looked for, and codes taken, only `inside` a region and of one `level`,
    where these are set.
    """

    inside: str = ""
    level: regions.Level | None = None

    def clean(self, value: str) -> str:
        """Find the one region that is meant, or say which it could be."""
        written = super().clean(value).strip()
        if not written and not self.required:
            return ""
        if written == COUNTRY and not self.inside:
            return ""
        where: Any = {"level": self.level, "inside": self.inside or None}
        region = regions.by_code(written) or region_search.resolve(written, **where)
        if region is not None and self._takes(region):
            return region.code
        found = region_search.find(written, **where)
        if not found:
            raise forms.ValidationError(self._missing(written))
        meant = "; ".join(
            one.region.code + " " + full_name(one.region.code) for one in found
        )
        raise forms.ValidationError(
            _("Tulis kodenya. Mungkin maksud Anda: %s.") % meant
        )

    def _takes(self, region: regions.Region) -> bool:
        of_level = self.level in (None, region.level)
        return of_level and regions.lies_in(region.code, self.inside)

    def _missing(self, written: str) -> str:
        if not self.inside:
            return _("Tidak ada wilayah “%s”.") % written
        return _("Tidak ada “%(written)s” di %(region)s.") % {
            "written": written,
            "region": full_name(self.inside),
        }


def full_name(code: str) -> str:
    """Name a region with what it lies in; the country for an empty code."""
    if not code:
        return "Indonesia"
    return ", ".join(region.name for region in reversed(regions.chain(code)))
