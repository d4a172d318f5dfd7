from django.apps import AppConfig


class PhotosConfig(AppConfig):
    name = "landsby.web.photos"
    label = "photos"

    def ready(self) -> None:
        """Let no file outlive its row, and keep the data policy's promises."""
        from django.db.models.signals import post_delete

        from landsby.web.photos.files import remove_files
        from landsby.web.photos.models import Photo
        from landsby.web.photos.retention import register_rules

        post_delete.connect(remove_files, sender=Photo, dispatch_uid="photos.remove_files")
        register_rules()
