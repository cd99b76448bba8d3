"""Minutes that went out by mail, numbers found by words, records that can be parted."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coordination", "0003_held"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="carried",
            field=models.JSONField(
                blank=True, default=dict, verbose_name="yang ikut disatukan"
            ),
        ),
        migrations.AddField(
            model_name="official",
            name="carried",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                size=None,
                verbose_name="yang ikut disatukan",
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="mailed_at",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="disurelkan"
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="mailed_people",
            field=models.PositiveIntegerField(default=0, verbose_name="penerima surel"),
        ),
        migrations.AddField(
            model_name="figure",
            name="sought",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    "meaning", "words", config="indonesian"
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="figure",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["sought"], name="coordination_figure_words"
            ),
        ),
    ]
