-- A suspended mandate opens nothing. It is suspended when the e-mail, the password or the second factor of its person
-- is changed by anybody else, or outside a login that passed the second factor; lifted by one authority.

-- Suspend the confirmed mandates of this person, unless it is the person who speaks, with the second factor of this
-- login. Everybody else suspends, a visitor and the owner's commands too. The lock makes it wait for a confirmation
-- that is being written, and see it. `premiere`: the account is taken into use; that suspends no mandate given by the
-- server's command to a first authority (`amorce`), while no second factor was ever installed.
CREATE FUNCTION csil_suspendre(personne bigint, raison text, premiere boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record;
BEGIN
  IF csil_moi(true) = personne THEN RETURN; END IF;
  FOR m IN SELECT id, confirme_le, amorce FROM partenaires_mandat
           WHERE personne_id = personne AND refuse_le IS NULL AND termine_le IS NULL AND fin > statement_timestamp()
           ORDER BY id FOR UPDATE LOOP
    CONTINUE WHEN m.confirme_le IS NULL OR (premiere AND m.amorce AND NOT EXISTS (
      SELECT 1 FROM csil_entreejournal WHERE acte = 'comptes.second_facteur_installe' AND quand < now()
        AND objet_type = 'csil.utilisateur' AND objet_id = personne::text));
    INSERT INTO partenaires_suspension (id, mandat_id, cause, depuis, changee_par_id, motif_levee)
      VALUES (gen_random_uuid(), m.id, raison, statement_timestamp(), csil_auteur(), '') ON CONFLICT DO NOTHING;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION csil_suspendre(bigint, text, boolean) FROM PUBLIC;

-- Each suspension has its line in the journal, whoever caused it.
CREATE FUNCTION csil_suspension_journal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO csil_entreejournal (id, quand, qui_id, verbe, acte, objet_type, objet_id, motif, destinataires)
    SELECT gen_random_uuid(), statement_timestamp(), csil_auteur(), 'attribution', 'partenaires.mandat_suspendu',
           'partenaires.mandat', NEW.mandat_id::text, NEW.cause, ARRAY[personne_id::text]
    FROM partenaires_mandat WHERE id = NEW.mandat_id;
  RETURN NULL;
END $$;
CREATE TRIGGER journal AFTER INSERT ON partenaires_suspension FOR EACH ROW EXECUTE FUNCTION csil_suspension_journal();

-- Password and e-mail address. The former address no longer leads to a new password (allauth keeps it beside).
CREATE FUNCTION csil_compte_suspension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE jamais boolean := OLD.password LIKE '!%';
BEGIN
  IF NEW.password IS DISTINCT FROM OLD.password THEN
    PERFORM csil_suspendre(NEW.id, CASE WHEN csil_moi() IS DISTINCT FROM 0 THEN 'mot_de_passe' WHEN jamais THEN 'invitation'
                                        ELSE 'reinitialisation' END, jamais AND csil_moi() = 0);
  END IF;
  IF lower(NEW.email) <> lower(OLD.email) THEN
    PERFORM csil_suspendre(NEW.id, 'adresse');
    DELETE FROM account_emailaddress WHERE user_id = NEW.id AND lower(email) <> lower(NEW.email);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER suspension AFTER UPDATE OF password, email ON csil_utilisateur
  FOR EACH ROW EXECUTE FUNCTION csil_compte_suspension();

-- Second factors are installed, replaced and removed by their person; an administrator removes them too (a lost
-- telephone). While one logs in, still a visitor, only the use is noted: when, and which recovery codes are spent.
CREATE FUNCTION csil_facteur_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi();
  avant bigint;
  apres bigint;
BEGIN
  IF csil_est_proprietaire() THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' AND (OLD.user_id = moi OR csil_dans('Administrateurs')) THEN RETURN OLD; END IF;
  IF TG_OP = 'INSERT' AND NEW.user_id = moi THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.user_id = moi AND NEW.user_id = moi THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND moi = 0 AND (to_jsonb(NEW) - '{data,last_used_at}'::text[]) = (to_jsonb(OLD) - '{data,last_used_at}'::text[])
     AND NEW.data - 'used_mask' = OLD.data - 'used_mask' THEN
    avant := coalesce((OLD.data ->> 'used_mask')::bigint, 0);
    apres := coalesce((NEW.data ->> 'used_mask')::bigint, 0);
    IF apres & avant = avant THEN RETURN NEW; END IF;
  END IF;
  RAISE insufficient_privilege USING MESSAGE = 'Un second facteur se change par sa personne.';
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON mfa_authenticator
  FOR EACH ROW EXECUTE FUNCTION csil_facteur_garde();

-- Installing, replacing or removing one suspends; using it does not.
CREATE FUNCTION csil_facteur_suspension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.user_id = OLD.user_id AND NEW.type = OLD.type
     AND NEW.data - '{used_mask,viewed_at}'::text[] = OLD.data - '{used_mask,viewed_at}'::text[] THEN
    RETURN NULL;  -- used, not changed
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM csil_suspendre(OLD.user_id, CASE WHEN TG_OP = 'DELETE' AND csil_moi() IS DISTINCT FROM OLD.user_id THEN 'telephone'
                                             ELSE 'second_facteur' END);
  END IF;
  IF TG_OP = 'INSERT' OR NEW.user_id <> OLD.user_id THEN
    PERFORM csil_suspendre(NEW.user_id, 'second_facteur', TG_OP = 'INSERT' AND csil_moi() = NEW.user_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO csil_entreejournal (id, quand, qui_id, verbe, acte, objet_type, objet_id, motif, destinataires)
      VALUES (gen_random_uuid(), statement_timestamp(), csil_auteur(), 'modification', 'comptes.second_facteur_installe',
              'csil.utilisateur', NEW.user_id::text, NEW.type, '{}');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER suspension AFTER INSERT OR UPDATE OR DELETE ON mfa_authenticator
  FOR EACH ROW EXECUTE FUNCTION csil_facteur_suspension();

-- allauth looks for accounts by these addresses: anybody may let it copy the account's own, as it does when a password
-- is forgotten; the rest is its person's. At depth, the trigger of the account above cleans up.
CREATE FUNCTION csil_adresse_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() OR pg_trigger_depth() > 1 THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'INSERT' AND NOT NEW.verified AND NOT NEW."primary"
     AND EXISTS (SELECT 1 FROM csil_utilisateur u WHERE u.id = NEW.user_id AND lower(u.email) = lower(NEW.email)) THEN
    RETURN NEW; END IF;
  IF csil_moi(true) IS DISTINCT FROM coalesce(NEW.user_id, OLD.user_id)
     OR (TG_OP = 'UPDATE' AND NEW.user_id <> OLD.user_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une adresse de connexion se change par sa personne.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON account_emailaddress
  FOR EACH ROW EXECUTE FUNCTION csil_adresse_garde();

-- An address that is not the account's own would lead to a new password.
CREATE FUNCTION csil_adresse_suspension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ligne account_emailaddress := coalesce(NEW, OLD);
BEGIN
  IF pg_trigger_depth() = 1 AND NOT EXISTS (
    SELECT 1 FROM csil_utilisateur u WHERE u.id = ligne.user_id AND lower(u.email) = lower(ligne.email)) THEN
    PERFORM csil_suspendre(ligne.user_id, 'adresse'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER suspension AFTER INSERT OR UPDATE OR DELETE ON account_emailaddress
  FOR EACH ROW EXECUTE FUNCTION csil_adresse_suspension();

-- Lifted once, by a third person in authority: neither the holder, nor who asked for the mandate, nor who changed the
-- account. The clock may suspend for want of a review, an authority never; the others are suspended by what they change.
CREATE FUNCTION csil_suspension_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  levee text[] := '{levee_par_id,levee_le,motif_levee}';
  m partenaires_mandat;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  SELECT * INTO m FROM partenaires_mandat WHERE id = OLD.mandat_id;
  IF (to_jsonb(NEW) - levee) <> (to_jsonb(OLD) - levee) OR OLD.levee_le IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une suspension ne se réécrit pas.'; END IF;
  IF moi IS NULL OR NEW.levee_par_id IS DISTINCT FROM moi OR NEW.levee_le IS NULL OR NOT csil_autorite()
     OR moi = m.personne_id OR moi = m.demande_par_id
     OR EXISTS (SELECT 1 FROM partenaires_suspension WHERE mandat_id = OLD.mandat_id AND levee_le IS NULL AND changee_par_id = moi) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une suspension se lève par une tierce personne, en autorité.'; END IF;
  NEW.levee_le := statement_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON partenaires_suspension FOR EACH ROW EXECUTE FUNCTION csil_suspension_garde();

-- Is the review of this mandate so late that the clock suspends it?
CREATE FUNCTION csil_revue_suspend(mandat uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN csil_horloge() AND EXISTS (
    SELECT 1 FROM partenaires_echeancemandat e
    WHERE e.id = mandat AND NOT e.autorite AND e.revu_le < statement_timestamp() - interval '1 month');
END $$;

-- Who sees the mandate sees its suspensions; added by the triggers above, and by the clock.
ALTER TABLE partenaires_suspension ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON partenaires_suspension FOR SELECT TO csil_app USING (mandat_id IN (SELECT id FROM partenaires_mandat));
CREATE POLICY changer ON partenaires_suspension FOR UPDATE TO csil_app USING (mandat_id IN (SELECT id FROM partenaires_mandat));
CREATE POLICY ajouter ON partenaires_suspension FOR INSERT TO csil_app WITH CHECK (
  cause = 'revue' AND changee_par_id IS NULL AND levee_le IS NULL AND levee_par_id IS NULL AND motif_levee = ''
  AND csil_revue_suspend(mandat_id));
