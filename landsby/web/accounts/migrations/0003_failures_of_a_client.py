from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_refuse_cpr_numbers'),
    ]

    operations = [
        migrations.AddField(
            model_name='failedsignin',
            name='client_key',
            field=models.CharField(default='', max_length=64),
        ),
        migrations.AddIndex(
            model_name='failedsignin',
            index=models.Index(fields=['client_key', 'at'], name='failed_sign_in_by_client'),
        ),
    ]
