"""A case of one employer on one track, what was found, and what is noted later."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models.teams import Team
from naungan.casework.compliance.states import CASE


class Case(models.Model):
    """One employer pursued on one track of the law by the institution that opened it.

    `series` and `employer_id` number the employer in the snapshots of a region; they
    are empty where it was found by hand. `stage` is the code of the last step that
    stands, "" before the first; `due_on` the end of its term. `notified_on`,
    `visited_on` and `escalated_on` are the days on which it first came that far. `ladder_version` names
    the steps and terms in force when the case was last moved, `law_version` the law
    of the day on which it was opened.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    number = models.CharField("nomor kasus", max_length=120)
    region_code = models.CharField("kode wilayah", max_length=13, blank=True)
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    track = models.CharField(
        "jalur", max_length=24, choices=kinds.choices(kinds.TRACKS)
    )
    series = models.CharField("wilayah potret", max_length=13, blank=True)
    employer_id = models.BigIntegerField("nomor pemberi kerja", null=True, blank=True)
    npp = models.CharField("NPP", max_length=20, blank=True)
    nib = models.CharField("NIB", max_length=20, blank=True)
    name = models.CharField("nama pemberi kerja", max_length=250)
    kind = models.CharField("jenis pemberi kerja", max_length=20, default="company")
    scale = models.CharField("skala usaha", max_length=10, blank=True)
    sector = models.CharField("KBLI", max_length=10, blank=True)
    people = models.PositiveIntegerField("pekerja terkena", default=0)
    opened_on = models.DateField("dibuka pada")
    opened_at = models.DateTimeField("dibuka", default=timezone.now)
    opened_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="dibuka oleh",
    )
    state = models.CharField(
        "keadaan", max_length=10, default=CASE.first, choices=CASE.choices
    )
    closed_on = models.DateField("selesai pada", null=True, blank=True)
    closing_reason = models.CharField(
        "sebab ditutup",
        max_length=20,
        blank=True,
        choices=kinds.choices(kinds.CLOSING),
    )
    closing_text = models.CharField("keterangan penutupan", max_length=500, blank=True)
    stage = models.CharField("langkah terakhir", max_length=40, blank=True)
    stage_since = models.DateField("pada langkah itu sejak")
    due_on = models.DateField("tenggang berakhir", null=True, blank=True)
    notified_on = models.DateField("langkah pertama pada", null=True, blank=True)
    visited_on = models.DateField("dikunjungi pada", null=True, blank=True)
    escalated_on = models.DateField("diteruskan pada", null=True, blank=True)
    waits_for = models.CharField(
        "menunggu", max_length=20, default="us", choices=kinds.choices(kinds.WAITS)
    )
    ladder_version = models.CharField("versi tangga", max_length=16)
    law_version = models.CharField("versi hukum", max_length=16)
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name="tim",
    )
    officer = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="petugas",
    )
    priority = models.IntegerField("prioritas", default=0)

    class Meta:
        verbose_name = "kasus"
        verbose_name_plural = "kasus"
        ordering = ("-priority", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "series", "employer_id", "track"),
                condition=Q(state="open", employer_id__isnull=False),
                name="%(app_label)s_%(class)s_one_open",
            ),
            models.UniqueConstraint(
                fields=("institution", "number"),
                name="%(app_label)s_%(class)s_number",
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_on__isnull=True)
                | Q(~Q(state="open"), closed_on__isnull=False),
                name="%(app_label)s_%(class)s_closed_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("state", "-priority", "id"), name="compliance_case_in_state"
            ),
            models.Index(fields=("-priority", "id"), name="compliance_case_in_order"),
            models.Index(
                fields=("institution", "due_on"),
                condition=Q(state="open", due_on__isnull=False),
                name="compliance_case_due",
            ),
            models.Index(
                fields=("institution", "waits_for"),
                condition=Q(state="open"),
                name="compliance_case_waits",
            ),
            models.Index(
                fields=("series", "employer_id"), name="compliance_case_employer"
            ),
            models.Index(fields=("npp",), name="compliance_case_npp"),
            models.Index(fields=("nib",), name="compliance_case_nib"),
            models.Index(fields=("number",), name="compliance_case_number_alone"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class CaseFinding(models.Model):
    """What was found about the employer, as it stood then; it is never changed.

    `row` and `evidence` are the snapshot's own words: counts and numbers of persons,
    no names. `law` are the articles of that day with how sure they are. `sha256` is
    the hash of all of it.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="findings", verbose_name="kasus"
    )
    code = models.CharField("temuan", max_length=40)
    run = models.PositiveIntegerField("proses ke-", null=True, blank=True)
    month = models.IntegerField("bulan", null=True, blank=True)  # year * 12 + month - 1
    how = models.CharField("cara", max_length=10, choices=kinds.choices(kinds.HOW))
    people = models.PositiveIntegerField("pekerja", default=0)
    monthly_idr = models.BigIntegerField("rupiah sebulan", default=0)
    severity = models.CharField("tingkat", max_length=10, blank=True)
    sentence = models.TextField("kalimat")
    row = models.JSONField("baris temuan", default=dict)
    evidence = models.JSONField("bukti", default=dict)
    law = models.JSONField("dasar hukum", default=list)
    sha256 = models.CharField("sidik", max_length=64)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)
    added_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="ditambahkan oleh",
    )

    class Meta:
        verbose_name = "temuan kasus"
        verbose_name_plural = "temuan kasus"
        ordering = ("added_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case", "code", "run"),
                condition=Q(run__isnull=False),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.people}"


class CaseNote(models.Model):
    """A remark, or what later data say of a finding; it is never changed.

    `says` and `was` give the finding then and now: people and rupiah a month.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="notes", verbose_name="kasus"
    )
    at = models.DateTimeField("saat", default=timezone.now)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="oleh"
    )
    kind = models.CharField("jenis", max_length=16, choices=kinds.choices(kinds.NOTES))
    code = models.CharField("temuan", max_length=40, blank=True)
    says = models.CharField(
        "menurut data", max_length=10, blank=True, choices=kinds.choices(kinds.SAYS)
    )
    run = models.PositiveIntegerField("proses ke-", null=True, blank=True)
    month = models.IntegerField("bulan", null=True, blank=True)  # year * 12 + month - 1
    parts = models.JSONField("isi", default=dict)

    class Meta:
        verbose_name = "catatan kasus"
        verbose_name_plural = "catatan kasus"
        ordering = ("at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("case", "code", "run"),
                condition=Q(kind="data_now_says"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code} {self.says}".strip()
