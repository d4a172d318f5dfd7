"""Settings, URLs and the WSGI entry: the only house that knows every other."""
