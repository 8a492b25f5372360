from csil.formulaires.versions import FormulaireVersionne, verrouiller

__all__ = [
    "FormulaireVersionne",
    "verrouiller",
]
