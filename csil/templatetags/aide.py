"""Answers by role in the help pages: `{% reponses %}{% pour "referent" %}…{% endpour %}{% endreponses %}`."""

from django import template
from django.template.loader import get_template

from csil.templatetags.csil import etat

register = template.Library()


@register.simple_tag
def a_verifier():
    """Mark what no lawyer has read yet."""
    return etat("attention", "alerte", "À vérifier")


class Pour(template.Node):
    """Hold an answer that concerns some roles."""

    def __init__(self, codes, nodelist):
        self.codes = codes
        self.nodelist = nodelist

    def render(self, context):
        return self.nodelist.render(context)


class Reponses(template.Node):
    """Show the answers for the reader's roles in the open, those for the other roles folded."""

    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        reponses = self.nodelist.get_nodes_by_type(Pour)
        contexte = {
            "miennes": self._choisir(reponses, context["miens"], context),
            "autres": self._choisir(reponses, context["autres"], context),
        }
        return get_template("csil/accueil/aide/reponses.html").template.render(context.new(contexte))

    def _choisir(self, reponses, roles, context):
        choisies = []
        for reponse in reponses:
            noms = [role.nom for role in roles if role.code in reponse.codes]
            if noms:
                choisies.append((noms, reponse.render(context)))
        return choisies


@register.tag
def pour(parser, token):
    codes = {argument.strip("\"'") for argument in token.split_contents()[1:]}
    nodelist = parser.parse(["endpour"])
    parser.delete_first_token()
    return Pour(codes, nodelist)


@register.tag
def reponses(parser, token):
    nodelist = parser.parse(["endreponses"])
    parser.delete_first_token()
    return Reponses(nodelist)
