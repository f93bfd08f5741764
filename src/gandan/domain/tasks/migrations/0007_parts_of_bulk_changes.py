from django.db import migrations, models


def count_tasks(apps, schema_editor):
    """Of the few hundred at most that a change held until now."""
    rows = apps.get_model("tasks", "BulkChange").objects.all()
    for row in rows.iterator(chunk_size=100):
        row.tasks = len(row.before)
        row.save(update_fields=["tasks"])


class Migration(migrations.Migration):

    dependencies = [
        ('tasks', '0006_what_dates_were_counted_by'),
    ]

    operations = [
        migrations.AddField(
            model_name='bulkchange',
            name='tasks',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='bulkchange',
            name='asked',
            field=models.CharField(blank=True, db_index=True, default='', max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(count_tasks, migrations.RunPython.noop),
    ]
