"""An event with its parties, agenda, legal bases, sources, papers and place in a chain."""

from typing import ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.coordination.states import EVENT


CERTAINTIES: Final = {
    "printed": "tercetak lengkap",
    "inferred": "disimpulkan",
    "month": "hanya bulannya",
    "year": "hanya tahunnya",
    "unknown": "tidak diketahui",
}
"""How surely the day of an event is known."""

PARTY_ROLES: Final = {
    "organiser": "penyelenggara",
    "invited": "diundang",
    "guest": "tamu",
}
"""What another institution is to an event."""


class Event(models.Model):
    """One meeting, as the institution that keeps its record wrote it down.

    `held_on` is empty where no day is known; then `month` (year * 12 + month - 1) or
    `year` say what is known, and no day is ever made up. `sort_on` is the first day
    that may be meant and serves order alone. `parties` are the institutions that see
    it, `kinds` and `topics` codes of the catalogues. `carried` is what a record took
    along into another one, by which the two are parted again. Whoever holds the code of
    `sign_in_hash` may sign in until `sign_in_until`. `ended_at` is when the keeper
    said that the meeting is over.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    title = models.CharField("judul", max_length=250)
    kinds = ArrayField(models.CharField(max_length=40), verbose_name="jenis")
    topics = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name="topik"
    )
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    venue = models.CharField("tempat", max_length=200, blank=True)
    city = models.CharField("kota", max_length=100, blank=True)
    held_on = models.DateField("tanggal", null=True, blank=True)
    month = models.IntegerField("bulan", null=True, blank=True)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    certainty = models.CharField(
        "kepastian tanggal", max_length=10, choices=list(CERTAINTIES.items())
    )
    date_reason = models.CharField("alasan tanggal", max_length=300, blank=True)
    sort_on = models.DateField("urut", null=True, blank=True)
    begins_at = models.TimeField("mulai", null=True, blank=True)
    ends_at = models.TimeField("selesai", null=True, blank=True)
    ended_at = models.DateTimeField("diakhiri", null=True, blank=True)
    about = models.TextField("uraian", blank=True)
    state = models.CharField(
        "keadaan", max_length=10, default=EVENT.first, choices=EVENT.choices
    )
    state_reason = models.CharField("alasan keadaan", max_length=300, blank=True)
    parties = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name="pihak"
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="disatukan dengan",
    )
    carried = models.JSONField("yang ikut disatukan", default=dict, blank=True)
    sign_in_hash = models.CharField("sidik tautan hadir", max_length=64, blank=True)
    sign_in_until = models.DateTimeField("tautan hadir sampai", null=True, blank=True)
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    erased_at = models.DateTimeField("dihapus", null=True, blank=True)
    words = GeneratedField(
        expression=SearchVector("title", "venue", "city", "about", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ("-sort_on", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    certainty__in=("printed", "inferred"), held_on__isnull=False
                )
                | Q(
                    certainty="month",
                    held_on__isnull=True,
                    month__isnull=False,
                    year__isnull=False,
                )
                | Q(
                    certainty="year",
                    held_on__isnull=True,
                    month__isnull=True,
                    year__isnull=False,
                )
                | Q(
                    certainty="unknown",
                    held_on__isnull=True,
                    month__isnull=True,
                    year__isnull=True,
                ),
                name="%(app_label)s_%(class)s_day_as_known",
            ),
            models.CheckConstraint(
                condition=~Q(certainty="inferred") | ~Q(date_reason=""),
                name="%(app_label)s_%(class)s_inferred_why",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("begins_at")),
                name="%(app_label)s_%(class)s_ends_later",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | Q(~Q(state="merged"), merged_into__isnull=True),
                name="%(app_label)s_%(class)s_merged_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("-sort_on", "-id"), name="coordination_event_latest"),
            models.Index(
                fields=("region_code", "-sort_on"), name="coordination_event_region"
            ),
            models.Index(
                fields=("institution", "state"), name="coordination_event_state"
            ),
            models.Index(
                fields=("sign_in_hash",),
                condition=~Q(sign_in_hash=""),
                name="coordination_event_sign_in",
            ),
            GinIndex(fields=("parties",), name="coordination_event_parties"),
            GinIndex(fields=("words",), name="coordination_event_words"),
        ]

    def __str__(self) -> str:
        return self.title


class EventParty(models.Model):
    """An institution of this office that organises an event or is asked to come."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="party_rows", verbose_name="kegiatan"
    )
    party = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="pihak"
    )
    role = models.CharField("sebagai", max_length=10, choices=list(PARTY_ROLES.items()))
    invited_on = models.DateField("diundang", null=True, blank=True)
    letter = models.CharField("kode undangan", max_length=12, blank=True)

    class Meta:
        verbose_name = "pihak"
        verbose_name_plural = "pihak"
        ordering = ("event", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "party"), name="%(app_label)s_%(class)s_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.party_id}"


class Organiser(models.Model):
    """Who held an event, by name; `home` where it is an institution of this office."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="organisers", verbose_name="kegiatan"
    )
    position = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("nama", max_length=200)
    home = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lembaga kantor ini",
    )

    class Meta:
        verbose_name = "penyelenggara"
        verbose_name_plural = "penyelenggara"
        ordering = ("event", "position")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "name"), name="%(app_label)s_%(class)s_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgendaItem(models.Model):
    """One point of the agenda; `carried_from` where an earlier event left it open."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="agenda", verbose_name="kegiatan"
    )
    number = models.PositiveSmallIntegerField("nomor")
    text = models.CharField("pokok", max_length=300)
    theme = models.CharField("tema", max_length=40, blank=True)
    speaker = models.CharField("pembawa", max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField("menit", null=True, blank=True)
    discussed = models.TextField("pembahasan", blank=True)
    discussed_at = models.DateTimeField("dibahas", null=True, blank=True)
    carried_from = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dibawa dari",
    )
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    words = GeneratedField(
        expression=SearchVector("text", "discussed", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "agenda"
        verbose_name_plural = "agenda"
        ordering = ("event", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "number"),
                name="%(app_label)s_%(class)s_number",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
        ]
        indexes: ClassVar = [
            GinIndex(fields=("words",), name="coordination_agenda_words"),
        ]

    def __str__(self) -> str:
        return self.text


class EventBasis(models.Model):
    """A legal text on which an event rests, as it was written there.

    `instrument` is the code of the law's own list, `policy` a row of the register of
    regional texts; both are empty where the text is in neither.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="bases", verbose_name="kegiatan"
    )
    kind = models.CharField("jenis", max_length=80)
    number = models.CharField("nomor", max_length=100, blank=True)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    about = models.CharField("tentang", max_length=300, blank=True)
    instrument = models.CharField("kode hukum", max_length=80, blank=True)
    policy = models.ForeignKey(
        "coordination.PolicyInstrument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="aturan daerah",
    )

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ("event", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "kind", "number", "year"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("instrument",),
                condition=~Q(instrument=""),
                name="coordination_basis_law",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class EventLink(models.Model):
    """One event follows another: what stayed open there is carried on here."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    parent = models.ForeignKey(
        Event, models.CASCADE, related_name="child_links", verbose_name="induk"
    )
    child = models.ForeignKey(
        Event, models.CASCADE, related_name="parent_links", verbose_name="lanjutan"
    )
    reason = models.CharField("alasan", max_length=300, blank=True)

    class Meta:
        verbose_name = "rantai kegiatan"
        verbose_name_plural = "rantai kegiatan"
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("parent", "child"), name="%(app_label)s_%(class)s_once"
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("child")), name="%(app_label)s_%(class)s_other"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parent_id} → {self.child_id}"
