"""A promise with its owner, its day, and the figure by which the data tell of it."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.commitments import kinds
from naungan.casework.commitments.states import COMMITMENT
from naungan.casework.coordination.models import Event, Recommendation


class Commitment(models.Model):
    """What somebody promised: who, what, where, by when, and by which indicator.

    `institution` keeps the book, `owner_institution` owes; an owner that does not use
    the office stands by name. `extent` narrows what the indicator counts, `reads_as` is
    the institution of whose records it is read. `first_due_on` is the day first
    promised, however often it moved, `client_key` what a screen gave a line that it may
    send twice. From `value` on the row repeats its newest measurement and claim, and the
    day on which the data first said that it is met, written by `settling` alone.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="dicatat lembaga"
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name="rapat",
    )
    recommendation = models.ForeignKey(
        Recommendation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name="rekomendasi",
    )
    owner_institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lembaga penanggung jawab",
    )
    owner_name = models.CharField("lembaga tertulis", max_length=200, blank=True)
    owner_person = models.CharField("penanggung jawab", max_length=200, blank=True)
    what = models.CharField("yang dijanjikan", max_length=500)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    extent = models.JSONField("cakupan", default=dict, blank=True)
    promised_on = models.DateField("dijanjikan pada")
    due_on = models.DateField("jatuh tempo", null=True, blank=True)
    first_due_on = models.DateField("jatuh tempo semula", null=True, blank=True)
    due_words = models.CharField("waktu menurut ucapan", max_length=200, blank=True)
    indicator = models.CharField("indikator", max_length=40, blank=True)
    direction = models.CharField(
        "arah", max_length=4, blank=True, choices=kinds.choices(kinds.DIRECTIONS)
    )
    baseline = models.DecimalField(
        "angka awal", max_digits=20, decimal_places=2, null=True, blank=True
    )
    baseline_on = models.DateField("angka awal per", null=True, blank=True)
    target = models.DecimalField(
        "sasaran", max_digits=20, decimal_places=2, null=True, blank=True
    )
    reads_as = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dibaca dari catatan",
    )
    state = models.CharField(
        "keadaan",
        max_length=10,
        default=COMMITMENT.first,
        choices=COMMITMENT.choices,
    )
    closed_on = models.DateField("selesai pada", null=True, blank=True)
    closing_text = models.CharField("keterangan penutupan", max_length=500, blank=True)
    replaced_by = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name="digantikan oleh",
    )
    made_at = models.DateTimeField("dicatat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    value = models.DecimalField(
        "angka terukur", max_digits=20, decimal_places=2, null=True, blank=True
    )
    value_of = models.BigIntegerField("dari", null=True, blank=True)
    as_of = models.DateField("data sampai", null=True, blank=True)
    is_met = models.BooleanField("sasaran tercapai", null=True, blank=True)
    met_on = models.DateField("tercapai per", null=True, blank=True)
    came_late = models.BooleanField("tercapai terlambat", default=False)
    told = models.CharField(
        "dinyatakan", max_length=12, blank=True, choices=kinds.choices(kinds.CLAIMS)
    )
    waits_on = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="menunggu lembaga",
    )
    verdict = models.CharField(
        "kata data", max_length=12, blank=True, choices=kinds.choices(kinds.VERDICTS)
    )

    words = GeneratedField(
        expression=SearchVector(
            "what", "owner_name", "owner_person", config="indonesian"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "komitmen"
        verbose_name_plural = "komitmen"
        ordering = ("due_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "client_key"), name="%(app_label)s_%(class)s_sent_once"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_on__isnull=True)
                | Q(~Q(state="open"), closed_on__isnull=False),
                name="%(app_label)s_%(class)s_closed_pair",
            ),
            models.CheckConstraint(
                condition=Q(indicator="") | ~Q(direction=""),
                name="%(app_label)s_%(class)s_direction",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(state="replaced"),
                name="%(app_label)s_%(class)s_replaced_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                F("due_on").asc(nulls_last=True), "id", name="commitments_in_order"
            ),
            models.Index(
                fields=("institution", "state", "due_on"), name="commitments_kept_by"
            ),
            models.Index(
                fields=("owner_institution", "state", "due_on"),
                name="commitments_owed_by",
            ),
            models.Index(fields=("region_code", "state"), name="commitments_region"),
            models.Index(
                fields=("due_on",),
                condition=Q(state="open", due_on__isnull=False),
                name="commitments_due",
            ),
            models.Index(
                fields=("waits_on",),
                condition=Q(state="open", waits_on__isnull=False),
                name="commitments_waits",
            ),
            models.Index(
                fields=("indicator", "region_code"),
                condition=Q(state__in=("open", "kept")),
                name="commitments_measured",
            ),
            models.Index(
                fields=("owner_name",),
                condition=~Q(owner_name=""),
                name="commitments_named",
            ),
            GinIndex(fields=("words",), name="commitments_words"),
        ]

    def __str__(self) -> str:
        return self.what
