from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("blueprints", "0003_keep_wordings")]

    operations = [migrations.RenameField("definitionwording", "since", "started_at")]
