"""A person on a list, what the checks found, and the decision that names them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.protection.models.money import Budget, Enrolment
from naungan.casework.protection.models.scheme import Scheme
from naungan.casework.protection.states import (
    BILLED,
    COVERED,
    NEAR_POOR,
    STATES,
    TAKEN,
)


SEXES = {"M": "laki-laki", "F": "perempuan"}


class Decision(models.Model):
    """The decree that names people of a scheme, for all of it or one village."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="decisions", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode wilayah", max_length=13, blank=True)
    number = models.CharField("nomor SK", max_length=100)
    decided_on = models.DateField("tanggal SK")
    official = models.CharField("ditetapkan oleh", max_length=200)
    people = models.PositiveIntegerField("orang")
    made_at = models.DateTimeField("dicatat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    revoked_on = models.DateField("dicabut", null=True, blank=True)

    class Meta:
        verbose_name = "penetapan"
        verbose_name_plural = "penetapan"
        ordering = ("scheme", "decided_on", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "number", "village_code"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Entry(models.Model):
    """One person on the list of a scheme.

    `institution` owns the scheme, `written_by` is whose desk wrote the line. `position`
    is the order of the list in its village, `client_key` what a page gave a line that
    it may send twice. `person_id` is the number that the snapshots of `series` gave when
    the line was checked. A `second_job` is work beside another one for which somebody
    else pays. `died_on` is the day of a death that somebody reported to this office; the
    database keeps it.
    """

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="entries", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    written_by = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="ditulis oleh"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    roster = models.CharField("daftar", max_length=100, blank=True)
    position = models.PositiveIntegerField("urutan")
    client_key = models.UUIDField("kunci kiriman", null=True, blank=True)
    nik = models.BigIntegerField("NIK", null=True, blank=True)
    nik_written = models.CharField("NIK tertulis", max_length=40, blank=True)
    name = models.CharField("nama", max_length=200, blank=True)
    birth_date = models.DateField("tanggal lahir", null=True, blank=True)
    sex = models.CharField(
        "jenis kelamin", max_length=1, blank=True, choices=list(SEXES.items())
    )
    occupation = models.CharField("pekerjaan", max_length=100, blank=True)
    address = models.CharField("alamat", max_length=200, blank=True)
    phone = models.CharField("telepon", max_length=30, blank=True)
    decile = models.PositiveSmallIntegerField("desil", null=True, blank=True)
    reason = models.CharField("alasan dipilih", max_length=300, blank=True)
    second_job = models.BooleanField("pekerjaan kedua", default=False)
    note = models.CharField("catatan", max_length=300, blank=True)
    state = models.CharField(
        "keadaan", max_length=10, default="proposed", choices=list(STATES.items())
    )
    accepted_reason = models.CharField("alasan diterima", max_length=300, blank=True)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)
    added_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditambahkan oleh"
    )
    checked_at = models.DateTimeField("diperiksa", null=True, blank=True)
    series = models.CharField("wilayah potret", max_length=13, blank=True)
    run = models.PositiveIntegerField("proses ke-", null=True, blank=True)
    person_id = models.BigIntegerField("nomor orang", null=True, blank=True)
    covered_then = models.BooleanField(
        "terlindungi saat diperiksa", null=True, blank=True
    )
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        verbose_name="penetapan",
    )
    budget = models.ForeignKey(
        Budget,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        verbose_name="anggaran",
    )
    enrolment = models.ForeignKey(
        Enrolment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        verbose_name="pendaftaran",
    )
    kpj = models.CharField("nomor peserta", max_length=20, blank=True)
    refusal = models.CharField("alasan ditolak", max_length=300, blank=True)
    first_month = models.IntegerField("bulan pertama", null=True, blank=True)
    seen_run = models.PositiveIntegerField("terlihat aktif", null=True, blank=True)
    ended_on = models.DateField("berakhir", null=True, blank=True)
    ended_reason = models.CharField("sebab berakhir", max_length=20, blank=True)
    died_on = models.DateField("kematian dilaporkan", null=True, blank=True)
    follows = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name="menggantikan atau memperpanjang",
    )
    erased_at = models.DateTimeField("dihapus", null=True, blank=True)

    class Meta:
        verbose_name = "orang dalam daftar"
        verbose_name_plural = "orang dalam daftar"
        ordering = ("scheme", "village_code", "position", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("written_by", "client_key"),
                name="%(app_label)s_%(class)s_sent_once",
            ),
            models.UniqueConstraint(
                fields=("scheme", "village_code", "roster", "position"),
                name="%(app_label)s_%(class)s_position",
            ),
            models.UniqueConstraint(
                fields=("scheme", "nik"),
                condition=Q(state__in=TAKEN),
                name="%(app_label)s_%(class)s_named_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("scheme", "village_code", "state"),
                name="protection_entry_place",
            ),
            models.Index(fields=("scheme", "state"), name="protection_entry_state"),
            models.Index(fields=("nik",), name="protection_entry_nik"),
            models.Index(
                fields=("scheme", "id"),
                condition=Q(decile__gt=NEAR_POOR, state__in=BILLED),
                name="protection_entry_able",
            ),
            models.Index(
                fields=("first_month", "scheme"),
                condition=Q(state__in=COVERED),
                name="protection_entry_begins",
            ),
            models.Index(
                fields=("scheme", "died_on"),
                condition=Q(died_on__isnull=False),
                name="protection_entry_died",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.pk}"


class Check(models.Model):
    """What one check found of a person on a list; checks that pass leave nothing.

    `weight` is `stop` where the person cannot be decided, `ask` where somebody may
    accept with a reason, `note` where it is only said.
    """

    entry = models.ForeignKey(
        Entry, models.CASCADE, related_name="checks", verbose_name="orang"
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="+", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    code = models.CharField("pemeriksaan", max_length=20)
    weight = models.CharField("bobot", max_length=4)
    told = models.JSONField("rincian", default=dict)

    class Meta:
        verbose_name = "hasil pemeriksaan"
        verbose_name_plural = "hasil pemeriksaan"
        ordering = ("entry", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("entry", "code"), name="%(app_label)s_%(class)s_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("scheme", "code"), name="protection_check_code"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.code}"
