"""What may be done with an event now, as the buttons of its page."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.web.pages.meetings.place import Place


AT_TABLE: Final = ("held",)
BEFORE: Final = ("planned", "invited")
OVER: Final = ("cancelled", "merged")


@dataclass(frozen=True)
class Button:
    """A way on: a page, or a form that is sent at once where `verb` says so."""

    label: str
    address: str
    is_primary: bool = False
    is_post: bool = False


def buttons(place: Place) -> list[Button]:
    """Give what the keeper of an event may do next, the likeliest first."""
    event = place.event
    if not place.keeps or event.state in OVER:
        return []
    found: list[Button] = []
    if event.state in AT_TABLE:
        found += _at_table(place)
    elif event.state in BEFORE and not waits_for_its_day(place):
        found.append(Button(_("Mulai rapat"), _to("hold", place), is_primary=True))
    elif event.state == "draft":
        label = _("Jadikan rencana")
        found.append(
            Button(label, _to("confirm", place), is_primary=True, is_post=True)
        )
    if place.may_reopen:
        label = _("Buka kembali notulen")
        found.append(Button(label, reverse("minutes.reopen", args=[event.pk])))
    if place.may_write:
        found.append(Button(_("Ubah"), _to("change", place)))
    if event.state in (*BEFORE, "draft"):
        found.append(Button(_("Batalkan kegiatan"), _to("cancel", place)))
    return found


def waits_for_its_day(place: Place) -> bool:
    """Tell whether a meeting that could begin is kept from it by its day."""
    held_on = place.event.held_on
    is_ahead = held_on is not None and held_on > clock.today()
    return place.keeps and place.event.state in BEFORE and is_ahead


def _at_table(place: Place) -> list[Button]:
    """Go to the table, and once the meeting is over to its minutes first."""
    table, is_over = _to("table", place), place.event.ended_at is not None
    found = [Button(_("Meja rapat"), table, is_primary=not is_over)]
    if is_over:
        minutes = reverse("minutes.versions", args=[place.event.pk])
        found.insert(0, Button(_("Susun notulen"), minutes, is_primary=True))
    return found


def _to(name: str, place: Place) -> str:
    return reverse(f"meetings.{name}", args=[place.event.pk])
