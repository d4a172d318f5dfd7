from django.db import migrations

from landsby.web.kit.alphabet import Alphabetical


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0002_import_drafts"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="community",
            options={
                "ordering": [Alphabetical("municipality__name"), Alphabetical("name")],
                "verbose_name": "lokalområde",
                "verbose_name_plural": "communities",
            },
        ),
        migrations.AlterModelOptions(
            name="contact",
            options={"ordering": [Alphabetical("name")], "verbose_name": "kontaktperson"},
        ),
        migrations.AlterModelOptions(
            name="membership",
            options={"ordering": ["role__order", Alphabetical("user__name")], "verbose_name": "adgang"},
        ),
        migrations.AlterModelOptions(
            name="municipality",
            options={"ordering": [Alphabetical("name")], "verbose_name": "kommune"},
        ),
    ]
