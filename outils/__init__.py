"""Tools of the developers and of the operators; no package that serves requests imports them."""
