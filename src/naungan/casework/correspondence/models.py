"""Letterheads, agenda books, letters kept byte for byte, and files by their hash.

A letter is about something by its kind and number alone: this app knows neither cases
nor schemes. Once numbered, a letter never changes; the database sees to it.
"""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.correspondence.states import BATCH_STATES, STATES


class StoredPaper(models.Model):
    """A file of an institution in `HOME.papers`, and how many rows speak of it."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    sha256 = models.CharField("sidik", max_length=64)
    size = models.PositiveIntegerField("ukuran")
    uses = models.PositiveIntegerField("dipakai", default=1)
    stored_at = models.DateTimeField("disimpan", default=timezone.now)

    class Meta:
        verbose_name = "berkas tersimpan"
        verbose_name_plural = "berkas tersimpan"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "sha256"), name="%(app_label)s_%(class)s_once"
            )
        ]

    def __str__(self) -> str:
        return self.sha256


class LetterHead(models.Model):
    """What stands above and below the letters of an institution.

    Without a signer, whoever issues a letter signs it.
    """

    institution = models.OneToOneField(
        Institution, models.PROTECT, related_name="letter_head", verbose_name="lembaga"
    )
    above = models.CharField("lembaga induk", max_length=200, blank=True)
    address = models.CharField("alamat", max_length=300, blank=True)
    contact = models.CharField("telepon, surel, situs", max_length=200, blank=True)
    city = models.CharField("tempat surat ditulis", max_length=80, blank=True)
    office_code = models.CharField("kode kantor dalam nomor", max_length=40, blank=True)
    signer_name = models.CharField("nama penanda tangan", max_length=200, blank=True)
    signer_position = models.CharField("jabatannya", max_length=200, blank=True)
    signer_number = models.CharField("nomor pegawainya", max_length=40, blank=True)

    class Meta:
        verbose_name = "kepala surat"
        verbose_name_plural = "kepala surat"

    def __str__(self) -> str:
        return str(self.institution)


class AgendaBook(models.Model):
    """The numbers of one kind of letters of an institution in a year, without gaps."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    year = models.PositiveSmallIntegerField("tahun")
    kind = models.CharField("jenis", max_length=20)
    pattern = models.CharField("bentuk nomor", max_length=120)
    last = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = "buku agenda"
        verbose_name_plural = "buku agenda"
        ordering = ("-year", "kind")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "year", "kind"),
                name="%(app_label)s_%(class)s_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class LetterBatch(models.Model):
    """Many letters asked for at once, and how far they are.

    What each is to say lies in a file of its own until the last is made.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    letter = models.CharField("surat", max_length=40)
    title = models.CharField("judul", max_length=200)
    wanted = models.PositiveIntegerField("diminta")
    done = models.PositiveIntegerField("jadi", default=0)
    refused: models.JSONField[list[Any], list[Any]] = models.JSONField(
        "tidak dapat dibuat", default=list
    )
    order_sha256 = models.CharField("sidik permintaan", max_length=64, blank=True)
    state = models.CharField(
        "keadaan",
        max_length=10,
        default="waiting",
        choices=list(BATCH_STATES.items()),
    )
    asked_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="diminta oleh"
    )
    asked_at = models.DateTimeField("diminta pada", default=timezone.now)
    ended_at = models.DateTimeField("selesai", null=True, blank=True)

    class Meta:
        verbose_name = "kumpulan surat"
        verbose_name_plural = "kumpulan surat"
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return self.title


class Letter(models.Model):
    """A letter with its number and its file, as it went out.

    `letter` is the code of its template, `about_kind` and `about_id` what it is about.
    `signed_on` is the day on which somebody else than its maker signed it, `signed_by`
    who wrote that down. `code` leads whoever holds the paper to its proof. `sha256` is the PDF,
    `content_sha256` what it was set from; both lie among the stored papers. `readers`
    are the institutions that may read it beside its own.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    book = models.ForeignKey(
        AgendaBook, models.PROTECT, related_name="letters", verbose_name="buku agenda"
    )
    serial = models.PositiveIntegerField("nomor urut")
    number = models.CharField("nomor", max_length=120)
    letter = models.CharField("surat", max_length=40)
    about_kind = models.CharField("tentang", max_length=20)
    about_id = models.BigIntegerField("nomor yang dituju")
    subject = models.CharField("hal", max_length=300)
    addressee = models.CharField("kepada", max_length=300)
    issued_on = models.DateField("tanggal surat")
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    code = models.CharField("kode pemeriksaan", max_length=16, unique=True)
    sha256 = models.CharField("sidik surat", max_length=64)
    size = models.PositiveIntegerField("ukuran")
    content_sha256 = models.CharField("sidik isi", max_length=64)
    template_version = models.CharField("versi bentuk", max_length=16)
    law_version = models.CharField("versi hukum", max_length=16)
    doubts = models.PositiveSmallIntegerField("rujukan yang diragukan", default=0)
    readers = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name="pembaca"
    )
    batch = models.ForeignKey(
        LetterBatch,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name="kumpulan",
    )
    replies_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name="menjawab surat",
    )
    state = models.CharField(
        "keadaan", max_length=10, default="issued", choices=list(STATES.items())
    )
    signed_on = models.DateField("ditandatangani", null=True, blank=True)
    signed_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tanda tangan dicatat oleh",
    )
    sent_on = models.DateField("dikirim", null=True, blank=True)
    sent_by = models.CharField("cara kirim", max_length=80, blank=True)
    voided_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    void_reason = models.CharField("alasan batal", max_length=300, blank=True)
    erased_at = models.DateTimeField("dihapus", null=True, blank=True)

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ("-issued_on", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("book", "serial"), name="%(app_label)s_%(class)s_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state="void", voided_at__isnull=False)
                | Q(~Q(state="void"), voided_at__isnull=True),
                name="%(app_label)s_%(class)s_void_pair",
            ),
            models.CheckConstraint(
                condition=Q(signed_by__isnull=True, signed_on__isnull=True)
                | Q(signed_on__isnull=False, signed_by__isnull=False)
                & ~Q(state="unsigned"),
                name="%(app_label)s_%(class)s_signed_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "-issued_on", "-id"),
                name="correspondence_letter_newest",
            ),
            models.Index(
                fields=("about_kind", "about_id"), name="correspondence_letter_about"
            ),
            models.Index(
                fields=("-issued_on", "-id"), name="correspondence_letter_latest"
            ),
            models.Index(
                fields=("book",),
                condition=Q(state="void"),
                name="correspondence_letter_void",
            ),
            models.Index(
                fields=("institution",),
                condition=Q(state="unsigned"),
                name="correspondence_letter_unsigned",
            ),
        ]

    def __str__(self) -> str:
        return self.number
