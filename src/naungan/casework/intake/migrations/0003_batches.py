"""What comes in: series, batches, remembered mappings, and the runs they cause."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import migrations, models

from naungan.casework.accounts.row_security import EVERYWHERE, HERE, guard


OWN = f"institution_id = {HERE} OR {EVERYWHERE}"
# A run concerns whoever works in its region, around it or inside it.
CONCERNS = f"""{EVERYWHERE} OR EXISTS (
    SELECT 1 FROM accounts_institution AS own WHERE own.id = {HERE} AND (
        own.region_code = '' OR intake_run.region_code = ''
        OR starts_with(intake_run.region_code || '.', own.region_code || '.')
        OR starts_with(own.region_code || '.', intake_run.region_code || '.')))"""  # noqa: S608 (two constants)


def number() -> Any:
    """Give the number of a row."""
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


def moment(name: str) -> Any:
    """Give a moment that may be to come."""
    return models.DateTimeField(blank=True, null=True, verbose_name=name)


def person(related_name: str, name: str) -> Any:
    """Give whoever did something, once it was done."""
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=models.PROTECT,
        related_name=related_name,
        to=settings.AUTH_USER_MODEL,
        verbose_name=name,
    )


def institution(related_name: str) -> Any:
    """Give the institution to which a row belongs."""
    return models.ForeignKey(
        on_delete=models.PROTECT,
        related_name=related_name,
        to="accounts.institution",
        verbose_name="lembaga",
    )


def kind() -> Any:
    """Give the kind of a file."""
    return models.CharField(
        choices=[
            ("workers", "Daftar pekerja"),
            ("members", "Data peserta"),
            ("employers", "Data pemberi kerja"),
            ("contributions", "Data iuran"),
            ("universe", "Jumlah pekerja acuan"),
        ],
        max_length=20,
        verbose_name="jenis berkas",
    )


class Migration(migrations.Migration):
    """Lay series, batches, mappings and runs, each guarded."""

    dependencies: ClassVar = [
        ("accounts", "0003_holding"),
        ("intake", "0002_tombstone"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", number()),
                ("kind", kind()),
                (
                    "region_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode wilayah"
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="sebutan"
                    ),
                ),
                ("institution", institution("series")),
            ],
            options={
                "verbose_name": "seri berkas",
                "verbose_name_plural": "seri berkas",
                "ordering": ("region_code", "kind", "label", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", number()),
                (
                    "number",
                    models.PositiveIntegerField(verbose_name="nomor dalam seri"),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("replace", "menggantikan"), ("add", "menambah")],
                        max_length=10,
                        verbose_name="cara",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "diterima"),
                            ("mapped", "kolom dipetakan"),
                            ("tried", "diuji coba"),
                            ("waiting", "menunggu persetujuan"),
                            ("approved", "dipakai"),
                            ("replaced", "digantikan"),
                            ("withdrawn", "ditarik"),
                            ("refused", "ditolak"),
                            ("discarded", "dibuang"),
                        ],
                        max_length=12,
                        verbose_name="keadaan",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nama berkas")),
                ("size", models.BigIntegerField(verbose_name="byte")),
                ("sha256", models.CharField(max_length=64, verbose_name="sidik")),
                ("month", models.IntegerField(verbose_name="bulan")),
                (
                    "mapping",
                    models.JSONField(default=dict, verbose_name="pemetaan kolom"),
                ),
                (
                    "counts",
                    models.JSONField(default=dict, verbose_name="hitungan uji coba"),
                ),
                (
                    "messages",
                    models.JSONField(default=list, verbose_name="pesan uji coba"),
                ),
                (
                    "returned",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="berkas kembalian"
                    ),
                ),
                ("fault", models.TextField(blank=True, verbose_name="halangan")),
                ("trying_since", moment("mulai diuji")),
                (
                    "tried_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="diuji"),
                ),
                (
                    "received_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="diterima"),
                ),
                ("submitted_at", moment("diajukan")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="diputus"),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=500, verbose_name="alasan"),
                ),
                ("ended_at", moment("berakhir")),
                ("removed_at", moment("berkasnya dihapus")),
                ("decided_by", person("batches_decided", "diputus oleh")),
                ("ended_by", person("batches_ended", "diakhiri oleh")),
                ("institution", institution("batches")),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="batches_sent",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                ("submitted_by", person("batches_submitted", "diajukan oleh")),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="batches",
                        to="intake.series",
                        verbose_name="seri",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas masuk",
                "verbose_name_plural": "berkas masuk",
                "ordering": ("-received_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Mapping",
            fields=[
                ("id", number()),
                ("kind", kind()),
                (
                    "fingerprint",
                    models.CharField(max_length=64, verbose_name="sidik judul kolom"),
                ),
                ("mapping", models.JSONField(verbose_name="pemetaan kolom")),
                (
                    "used_at",
                    models.DateTimeField(
                        auto_now=True, verbose_name="terakhir dipakai"
                    ),
                ),
                ("institution", institution("mappings")),
                (
                    "used_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="mappings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dipakai oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "pemetaan kolom",
                "verbose_name_plural": "pemetaan kolom",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "kind", "fingerprint"),
                        name="intake_mapping_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", number()),
                (
                    "region_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode wilayah"
                    ),
                ),
                ("month", models.IntegerField(verbose_name="bulan")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "menunggu giliran"),
                            ("running", "berjalan"),
                            ("published", "terbit"),
                            ("failed", "gagal"),
                            ("cancelled", "dibatalkan"),
                        ],
                        max_length=12,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("approval", "berkas disetujui"),
                            ("withdrawal", "berkas ditarik"),
                            ("request", "diminta"),
                            ("review", "putusan antrian tinjau"),
                            ("erasure", "orang dihapus"),
                        ],
                        max_length=12,
                        verbose_name="sebab",
                    ),
                ),
                (
                    "fraction",
                    models.FloatField(default=0.0, verbose_name="bagian selesai"),
                ),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="sedang apa"
                    ),
                ),
                ("fault", models.TextField(blank=True, verbose_name="halangan")),
                (
                    "queued_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="diminta"),
                ),
                (
                    "started_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="mulai"),
                ),
                ("ended_at", moment("berakhir")),
                ("cancel_asked_at", moment("diminta batal")),
                (
                    "attempt",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="percobaan ke-"
                    ),
                ),
                (
                    "inputs",
                    models.JSONField(default=list, verbose_name="berkas yang dibaca"),
                ),
                (
                    "fingerprint",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="sidik masukan"
                    ),
                ),
                ("asked_by", person("runs_asked", "diminta oleh")),
                ("cancel_asked_by", person("runs_cancelled", "dibatalkan oleh")),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="runs",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.SET_NULL,
                        related_name="runs",
                        to="intake.publication",
                        verbose_name="potret",
                    ),
                ),
            ],
            options={
                "verbose_name": "proses",
                "verbose_name_plural": "proses",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("queued", "running"))),
                        fields=("region_code", "state"),
                        name="intake_run_one_open",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(
                fields=("institution", "kind", "region_code", "label"),
                name="intake_series_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="batch",
            constraint=models.UniqueConstraint(
                fields=("series", "number"), name="intake_batch_number"
            ),
        ),
        *guard("intake_series", sees=OWN),
        *guard("intake_batch", sees=OWN),
        *guard("intake_mapping", sees=OWN),
        *guard("intake_run", sees=CONCERNS),
    ]
