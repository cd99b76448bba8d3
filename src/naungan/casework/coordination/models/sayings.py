"""What was said at an event: statements, obstacles, figures, recommendations."""

from typing import ClassVar, Final

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.coordination.models.events import AgendaItem, Event
from naungan.casework.coordination.models.people import Attendance
from naungan.casework.coordination.states import RECOMMENDATION


STANCES: Final = {
    "agree": "setuju",
    "oppose": "tidak setuju",
    "neutral": "tanpa sikap",
}
"""How a statement stands to what it is about."""

UNITS: Final = {
    "people": "orang",
    "people_per_village": "orang per desa",
    "percent": "persen",
    "percent_points": "poin persen",
    "idr": "rupiah",
    "villages": "desa",
    "employers": "pemberi kerja",
    "programmes": "program",
    "children": "anak",
    "cases": "kasus",
    "months": "bulan",
    "rank": "peringkat",
    "other": "lainnya",
}
"""What a figure counts."""


class Statement(models.Model):
    """What somebody, or a group, said; `about` is a statement to which it answers."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="statements", verbose_name="kegiatan"
    )
    attendance = models.ForeignKey(
        Attendance,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name="pembicara",
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name="agenda",
    )
    group = models.CharField("kelompok", max_length=40, blank=True)
    theme = models.CharField("tema", max_length=40, blank=True)
    text = models.TextField("pernyataan")
    stance = models.CharField(
        "sikap", max_length=7, default="neutral", choices=list(STANCES.items())
    )
    about = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="menanggapi",
    )
    said_at = models.DateTimeField("saat", default=timezone.now)
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    words = GeneratedField(
        expression=SearchVector("text", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "pernyataan"
        verbose_name_plural = "pernyataan"
        ordering = ("event", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("event", "theme", "group"), name="coordination_said_on"
            ),
            GinIndex(fields=("words",), name="coordination_said_words"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Obstacle(models.Model):
    """What stood in the way, where and since when; open until it is resolved."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="obstacles",
        verbose_name="kegiatan",
    )
    kind = models.CharField("jenis", max_length=40)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    text = models.CharField("uraian", max_length=500)
    noted_on = models.DateField("dicatat")
    resolved_on = models.DateField("teratasi", null=True, blank=True)
    resolution = models.CharField("cara teratasi", max_length=500, blank=True)
    noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="dicatat oleh"
    )
    said_at = models.DateTimeField("saat", default=timezone.now)
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    words = GeneratedField(
        expression=SearchVector("text", "resolution", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "hambatan"
        verbose_name_plural = "hambatan"
        ordering = ("-noted_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
            models.CheckConstraint(
                condition=Q(resolved_on__isnull=True)
                | Q(resolved_on__gte=F("noted_on")),
                name="%(app_label)s_%(class)s_resolved_later",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("region_code", "noted_on"), name="coordination_obstacle_place"
            ),
            GinIndex(fields=("words",), name="coordination_obstacle_words"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Figure(models.Model):
    """A number that was said, in the words in which it was said.

    A percent names the two counts of which it is the share: `part` of `whole`; without
    them nothing is compared. `checked` is what arithmetic says of it: the value that
    follows, of what, and whether it agrees. `sought` is what a search looks into.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="figures", verbose_name="kegiatan"
    )
    attendance = models.ForeignKey(
        Attendance,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name="pembicara",
    )
    value = models.DecimalField("nilai", max_digits=24, decimal_places=6)
    unit = models.CharField("satuan", max_length=20, choices=list(UNITS.items()))
    meaning = models.CharField("arti", max_length=300)
    words = models.CharField("tertulis", max_length=200, blank=True)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    as_of = models.DateField("per", null=True, blank=True)
    part = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bagian",
    )
    whole = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="keseluruhan",
    )
    checked = models.JSONField("hitung ulang", default=dict, blank=True)
    said_at = models.DateTimeField("saat", default=timezone.now)
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    sought = GeneratedField(
        expression=SearchVector("meaning", "words", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "angka"
        verbose_name_plural = "angka"
        ordering = ("event", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
        ]
        indexes: ClassVar = [
            GinIndex(fields=("sought",), name="coordination_figure_words"),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.unit}"


class Recommendation(models.Model):
    """What an event asked for; it is taken up as a commitment, or declined with why."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="recommendations", verbose_name="kegiatan"
    )
    number = models.PositiveSmallIntegerField("nomor")
    text = models.CharField("rekomendasi", max_length=500)
    theme = models.CharField("tema", max_length=40, blank=True)
    addressee = models.CharField("ditujukan kepada", max_length=200, blank=True)
    state = models.CharField(
        "keadaan",
        max_length=10,
        default=RECOMMENDATION.first,
        choices=RECOMMENDATION.choices,
    )
    reason = models.CharField("alasan", max_length=500, blank=True)
    said_at = models.DateTimeField("saat", default=timezone.now)
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    words = GeneratedField(
        expression=SearchVector("text", "addressee", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ("event", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "number"), name="%(app_label)s_%(class)s_number"
            ),
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(reason=""),
                name="%(app_label)s_%(class)s_declined_why",
            ),
        ]
        indexes: ClassVar = [
            GinIndex(fields=("words",), name="coordination_advice_words"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
