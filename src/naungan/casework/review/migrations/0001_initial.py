"""Verdicts on pairs that the engine left open."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


SUBJECTS = [("person", "person"), ("employer", "employer")]
KINDS = [
    ("same_person", "Orang yang sama"),
    ("different_person", "Orang berbeda"),
    ("same_employer", "Pemberi kerja yang sama"),
    ("different_employer", "Pemberi kerja berbeda"),
    ("cannot_say", "Tidak dapat dipastikan"),
    ("undone", "Diurungkan"),
]


class Migration(migrations.Migration):
    """Make the table of verdicts."""

    initial = True
    dependencies: ClassVar = [
        ("accounts", "0003_holding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "region_code",
                    models.CharField("wilayah potret", max_length=13, blank=True),
                ),
                (
                    "place_code",
                    models.CharField("kode wilayah", max_length=13, blank=True),
                ),
                ("run", models.PositiveIntegerField("dilihat pada proses ke-")),
                (
                    "subject",
                    models.CharField("tentang", max_length=10, choices=SUBJECTS),
                ),
                ("number", models.BigIntegerField("nomor")),
                ("partner", models.CharField("pasangan", max_length=60)),
                ("sources", models.JSONField("baris sumber", default=list)),
                ("kind", models.CharField("putusan", max_length=20, choices=KINDS)),
                ("note", models.CharField("catatan", max_length=500, blank=True)),
                ("decided_at", models.DateTimeField("diputus", auto_now_add=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diputus oleh",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="undone_by",
                        to="review.verdict",
                        verbose_name="mengurungkan",
                    ),
                ),
            ],
            options={
                "verbose_name": "putusan",
                "verbose_name_plural": "putusan",
                "ordering": ("pk",),
                "indexes": [
                    models.Index(
                        fields=["region_code", "subject", "number", "partner"],
                        name="review_verdict_pair",
                    ),
                    models.Index(
                        fields=["region_code", "run"], name="review_verdict_run"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(kind="undone", undoes__isnull=False)
                        | (~Q(kind="undone") & Q(undoes__isnull=True)),
                        name="review_verdict_undoes",
                    ),
                    models.CheckConstraint(
                        condition=~Q(kind__endswith="_person") | Q(subject="person"),
                        name="review_verdict_of_persons",
                    ),
                    models.CheckConstraint(
                        condition=~Q(kind__endswith="_employer") | ~Q(subject="person"),
                        name="review_verdict_of_employers",
                    ),
                ],
            },
        ),
    ]
