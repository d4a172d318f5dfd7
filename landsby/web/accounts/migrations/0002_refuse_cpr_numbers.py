import landsby.web.kit.cpr
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="email",
            field=models.EmailField(
                max_length=254, unique=True, validators=[landsby.web.kit.cpr.refuse_cpr], verbose_name="e-mail"
            ),
        ),
    ]
