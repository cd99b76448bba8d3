"""What a search asks, and the places where words were found as the page shows them."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.commitments.queries.said import Hit
from naungan.web.fields.region import RegionField
from naungan.web.pages.meetings import words


KINDS: Final = {
    "event": gettext_lazy("Kegiatan"),
    "agenda": gettext_lazy("Agenda"),
    "attendance": gettext_lazy("Hadir"),
    "statement": gettext_lazy("Pernyataan"),
    "recommendation": gettext_lazy("Rekomendasi"),
    "obstacle": gettext_lazy("Kendala"),
    "figure": gettext_lazy("Angka"),
    "commitment": gettext_lazy("Komitmen"),
}
IN_RESULTS: Final = ("statement", "recommendation", "obstacle", "figure")


class Words(forms.Form):
    """What to look for, in which kind of note, and where."""

    q = forms.CharField(
        label=gettext_lazy("Kata"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Tanda kutip mengikat beberapa kata; tanda minus mengecualikan kata."
        ),
    )
    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis"),
        required=False,
        choices=[("", gettext_lazy("Semua")), *KINDS.items()],
    )
    wilayah = RegionField(label=gettext_lazy("Wilayah"), max_length=80, required=False)

    def wanted(self) -> dict[str, Any]:
        """Give what was asked; a wrong choice counts as none."""
        found = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if self.is_bound and not found:
            found = getattr(self, "cleaned_data", {})
        return {
            "words": found.get("q", "").strip(),
            "kind": found.get("jenis", ""),
            "region_code": found.get("wilayah", ""),
        }


@dataclass(frozen=True)
class Line:
    """One place where words were found."""

    kind: str
    pieces: list[tuple[str, bool]]
    title: str
    day: str
    address: str


def line(hit: Hit) -> Line:
    """Arrange one place."""
    return Line(
        kind=str(KINDS[hit.kind]),
        pieces=hit.pieces,
        title=hit.title or _("tanpa kegiatan"),
        day=words.on(hit.held_on),
        address=_address(hit),
    )


def _address(hit: Hit) -> str:
    if hit.kind == "commitment":
        return reverse("promises.one", args=[hit.number])
    if hit.event_id is None:
        return reverse("obstacles")
    name = "meetings.results" if hit.kind in IN_RESULTS else "meetings.one"
    return reverse(name, args=[hit.event_id])
