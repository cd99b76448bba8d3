import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_holding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BoundaryPack",
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
                ("name", models.CharField(max_length=200, verbose_name="nama paket")),
                (
                    "source_url",
                    models.CharField(max_length=500, verbose_name="alamat sumber"),
                ),
                ("licence", models.CharField(max_length=200, verbose_name="lisensi")),
                (
                    "vintage",
                    models.CharField(max_length=40, verbose_name="keadaan per"),
                ),
                (
                    "sha256",
                    models.CharField(
                        max_length=64, unique=True, verbose_name="sidik berkas"
                    ),
                ),
                ("shapes", models.PositiveIntegerField(verbose_name="banyak bentuk")),
                (
                    "unmatched",
                    models.PositiveIntegerField(
                        default=0, verbose_name="tanpa kode yang sah"
                    ),
                ),
                (
                    "loaded_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="dimuat"),
                ),
            ],
            options={
                "verbose_name": "paket batas",
                "verbose_name_plural": "paket batas",
                "ordering": ("-loaded_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="AcceptedFigure",
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
                    models.CharField(max_length=13, verbose_name="kode wilayah"),
                ),
                ("as_of", models.CharField(max_length=10, verbose_name="per")),
                ("segment", models.CharField(max_length=30, verbose_name="segmen")),
                (
                    "source_url",
                    models.CharField(max_length=500, verbose_name="alamat sumber"),
                ),
                ("note", models.CharField(max_length=500, verbose_name="catatan")),
                (
                    "accepted_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="diterima"),
                ),
                (
                    "accepted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diterima oleh",
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
            ],
            options={
                "verbose_name": "angka cetak yang diterima",
                "verbose_name_plural": "angka cetak yang diterima",
                "ordering": ("region_code", "pk"),
            },
        ),
        migrations.CreateModel(
            name="TargetSeries",
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
                ("name", models.CharField(max_length=80, verbose_name="nama deret")),
                ("basis", models.CharField(max_length=200, verbose_name="penyebut")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="alamat sumber"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="target_series",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
            ],
            options={
                "verbose_name": "deret target",
                "verbose_name_plural": "deret target",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="TargetValue",
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
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode wilayah"
                    ),
                ),
                (
                    "segment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "semua segmen"),
                            ("PU", "PU"),
                            ("BPU", "BPU"),
                            ("JAKON", "Jakon"),
                        ],
                        max_length=5,
                        verbose_name="segmen",
                    ),
                ),
                ("month", models.IntegerField(verbose_name="bulan")),
                (
                    "percent",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, null=True, verbose_name="persen"
                    ),
                ),
                (
                    "set_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="ditetapkan"),
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
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="regions.targetseries",
                        verbose_name="deret",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditetapkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai target",
                "verbose_name_plural": "nilai target",
                "ordering": ("region_code", "segment", "month", "pk"),
            },
        ),
        migrations.CreateModel(
            name="BoundarySheet",
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
                    "parent_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode wilayah induk"
                    ),
                ),
                ("level", models.CharField(max_length=10, verbose_name="tingkat")),
                ("width", models.PositiveIntegerField(verbose_name="lebar")),
                ("height", models.PositiveIntegerField(verbose_name="tinggi")),
                ("paths", models.JSONField(verbose_name="bentuk")),
                ("frames", models.JSONField(default=dict, verbose_name="bingkai")),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheets",
                        to="regions.boundarypack",
                        verbose_name="paket",
                    ),
                ),
            ],
            options={
                "verbose_name": "lembar batas",
                "verbose_name_plural": "lembar batas",
                "ordering": ("parent_code", "level"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pack", "parent_code", "level"),
                        name="regions_boundarysheet_once",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="targetseries",
            constraint=models.UniqueConstraint(
                fields=("institution", "name"), name="regions_targetseries_name"
            ),
        ),
        migrations.AddIndex(
            model_name="targetvalue",
            index=models.Index(
                fields=["region_code", "month"], name="regions_tar_region__d6ad6f_idx"
            ),
        ),
    ]
