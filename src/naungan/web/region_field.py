"""A form's field for a region: its code, or its name as people write it."""

from typing import Final

from django import forms
from django.utils.translation import gettext as _

from naungan.lib import region_search, regions


COUNTRY: Final = "00"


class RegionField(forms.CharField):
    """Read a region; its value is the dotted code, empty for the whole country or none."""

    def clean(self, value: str) -> str:
        """Find the one region that is meant, or say which it could be."""
        written = super().clean(value).strip()
        if not written and not self.required:
            return ""
        if written == COUNTRY:
            return ""
        region = regions.by_code(written) or region_search.resolve(written)
        if region is not None:
            return region.code
        found = region_search.find(written)
        if not found:
            raise forms.ValidationError(_("Tidak ada wilayah “%s”.") % written)
        meant = "; ".join(
            one.region.code + " " + full_name(one.region.code) for one in found
        )
        raise forms.ValidationError(
            _("Tulis kodenya. Mungkin maksud Anda: %s.") % meant
        )


def full_name(code: str) -> str:
    """Name a region with what it lies in; the country for an empty code."""
    if not code:
        return "Indonesia"
    return ", ".join(region.name for region in reversed(regions.chain(code)))
