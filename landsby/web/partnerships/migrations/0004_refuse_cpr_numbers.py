import landsby.web.kit.cpr
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0003_danish_order"),
    ]

    operations = [
        migrations.AlterField(
            model_name="actor",
            name="register_id",
            field=models.CharField(
                blank=True, max_length=30, validators=[landsby.web.kit.cpr.refuse_cpr], verbose_name="nummer i register"
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="email",
            field=models.EmailField(
                blank=True, max_length=254, validators=[landsby.web.kit.cpr.refuse_cpr], verbose_name="e-mail"
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="phone",
            field=models.CharField(
                blank=True, max_length=20, validators=[landsby.web.kit.cpr.refuse_cpr], verbose_name="telefon"
            ),
        ),
        migrations.AlterField(
            model_name="programme",
            name="slug",
            field=models.SlugField(
                max_length=60,
                unique=True,
                validators=[landsby.web.kit.cpr.refuse_cpr],
                verbose_name="kort navn i adressen",
            ),
        ),
    ]
