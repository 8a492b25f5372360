"""Every model of the package, where Django looks for them; each lives in its room."""

from csil.declarations import modules

MODULES = list(modules(__package__, "models"))
