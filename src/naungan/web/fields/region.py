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
        region = (
            regions.by_code(written)
            or by_full_name(written)
            or region_search.resolve(written, **where)
        )
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

    def prepare_value(self, value: Any) -> Any:
        """Show a code by the full name of its region, which is read back as well."""
        if not isinstance(value, str) or regions.by_code(value) is None:
            return value
        named = full_name(value)
        fits = self.max_length is None or len(named) <= self.max_length
        return named if fits and by_full_name(named) else value

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


def by_full_name(written: str) -> regions.Region | None:
    """Give the region that `full_name` writes so; None for any other text."""
    found: regions.Region | None = None
    for name in reversed([part.strip().casefold() for part in written.split(",")]):
        inside = (
            regions.children(found.code) if found else regions.within(None, "province")
        )
        meant = [one for one in inside if one.name.casefold() == name]
        if len(meant) != 1:
            return None
        found = meant[0]
    return found
