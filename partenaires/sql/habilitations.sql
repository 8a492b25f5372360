-- The clearance of the police members: attested by another person in authority, never changed, replaced by the next one.
ALTER TABLE partenaires_attestationhabilitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON partenaires_attestationhabilitation FOR SELECT TO csil_app
  USING (personne_id = (SELECT csil_moi()) OR (SELECT csil_voit_les_mandats()));
CREATE POLICY ajouter ON partenaires_attestationhabilitation FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_autorite()) AND attestee_par_id = (SELECT csil_moi(true)) AND personne_id <> (SELECT csil_moi(true))
  AND attestee_le BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min');

-- Its history is read by the same people, and added to by who attests.
ALTER TABLE partenaires_historicalattestationhabilitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON partenaires_historicalattestationhabilitation FOR SELECT TO csil_app
  USING (personne_id = (SELECT csil_moi()) OR (SELECT csil_voit_les_mandats()));
CREATE POLICY ajouter ON partenaires_historicalattestationhabilitation FOR INSERT TO csil_app
  WITH CHECK ((SELECT csil_autorite()));
