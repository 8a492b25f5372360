"""The day is the city's, in PostgreSQL as in Python: at half past midnight in Liège, UTC is still yesterday."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import connection
from django.utils import timezone

pytestmark = pytest.mark.dates

DOSSIERS = ("csil", "partenaires", "concertation", "informations_sensibles", "banc", "outils", "tests")
# Where a day is judged otherwise than by the city's clock. What a form or an argument says is a day already: strptime.
EN_SQL = re.compile(
    r"current_date|localtime|::\s*date\b|as date\)|date_trunc|at time zone|set time zone", re.I
)
EN_PYTHON = re.compile(
    r"(date|datetime)\.today\(|datetime\.(now|utcnow)\(|(?<!%d\"\))(?<!%m\"\))\.date\(\)|__date\b|TruncDate|\btime\.strftime"
)
PERMIS = {"csil/sql/jour.sql", "tests/csil/mur/test_jour.py"}


def lignes(suffixe):
    for dossier in DOSSIERS:
        for fichier in (settings.RACINE / dossier).rglob(f"*{suffixe}"):
            chemin = str(fichier.relative_to(settings.RACINE))
            if chemin not in PERMIS:
                for numero, ligne in enumerate(fichier.read_text().splitlines(), 1):
                    yield f"{chemin}:{numero} : {ligne.strip()}", re.sub(r"(?<!\S)(--|#) .*", "", ligne)


@pytest.mark.parametrize(
    "suffixe, motif, remede",
    [
        (".sql", EN_SQL, "csil_aujourd_hui() ou csil_jour(moment)"),
        (
            ".py",
            re.compile(EN_SQL.pattern.replace("localtime|", ""), re.I),
            "csil_aujourd_hui() ou csil_jour(moment)",
        ),
        (".py", EN_PYTHON, "timezone.localdate()"),
    ],
    ids=["fichiers", "sql-en-python", "python"],
)
def test_le_jour_se_demande_a_la_ville(suffixe, motif, remede):
    fautifs = [ou for ou, ligne in lignes(suffixe) if motif.search(ligne)]
    assert not fautifs, f"Écrivez {remede} :\n" + "\n".join(fautifs)


def test_postgresql_et_python_ont_le_meme_jour(curseur):
    """Around every midnight of two years, both changes of hour and a 29 February in them."""
    premier = datetime(2027, 10, 1, tzinfo=UTC)
    moments = [premier + timedelta(minutes=30 * n) for n in range(48 * 730)]
    curseur.execute("SELECT array_agg(csil_jour(m) ORDER BY m) FROM unnest(%s) m", [moments])
    assert curseur.fetchone()[0] == [timezone.localdate(moment) for moment in moments]
    curseur.execute("SELECT csil_aujourd_hui() = csil_jour(statement_timestamp())")
    assert curseur.fetchone()[0]


def test_un_jour_de_la_ville_commence_a_son_minuit(curseur):
    jours = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]
    curseur.execute("SELECT array_agg(csil_minuit(j) ORDER BY j) FROM unnest(%s) j", [jours])
    attendus = [timezone.make_aware(datetime(j.year, j.month, j.day)) for j in jours]
    assert curseur.fetchone()[0] == attendus


def test_des_mois_apres_comme_relativedelta(curseur):
    jours = [date(2027, 1, 1) + timedelta(days=n) for n in range(3 * 366)]
    curseur.execute("SELECT array_agg(csil_mois_apres(j, 6) ORDER BY j) FROM unnest(%s) j", [jours])
    assert curseur.fetchone()[0] == [jour + relativedelta(months=6) for jour in jours]


def test_la_connexion_reste_en_utc(curseur):
    """In another zone psycopg would misread the hour that comes twice in October."""
    curseur.execute("SHOW timezone")
    assert (curseur.fetchone()[0], connection.timezone_name) == ("UTC", "UTC")
