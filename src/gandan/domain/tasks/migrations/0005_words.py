from django.db import migrations

from gandan.domain.tasks.words import set_words


class Migration(migrations.Migration):

    dependencies = [
        ('tasks', '0004_closes_with'),
    ]

    operations = [
        migrations.RunPython(lambda apps, editor: set_words(), migrations.RunPython.noop),
    ]
