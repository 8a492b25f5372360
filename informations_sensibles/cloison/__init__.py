"""A third saying of who reads what, for `manage.py cloison`: written apart from the policies and from visible_to."""
