"""A percent names the counts it is a share of, and a meeting says when it was over."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations import RunSQL


# What stood beside a percent on the pages until now, it names from now on.
BIND = """
UPDATE coordination_figure share SET part_id = found.part, whole_id = found.whole
FROM (
    SELECT DISTINCT ON (one.id) one.id, part.id AS part, whole.id AS whole
    FROM coordination_figure one
    JOIN coordination_figure part ON part.event_id = one.event_id
        AND part.value = (one.checked->'of'->>0)::numeric
    JOIN coordination_figure whole ON whole.event_id = one.event_id
        AND whole.value = (one.checked->'of'->>1)::numeric
        AND whole.unit = part.unit AND whole.id <> part.id
    WHERE one.checked->>'kind' = 'share'
    ORDER BY one.id, part.id, whole.id
) found
WHERE share.id = found.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("coordination", "0004_mailed_sought_carried"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="diakhiri"),
        ),
        migrations.AddField(
            model_name="figure",
            name="part",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="coordination.figure",
                verbose_name="bagian",
            ),
        ),
        migrations.AddField(
            model_name="figure",
            name="whole",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="coordination.figure",
                verbose_name="keseluruhan",
            ),
        ),
        RunSQL(BIND, RunSQL.noop),
    ]
