"""Runs may be held, and files have one name each."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tokens"),
        ("intake", "0003_batches"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="run",
            name="intake_run_one_open",
        ),
        migrations.AddField(
            model_name="run",
            name="decided_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="diputus"),
        ),
        migrations.AddField(
            model_name="run",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="runs_decided",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diputus oleh",
            ),
        ),
        migrations.AddField(
            model_name="run",
            name="folder",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="folder yang ditahan"
            ),
        ),
        migrations.AddField(
            model_name="run",
            name="held",
            field=models.JSONField(
                blank=True, default=dict, verbose_name="perubahan yang menahan"
            ),
        ),
        migrations.AddField(
            model_name="run",
            name="held_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ditahan"),
        ),
        migrations.AddField(
            model_name="run",
            name="reason",
            field=models.CharField(blank=True, max_length=500, verbose_name="alasan"),
        ),
        migrations.AlterField(
            model_name="batch",
            name="state",
            field=models.CharField(
                choices=[
                    ("received", "diterima"),
                    ("mapped", "kolom dipetakan"),
                    ("tried", "diuji coba"),
                    ("waiting", "menunggu persetujuan"),
                    ("approved", "dipakai"),
                    ("replaced", "digantikan"),
                    ("withdrawn", "dicabut"),
                    ("refused", "ditolak"),
                    ("discarded", "dibuang"),
                ],
                max_length=12,
                verbose_name="keadaan",
            ),
        ),
        migrations.AlterField(
            model_name="mapping",
            name="kind",
            field=models.CharField(
                choices=[
                    ("workers", "Daftar pekerja"),
                    ("members", "Daftar peserta"),
                    ("employers", "Daftar pemberi kerja"),
                    ("contributions", "Daftar iuran"),
                    ("universe", "Jumlah pekerja resmi"),
                ],
                max_length=20,
                verbose_name="jenis berkas",
            ),
        ),
        migrations.AlterField(
            model_name="run",
            name="cause",
            field=models.CharField(
                choices=[
                    ("approval", "berkas disetujui"),
                    ("withdrawal", "berkas dicabut"),
                    ("request", "diminta"),
                    ("review", "putusan antrian tinjau"),
                    ("erasure", "orang dihapus"),
                ],
                max_length=12,
                verbose_name="sebab",
            ),
        ),
        migrations.AlterField(
            model_name="run",
            name="state",
            field=models.CharField(
                choices=[
                    ("queued", "menunggu giliran"),
                    ("running", "berjalan"),
                    ("held", "ditahan"),
                    ("published", "terbit"),
                    ("dropped", "tidak diterbitkan"),
                    ("failed", "gagal"),
                    ("cancelled", "dibatalkan"),
                ],
                max_length=12,
                verbose_name="keadaan",
            ),
        ),
        migrations.AlterField(
            model_name="series",
            name="kind",
            field=models.CharField(
                choices=[
                    ("workers", "Daftar pekerja"),
                    ("members", "Daftar peserta"),
                    ("employers", "Daftar pemberi kerja"),
                    ("contributions", "Daftar iuran"),
                    ("universe", "Jumlah pekerja resmi"),
                ],
                max_length=20,
                verbose_name="jenis berkas",
            ),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("queued", "running", "held"))),
                fields=("region_code", "state"),
                name="intake_run_one_open",
            ),
        ),
    ]
