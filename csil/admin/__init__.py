from . import engagement, reference

__all__ = ["engagement", "reference"]
