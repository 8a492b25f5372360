"""`make cloison`: every person against every row and every address; what came back against what the rule says.

The rule is said a second time, in plain words and from the rows themselves, by each room (`<package>/<room>/cloison.py`):
neither the querysets nor the policies are asked, they are what is judged. Everything happens in one transaction that is
undone: the command can run on real data.
"""
