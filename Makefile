# La porte d'entrée. Rien d'autre à préparer que make et python3-venv.
PY := .venv/bin/python
# What a production start is given, for `check --deploy` and for mypy, which reads the models; none of it is used anywhere.
CLE := une-cle-qui-ne-sert-a-rien-sinon-a-verifier-les-reglages-de-production
PRODUCTION := env -u CSIL_DEMONSTRATION CSIL_DATABASE_URL=postgresql://csil_app@localhost/csil \
	CSIL_DATABASE_OWNER_URL=postgresql://csil_owner@localhost/csil CSIL_SECRET_KEY=$(CLE)-1 \
	CSIL_CLE_IDENTITE=$(CLE)-2 CSIL_CLE_SECRETS=$(CLE)-3 CSIL_HOTES=csil.example CSIL_ADRESSE=https://csil.example
VERROUILLER := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --only-binary :all: $(OPTIONS) pyproject.toml

# When the city and UTC are not of the same day; a month's end; the leap day; an hour that is skipped, one that comes twice.
HEURES := 2026-06-15T23:30Z 2026-04-30T23:30Z 2028-02-29T12:00Z 2026-03-29T00:55Z 2026-10-25T00:55Z

.DEFAULT_GOAL := aide
.PHONY: aide demo test couverture verifier epreuves banc code cloison capture schema verrous
# Each command cleans up behind itself, and says itself what went wrong.
MAKEFLAGS += --no-print-directory

aide:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r nom role; do \
		printf '  make %-10s %s\n' "$$nom" "$$role"; done

demo: ## la plateforme et ses données de démonstration sur http://127.0.0.1:8000 (PORT=8001 pour un autre port)
	@outils/preparer
	@exec $(PY) -m csil.local.lancer

test: ## tous les essais, dans un vrai navigateur aussi, sur tous les processeurs
	@outils/preparer navigateur
	@exec $(PY) -m pytest -n auto $(ESSAIS)

verifier: ## style, types, migrations manquantes, réglages de production
	@outils/preparer
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PRODUCTION) $(PY) -m mypy --no-error-summary
	@$(PY) -m csil.local.postgres executer -- $(PY) manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

couverture: ## tous les essais, et les branches du code par où ils passent
	@outils/preparer navigateur
	@exec $(PY) -m pytest -n auto --cov --cov-report=term:skip-covered $(ESSAIS)

epreuves: ## les longues campagnes : 200 arrêts brutaux au milieu d'un acte ; ce qui dépend des dates, aux heures difficiles
	@outils/preparer horloge
	@$(PY) -m pytest -m epreuve $(ESSAIS)
	@for heure in $(HEURES); do echo "Horloge : $$heure"; \
		$(PY) outils/a_l_heure.py $$heure -m pytest -n auto -m dates $(ESSAIS) || exit 1; done

banc: ## les mesures, en rapports, écrites dans banc/resultats.json (une heure au plus)
	@outils/preparer
	@exec $(PY) -m csil.local.postgres executer -- $(PY) -m banc $(TAILLES)

code: ## les codes actuels du second facteur, pendant que « make demo » tourne
	@outils/preparer
	@$(PY) manage.py code

cloison: ## chaque personne contre chaque ligne et chaque adresse : « 0 fuite », ou les fuites
	@outils/preparer
	@if [ -f var/local.env ]; then exec $(PY) manage.py cloison; fi; \
	exec $(PY) -m csil.local.postgres executer -- sh -c \
		'$(PY) manage.py migrate -v 0 && $(PY) manage.py collectstatic -v 0 --noinput \
		&& $(PY) manage.py charger_demonstration >/dev/null && exec $(PY) manage.py cloison'

capture: ## refait l’image du README, pendant que « make demo » tourne
	@outils/preparer navigateur
	@$(PY) outils/capture.py

schema: ## refait ce que les migrations initiales tiennent des modèles, après un changement de modèle
	@outils/preparer
	@$(PY) -m csil.local.postgres executer -- $(PY) outils/schema.py

verrous: ## refait les verrous depuis pyproject.toml (demande uv ; OPTIONS=--upgrade renouvelle ce qu’il amène)
	@$(VERROUILLER) -o requirements.lock
	@$(VERROUILLER) --group dev -c requirements.lock -o requirements-dev.lock
