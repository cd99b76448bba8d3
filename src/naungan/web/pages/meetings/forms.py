"""What is asked when a meeting is planned, and of everything that hangs on it."""

from collections.abc import Container, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.models import Institution
from naungan.casework.coordination.actions.events import EventPlan
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event
from naungan.lib.dates import month_text, parse_month
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.pages.meetings import words


CLOCK: Final = {"type": "time", "class": "short"}
MOST_MINUTES: Final = 24 * 60


class Clock(forms.TimeField):
    """A time of the day, as a browser offers it."""

    def __init__(self, **rest: Any) -> None:
        widget = forms.TimeInput(attrs=CLOCK, format="%H:%M")
        super().__init__(widget=widget, input_formats=["%H:%M", "%H.%M"], **rest)


class EventForm(forms.Form):
    """What, when and where; of a meeting of the past only what is known of its day."""

    use_required_attribute = False  # mistakes are summed up on the page
    title = forms.CharField(label=gettext_lazy("Judul"), max_length=250)
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Jenis"), widget=forms.CheckboxSelectMultiple
    )
    held_on = Day(label=gettext_lazy("Tanggal"), required=False)
    known = forms.CharField(
        label=gettext_lazy("Bila tanggalnya tidak diketahui"),
        max_length=30,
        required=False,
        help_text=gettext_lazy(
            "Tulis bulannya (mis. Juni 2024) atau tahunnya saja (2024). Tanggal tidak "
            "pernah dikira-kira."
        ),
    )
    date_reason = forms.CharField(
        label=gettext_lazy("Bila tanggalnya disimpulkan: dari mana"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Mis. Jumat (20/12) dalam berita 21 Desember 2024."),
    )
    begins_at = Clock(label=gettext_lazy("Mulai"), required=False)
    ends_at = Clock(label=gettext_lazy("Selesai"), required=False)
    venue = forms.CharField(
        label=gettext_lazy("Tempat"), max_length=200, required=False
    )
    city = forms.CharField(label=gettext_lazy("Kota"), max_length=100, required=False)
    region_code = RegionField(
        label=gettext_lazy("Wilayah yang dibicarakan"),
        help_text=gettext_lazy(
            "Nama atau kode Kemendagri; 00 untuk seluruh Indonesia."
        ),
        max_length=80,
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Topik"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    about = forms.CharField(
        label=gettext_lazy("Uraian"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, given: Any, initial: dict[str, Any]) -> None:
        """Offer the kinds and topics of the catalogues."""
        super().__init__(given, initial=initial)
        for name, known in (("kinds", "event_kinds"), ("topics", "themes")):
            self.fields[name].choices = words.options(known)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a day, or for what is known of it, and not for both."""
        found = super().clean() or {}
        day, known = found.get("held_on"), (found.get("known") or "").strip()
        if day and known:
            self.add_error("known", _("Isi tanggalnya, atau bulan dan tahunnya saja."))
        if known and not (known.isdecimal() or parse_month(known) is not None):
            self.add_error("known", _("Tulis bulan dan tahun, atau tahunnya saja."))
        return found

    def plan(self) -> EventPlan:
        """Give the event that was written."""
        found = self.cleaned_data
        same = ("title", "kinds", "topics", "region_code", "venue", "city")
        rest = ("begins_at", "ends_at", "about")
        return EventPlan(
            when=when_of(
                found.get("held_on"), found.get("known", ""), found["date_reason"]
            ),
            **{name: found[name] for name in (*same, *rest)},
        )


def when_of(day: date | None, known: str, reason: str) -> When:
    """Say what is known of a day."""
    if day is not None:
        return When(held_on=day, inferred=bool(reason.strip()), reason=reason)
    written = known.strip()
    if written.isdecimal():
        return When(year=int(written), reason=reason)
    month = parse_month(written) if written else None
    return When(month=month, reason=reason)


def known_of(event: Event) -> str:
    """Write what is known of a day that is not known whole."""
    if event.held_on is not None:
        return ""
    if event.month is not None:
        return month_text(event.month)
    return str(event.year or "")


def written(event: Event) -> dict[str, Any]:
    """Give an event as its form shows it."""
    same = (
        *("title", "kinds", "topics", "held_on", "date_reason", "begins_at", "ends_at"),
        *("venue", "city", "about"),
    )
    return {
        **{name: getattr(event, name) for name in same},
        "known": known_of(event),
        "region_code": event.region_code or "00",
    }


class ReasonForm(forms.Form):
    """Why something is called off or opened again."""

    use_required_attribute = False  # mistakes are summed up on the page
    reason = forms.CharField(label=gettext_lazy("Alasan"), max_length=300)


class PartyForm(forms.Form):
    """Which institutions take part, several at once, and as what."""

    use_required_attribute = False  # mistakes are summed up on the page
    party = forms.ModelMultipleChoiceField(
        Institution.objects.none(),
        label=gettext_lazy("Lembaga"),
        widget=forms.CheckboxSelectMultiple,
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Sebagai"), choices=words.chosen(words.PARTY_ROLES)
    )

    def __init__(
        self, given: Any, among: Sequence[Institution], before: Container[int] = ()
    ) -> None:
        """Offer institutions that do not take part yet; those of `before` are ticked."""
        ticked = [one.pk for one in among if one.pk in before]
        super().__init__(
            given, initial={"role": "invited", "party": ticked}, prefix="pihak"
        )
        field: Any = self.fields["party"]
        field.queryset = Institution.objects.filter(pk__in=[one.pk for one in among])
        field.choices = [(one.pk, one.name) for one in among]
        if ticked:
            field.help_text = _("Yang ikut rapat sebelumnya sudah dicentang.")


class HouseForm(forms.Form):
    """Which institution of this office is meant."""

    use_required_attribute = False  # mistakes are summed up on the page
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Lembaga"), empty_label="—"
    )

    def __init__(
        self, given: Any, among: QuerySet[Institution], likely: Institution | None
    ) -> None:
        """Offer the institutions of this office, the one of that name first."""
        super().__init__(given, initial={"institution": likely})
        self.fields["institution"].queryset = among  # type: ignore[attr-defined]


class OrganiserForm(forms.Form):
    """Who holds it, by name."""

    use_required_attribute = False  # mistakes are summed up on the page
    name = forms.CharField(label=gettext_lazy("Nama penyelenggara"), max_length=200)


class AgendaForm(forms.Form):
    """One point of the agenda."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = forms.CharField(label=gettext_lazy("Pokok"), max_length=300)
    speaker = forms.CharField(
        label=gettext_lazy("Pembawa"), max_length=200, required=False
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Menit"),
        min_value=1,
        max_value=MOST_MINUTES,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    theme = forms.ChoiceField(label=gettext_lazy("Tema"), required=False)

    def __init__(self, given: Any, initial: dict[str, Any] | None = None) -> None:
        """Offer the themes of the catalogue."""
        super().__init__(given, initial=initial)
        choices = [("", "—"), *words.options("themes")]
        self.fields["theme"].choices = choices  # type: ignore[attr-defined]


class GuestForm(forms.Form):
    """Somebody who comes, or came: a name, an office, or a group."""

    use_required_attribute = False  # mistakes are summed up on the page
    name = forms.CharField(label=gettext_lazy("Nama"), max_length=200, required=False)
    deputy = forms.ChoiceField(
        label=gettext_lazy("Penjabat"),
        required=False,
        choices=[("", "—"), *((one, one) for one in ("Pj", "Plt", "Plh", "Pjs"))],
    )
    position = forms.CharField(
        label=gettext_lazy("Jabatan"), max_length=200, required=False
    )
    home_name = forms.CharField(
        label=gettext_lazy("Lembaga asal"), max_length=200, required=False
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Peran"), choices=words.chosen(words.ROLES)
    )
    represents = forms.CharField(
        label=gettext_lazy("Mewakili"), max_length=300, required=False
    )
    is_group = forms.BooleanField(
        label=gettext_lazy("Kelompok, bukan satu orang"), required=False
    )
    head_count = forms.IntegerField(
        label=gettext_lazy("Banyaknya orang"),
        min_value=1,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )

    client_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a name or an office: somebody who is neither is nobody."""
        found = super().clean() or {}
        if not any(found.get(name) for name in ("name", "position", "home_name")):
            self.add_error("name", _("Tulis nama, jabatan, atau lembaganya."))
        if found.get("head_count") and not found.get("is_group"):
            self.add_error("head_count", _("Hanya kelompok yang dihitung."))
        return found


class LinkForm(forms.Form):
    """Which earlier event this one follows."""

    use_required_attribute = False  # mistakes are summed up on the page
    parent = forms.ModelChoiceField(
        Event.objects.none(), label=gettext_lazy("Kegiatan sebelumnya"), empty_label="—"
    )
    reason = forms.CharField(
        label=gettext_lazy("Dalam hal apa"), max_length=300, required=False
    )

    def __init__(self, given: Any, among: QuerySet[Event]) -> None:
        """Offer the events that may stand before it."""
        super().__init__(given)
        field = self.fields["parent"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = among
        field.label_from_instance = _name  # type: ignore[assignment]


def _name(event: Event) -> str:
    return f"{words.short_day(event)} · {event.title}"
