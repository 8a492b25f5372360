-- E-mails waiting to leave. Asked in one's own name or by the clock, never by a visitor; the text is read by who asked.
CREATE FUNCTION csil_envoi_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE suivi text[] := '{etat,tentatives,prochain_essai,pris_le,erreur,envoye_le}';
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat <> 'en_attente' OR NEW.tentatives <> 0 OR NEW.envoye_le IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un envoi commence par attendre.'; END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - suivi) <> (to_jsonb(OLD) - suivi) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un envoi ne change ni de destinataire ni d''auteur.'; END IF;
  -- A person asks again or gives up; what the mail server answered is the clock's to note.
  IF NOT csil_horloge() AND NOT (
       (NEW.etat = 'en_attente' AND OLD.etat IN ('rejete', 'abandonne', 'incertain'))
       OR (NEW.etat = 'annule' AND OLD.etat IN ('en_attente', 'a_reessayer'))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''état d''un envoi se note par la plateforme.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON csil_envoi FOR EACH ROW EXECUTE FUNCTION csil_envoi_garde();

-- May the speaker act as the one who asked? NULL is the clock's own.
CREATE FUNCTION csil_demande_par(par bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT CASE WHEN par IS NULL THEN csil_horloge() ELSE coalesce(par = csil_auteur(), false) END $$;
ALTER TABLE csil_envoi ENABLE ROW LEVEL SECURITY;
CREATE POLICY demander ON csil_envoi FOR INSERT TO csil_app WITH CHECK (csil_demande_par(par_id));
CREATE POLICY suivre ON csil_envoi FOR SELECT TO csil_app USING (
  (SELECT csil_horloge()) OR par_id = (SELECT csil_auteur())
  OR (NOT reserve AND (SELECT csil_auteur()) IS NOT NULL));
CREATE POLICY noter ON csil_envoi FOR UPDATE TO csil_app
  USING ((SELECT csil_horloge()) OR par_id = (SELECT csil_auteur()));
ALTER TABLE csil_corpsenvoi ENABLE ROW LEVEL SECURITY;
CREATE POLICY sien ON csil_corpsenvoi TO csil_app USING (
  EXISTS (SELECT 1 FROM csil_envoi e WHERE e.id = envoi_id AND csil_demande_par(e.par_id)));
ALTER TABLE csil_piecejointe ENABLE ROW LEVEL SECURITY;
CREATE POLICY sienne ON csil_piecejointe TO csil_app USING (
  EXISTS (SELECT 1 FROM csil_envoi e WHERE e.id = envoi_id AND csil_demande_par(e.par_id)));
