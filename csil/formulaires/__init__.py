from csil.formulaires.versions import FormulaireVersionne

__all__ = [
    "FormulaireVersionne",
]
