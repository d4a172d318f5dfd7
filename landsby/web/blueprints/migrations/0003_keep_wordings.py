"""What has been adopted before: its hash is what holds, and its wordings are kept."""

from typing import Any

from django.db import migrations

from landsby.blueprint.hashing import hash_of


def keep(apps: Any, _schema_editor: Any) -> None:
    """Store each definition of each adopted version once."""
    adopted_model = apps.get_model("blueprints", "AdoptedBlueprint")
    wording_model = apps.get_model("blueprints", "DefinitionWording")
    known = set()
    for adopted in adopted_model.objects.order_by("adopted_at", "pk"):
        adopted.effective_hash = adopted.content_hash
        adopted.save(update_fields=["effective_hash"])
        for folder, definitions in adopted.content.items():
            for content in definitions if isinstance(definitions, list) else ():
                key = (adopted.programme_id, folder, hash_of(content))
                if key not in known:
                    known.add(key)
                    wording_model.objects.create(
                        programme_id=adopted.programme_id,
                        folder=folder,
                        key=content["id"],
                        content_hash=key[2],
                        content=content,
                        since=adopted.adopted_at,
                    )


class Migration(migrations.Migration):
    dependencies = [("blueprints", "0002_adaptations_and_wordings")]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
