"""What is typed about blueprints."""

from landsby.web.blueprints.forms.adapting import AdaptForm, Pair
from landsby.web.blueprints.forms.starting import StartForm, slug_of
from landsby.web.blueprints.forms.versions import AdoptForm, VersionForm

__all__ = ["AdaptForm", "AdoptForm", "Pair", "StartForm", "VersionForm", "slug_of"]
