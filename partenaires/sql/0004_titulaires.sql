-- Who steers the platform, for whoever has an account: nothing else of a mandate. A suspended one still holds the role.
CREATE VIEW partenaires_titulaire WITH (security_barrier) AS
  SELECT m.id, m.personne_id, g.name AS groupe_nom, m.qualite, m.debut
  FROM partenaires_mandat m JOIN auth_group g ON g.id = m.groupe_id
  WHERE (SELECT csil_auteur()) IS NOT NULL AND m.confirme_le IS NOT NULL AND m.termine_le IS NULL
    AND m.debut <= statement_timestamp() AND statement_timestamp() < m.fin
    AND g.name IN (SELECT groupe_nom FROM partenaires_poste);

-- A condition of whoever asks is not tried on rows that the view hides.
ALTER VIEW partenaires_echeancemandat SET (security_barrier = true);
