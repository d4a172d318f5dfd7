"""What roles were called before: programmes that had gone over to a renaming version before this was kept get it now."""

from typing import Any

from django.db import migrations


def tell(apps: Any, _schema_editor: Any) -> None:
    """Give each role the keys that standing adoptions have renamed it from."""
    adopted_model = apps.get_model("blueprints", "AdoptedBlueprint")
    former: dict[tuple[int, str], list[str]] = {}
    standing = adopted_model.objects.filter(undone_at=None).order_by("adopted_at", "pk")
    for programme, renamed in standing.values_list("programme_id", "renamed"):
        for _folder, before, after in (each for each in renamed if each[0] == "roles"):
            former[programme, after] = [*former.pop((programme, before), []), before]
    for role in apps.get_model("partnerships", "Role").objects.all():
        formerly = former.get((role.programme_id, role.key), [])
        if formerly and role.formerly != formerly:
            role.formerly = formerly
            role.save(update_fields=["formerly"])


class Migration(migrations.Migration):
    dependencies = [
        ("blueprints", "0004_name_the_moment"),
        ("partnerships", "0006_roles_renamed_and_ended"),
    ]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
