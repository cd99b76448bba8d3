"""Where an event was reported, the words of it, and the papers that belong to it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.coordination.models.events import Event


class EventSource(models.Model):
    """Where an event was reported; of a text its hash is kept, not the text."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="sources", verbose_name="kegiatan"
    )
    outlet = models.CharField("media", max_length=120, blank=True)
    url = models.URLField("alamat", max_length=500, blank=True)
    title = models.CharField("judul", max_length=300, blank=True)
    published_on = models.DateField("terbit", null=True, blank=True)
    sha256 = models.CharField("sidik teks", max_length=64, blank=True)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)

    class Meta:
        verbose_name = "sumber"
        verbose_name_plural = "sumber"
        ordering = ("event", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "url"),
                condition=~Q(url=""),
                name="%(app_label)s_%(class)s_once",
            ),
            models.UniqueConstraint(
                fields=("event", "sha256"),
                condition=~Q(sha256=""),
                name="%(app_label)s_%(class)s_text_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("url",), condition=~Q(url=""), name="coordination_source_url"
            ),
            models.Index(
                fields=("sha256",),
                condition=~Q(sha256=""),
                name="coordination_source_text",
            ),
        ]

    def __str__(self) -> str:
        return self.outlet or self.url or self.title


class Quote(models.Model):
    """The words from which one fact of an event came; `about_id` 0 means the event."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="quotes", verbose_name="kegiatan"
    )
    source = models.ForeignKey(
        EventSource,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name="sumber",
    )
    about_kind = models.CharField("tentang", max_length=20)
    about_id = models.BigIntegerField("nomor", default=0)
    words = models.CharField("kata-katanya", max_length=500)

    class Meta:
        verbose_name = "kutipan"
        verbose_name_plural = "kutipan"
        ordering = ("event", "pk")
        indexes: ClassVar = [
            models.Index(
                fields=("event", "about_kind", "about_id"),
                name="coordination_quote_about",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class EventPaper(models.Model):
    """A paper that belongs to an event: a presentation, a scan, a photograph."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="papers", verbose_name="kegiatan"
    )
    title = models.CharField("judul", max_length=200)
    name = models.CharField("nama berkas", max_length=200)
    mime = models.CharField("jenis isi", max_length=100)
    size = models.PositiveIntegerField("besar")  # bytes
    sha256 = models.CharField("sidik", max_length=64)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)
    added_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditambahkan oleh"
    )

    class Meta:
        verbose_name = "berkas kegiatan"
        verbose_name_plural = "berkas kegiatan"
        ordering = ("event", "pk")

    def __str__(self) -> str:
        return self.title
