"""What is planned for several days at once is known by something together."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0004_count_in_the_index")]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="repetition",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(repetition__isnull=False), fields=["repetition"], name="activity_by_repetition"
            ),
        ),
    ]
