"""What hangs on a promise: work, evidence, claims, measurements, reminders, revisions.

Measurements, claims, evidence and revisions are added and never changed.
"""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.commitments import kinds
from naungan.casework.commitments.models.promise import Commitment
from naungan.casework.commitments.states import ACTIVITY
from naungan.casework.intake.models import Publication


class OfPromise(models.Model):
    """What belongs to a promise, written by one institution."""

    commitment = models.ForeignKey(
        Commitment,
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name="komitmen",
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )

    class Meta:
        abstract = True


class Activity(OfPromise):
    """One piece of work under a promise, with its day."""

    what = models.CharField("kegiatan", max_length=300)
    owner_name = models.CharField("pelaksana", max_length=200, blank=True)
    due_on = models.DateField("jatuh tempo", null=True, blank=True)
    state = models.CharField(
        "keadaan", max_length=10, default=ACTIVITY.first, choices=ACTIVITY.choices
    )
    done_on = models.DateField("dikerjakan pada", null=True, blank=True)
    made_at = models.DateTimeField("dicatat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ("due_on", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | Q(~Q(state="done"), done_on__isnull=True),
                name="%(app_label)s_%(class)s_done_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Evidence(OfPromise):
    """What somebody shows for a promise: a paper by its hash, a link, a remark."""

    kind = models.CharField(
        "jenis", max_length=8, choices=kinds.choices(kinds.EVIDENCE)
    )
    text = models.CharField("keterangan", max_length=500)
    url = models.URLField("tautan", max_length=500, blank=True)
    paper_sha256 = models.CharField("sidik berkas", max_length=64, blank=True)
    paper_name = models.CharField("nama berkas", max_length=200, blank=True)
    paper_mime = models.CharField("jenis berkas", max_length=100, blank=True)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)
    added_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditambahkan oleh"
    )

    class Meta:
        verbose_name = "bukti"
        verbose_name_plural = "bukti"
        ordering = ("added_at", "pk")

    def __str__(self) -> str:
        return self.text


class Claim(OfPromise):
    """What somebody says of a promise on a day: a status, sometimes a figure."""

    claimed_on = models.DateField("dinyatakan pada")
    status = models.CharField(
        "dinyatakan", max_length=12, choices=kinds.choices(kinds.CLAIMS)
    )
    value = models.DecimalField(
        "angka yang disebut", max_digits=20, decimal_places=2, null=True, blank=True
    )
    words = models.CharField("keterangan", max_length=500, blank=True)
    waits_on = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="menunggu lembaga",
    )
    name = models.CharField("menurut", max_length=200, blank=True)
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "pernyataan"
        verbose_name_plural = "pernyataan"
        ordering = ("claimed_on", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(waits_on__isnull=True) | Q(status="waiting"),
                name="%(app_label)s_%(class)s_waits_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("commitment", "claimed_on"), name="commitments_claim_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.claimed_on} {self.status}"


class Measurement(OfPromise):
    """What the data said of a promise: read from a publication, or from the records of a day.

    `question` is the hash of what was asked (indicator, region, extent, first day), so
    that figures of one question make one row; `sha256` is the hash of question and
    answer. `parts` is what the figure is made of. Several readings may speak of one
    day: `read_at` tells them apart, and is empty in homes that did not keep it yet.
    """

    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="potret",
    )
    measured_on = models.DateField("diukur pada")
    read_at = models.DateTimeField("dibaca pada", null=True, default=timezone.now)
    as_of = models.DateField("data sampai")
    value = models.DecimalField("angka", max_digits=20, decimal_places=2)
    of = models.BigIntegerField("dari", null=True, blank=True)
    parts = models.JSONField("rincian", default=dict)
    question = models.CharField("sidik pertanyaan", max_length=64)
    sha256 = models.CharField("sidik", max_length=64)

    class Meta:
        verbose_name = "pengukuran"
        verbose_name_plural = "pengukuran"
        ordering = ("as_of", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("commitment", "question", "publication"),
                condition=Q(publication__isnull=False),
                name="%(app_label)s_%(class)s_once_a_run",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("commitment", "question", "as_of", "id"),
                name="commitments_measured_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.as_of} {self.value}"

    @property
    def known_at(self) -> datetime | None:
        """Give the moment since which it could be known: a publication's is its own."""
        return self.publication.published_at if self.publication else self.read_at


class Reminder(OfPromise):
    """That somebody is to be told of a day; sent once for each day promised."""

    kind = models.CharField(
        "jenis", max_length=10, choices=kinds.choices(kinds.REMINDERS)
    )
    due_on = models.DateField("untuk jatuh tempo")
    noted_on = models.DateField("dicatat pada")
    sent_at = models.DateTimeField("dikirim", null=True, blank=True)
    people = models.PositiveIntegerField("penerima", default=0)

    class Meta:
        verbose_name = "pengingat"
        verbose_name_plural = "pengingat"
        ordering = ("noted_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("commitment", "kind", "due_on"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("noted_on",),
                condition=Q(sent_at__isnull=True),
                name="commitments_to_send",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.kind}"


class Revision(OfPromise):
    """That a promise was said anew or moved on: what was, what is, and why."""

    verb = models.CharField("perbuatan", max_length=10)
    changed = models.JSONField("perubahan", default=dict)
    reason = models.CharField("alasan", max_length=500, blank=True)
    at = models.DateTimeField("saat", default=timezone.now)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="oleh"
    )

    class Meta:
        verbose_name = "perubahan komitmen"
        verbose_name_plural = "perubahan komitmen"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.verb}"
