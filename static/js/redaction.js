// Saves the minutes of an item as one types. What the server has not confirmed is kept on this device, and offered back
// at the next opening; somebody else's saving is shown beside one's own text, never overwritten. Without this script the
// form has its button.
const PREFIXE = "csil:redaction:";
const PAUSE = 1200; // after the last key
const AU_PLUS_TARD = 8000; // while one goes on typing
const REESSAI = 10000;
const VEILLE = 10000;
const TAPE_ENCORE = 20000; // « écrit » until that long after the last key

const heure = (date) => `${date.getHours()}\u00a0h\u00a0${String(date.getMinutes()).padStart(2, "0")}`;

const creer = (nom, attributs = {}, ...enfants) => {
  const element = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, valeur);
  element.append(...enfants);
  return element;
};

// The words of a rich text, a line per block: to compare two texts, and to show one that is not ours to trust.
const enTexte = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const blocs = [...page.body.querySelectorAll("p, h3, h4")].filter((bloc) => !bloc.querySelector("p, h3, h4"));
  const lignes = blocs.length ? blocs.map((bloc) => bloc.textContent) : [page.body.textContent];
  return lignes.map((ligne) => ligne.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n");
};

// localStorage may be full, or forbidden: one then writes without a net, and is told so.
const tiroir = {
  lire: (cle) => {
    try {
      return JSON.parse(localStorage.getItem(cle));
    } catch {
      return null;
    }
  },
  garder: (cle, valeur) => {
    try {
      localStorage.setItem(cle, JSON.stringify(valeur));
      return true;
    } catch {
      return false;
    }
  },
  oublier: (cle) => {
    try {
      localStorage.removeItem(cle);
    } catch {
      // nothing was kept either
    }
  },
};

class Redaction {
  constructor(form) {
    this.form = form;
    this.source = form.querySelector("textarea");
    this.version = form.elements.version;
    this.cle = PREFIXE + form.dataset.redaction;
    this.restes = `${this.cle}:restes`;
    this.enregistre = this.source.value; // what the server has
    this.conflit = null;
    this.proposes = []; // what stayed on this device, and has not been chosen or given up
    this.tape = 0;
    form.querySelector("[data-enregistrer]").hidden = true;
    form.addEventListener("input", (evenement) => this.saisir(evenement));
    form.addEventListener("change", (evenement) => evenement.target.type === "checkbox" && this.enregistrer());
    form.addEventListener("submit", (evenement) => {
      evenement.preventDefault();
      this.enregistrer();
    });
    // Another form of the page would leave with it what is being written
    document.addEventListener("submit", (evenement) => this.passerAvant(evenement), { capture: true });
    addEventListener("online", () => this.enregistrer());
    addEventListener("offline", () => this.modifie && this.horsLigne());
    addEventListener("pagehide", () => this.partir());
    document.addEventListener("visibilitychange", () => document.hidden || this.veiller());
    this.reprendre();
    this.veiller();
    setInterval(() => document.hidden || this.veiller(), VEILLE);
  }

  get modifie() {
    return this.source.value !== this.enregistre;
  }

  saisir(evenement) {
    if (evenement.target !== this.source || this.remplace) return;
    this.tape = Date.now();
    this.garder();
    if (this.conflit) return;
    this.attendre();
    clearTimeout(this.minuterie);
    this.premiere ??= Date.now();
    const attente = Math.max(0, Math.min(PAUSE, this.premiere + AU_PLUS_TARD - Date.now()));
    this.minuterie = setTimeout(() => this.enregistrer(), attente);
  }

  garder() {
    if (!this.modifie) return tiroir.oublier(this.cle);
    const garde = { texte: this.source.value, version: this.version.value, quand: new Date().toISOString() };
    this.sansFilet = !tiroir.garder(this.cle, garde);
  }

  remplacer(texte) {
    this.remplace = true;
    this.source.value = texte;
    this.source.dispatchEvent(new Event("texte-riche:remplacer"));
    this.remplace = false;
  }

  // Saving

  async enregistrer() {
    clearTimeout(this.minuterie);
    this.premiere = undefined;
    if (this.conflit || !this.modifie) return;
    if (this.enCours) {
      this.encore = true;
      return;
    }
    this.enCours = true;
    this.attendre();
    const envoye = this.source.value;
    try {
      await this.recevoir(await this.envoyer(this.form.action, new FormData(this.form)), envoye);
    } catch {
      this.horsLigne();
    }
    this.enCours = false;
    if (this.encore) {
      this.encore = false;
      this.enregistrer();
    }
  }

  async envoyer(adresse, corps, options = {}) {
    const entetes = { Accept: "application/json", ...options.headers };
    const donnees = new URLSearchParams(corps);
    const reponse = await fetch(adresse, { method: "POST", body: donnees, redirect: "manual", ...options, headers: entetes });
    const json = reponse.headers.get("Content-Type")?.startsWith("application/json");
    return { statut: reponse.status, corps: json ? await reponse.json() : null };
  }

  async recevoir({ statut, corps }, envoye) {
    if (!corps) return this.refuser(statut);
    if (corps.etat === "conflit") return this.comparer(corps);
    if (corps.etat === "refuse") return this.demander(corps);
    this.version.value = corps.version;
    this.enregistre = envoye;
    if (corps.repris && this.source.value === envoye) {
      this.remplacer(corps.texte);
      this.enregistre = this.source.value;
    }
    this.garder();
    this.form.querySelector("[data-garde]").replaceChildren();
    this.plaindre("");
    this.dire(`Enregistré à ${corps.quand}`, "enregistre");
    if (this.modifie) this.encore = true;
  }

  horsLigne() {
    this.dire(this.sansFilet ? "Hors ligne : gardez cette page ouverte" : "Hors ligne : gardé sur cet appareil", "hors-ligne");
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => this.enregistrer(), REESSAI);
  }

  // No JSON: the login ended (0 or 403 of the form), or the minutes do not change any more.
  refuser(statut) {
    this.dire("Pas enregistré : gardé sur cet appareil", "hors-ligne");
    if (statut >= 500) return this.horsLigne();
    this.plaindre(
      "La plateforme n’a pas pris ce texte : votre connexion a pris fin, ou ce compte rendu ne change plus. Ce que vous avez " +
        "écrit reste sur cet appareil : ouvrez de nouveau cette page, il vous sera proposé.",
    );
  }

  // The guard asks, or refuses: its words and its boxes come from the server.
  demander({ messages, garde }) {
    this.form.querySelector("[data-garde]").innerHTML = garde;
    this.plaindre(messages.join(" ") || "Ce texte n’a pas pu être enregistré.");
    this.dire("Pas encore enregistré : gardé sur cet appareil", "hors-ligne");
  }

  async passerAvant(evenement) {
    const { target: autre, submitter } = evenement;
    if (autre === this.form || autre.hasAttribute("hx-post") || this.partie || !this.modifie || this.conflit || autre.matches("[method=dialog]")) return;
    evenement.preventDefault();
    evenement.stopImmediatePropagation();
    await this.enregistrer();
    this.partie = true; // saved, or kept on this device: it may leave
    autre.requestSubmit(submitter);
    this.partie = false;
  }

  partir() {
    if (!this.modifie || this.conflit) return;
    this.garder();
    this.envoyer(this.form.action, new FormData(this.form), { keepalive: true }).catch(() => {});
  }

  // Two writers

  async veiller() {
    const corps = new URLSearchParams({ version: this.version.value });
    corps.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    if (Date.now() - this.tape < TAPE_ENCORE) corps.set("ecrit", "oui");
    try {
      // Polling is not activity: the login still ends by itself
      const reponse = await this.envoyer(this.form.dataset.veille, corps, { headers: { "X-Csil-Veille": "oui" } });
      if (reponse.corps) this.apprendre(reponse.corps);
    } catch {
      // the next saving will say it
    }
  }

  apprendre({ autres, version, texte, qui, quand }) {
    const phrases = autres.map(({ nom, ecrit }) => (ecrit ? `${nom} écrit aussi ce point.` : `${nom} a aussi ouvert ce point.`));
    const zone = this.form.querySelector("[data-autres]");
    if (zone.textContent !== phrases.join(" ")) zone.textContent = phrases.join(" ");
    zone.hidden = !phrases.length;
    if (texte === undefined || this.enCours || this.conflit || String(version) === this.version.value) return;
    if (this.modifie) return this.comparer({ version, texte, qui, quand });
    this.remplacer(texte);
    this.enregistre = this.source.value;
    this.version.value = version;
    this.dire(`${qui} a enregistré à ${quand} : voici son texte`, "enregistre");
    this.proposes.filter(({ reste }) => enTexte(reste.texte) === enTexte(texte)).forEach(({ oublier }) => oublier());
  }

  comparer({ version, texte, qui, quand }) {
    this.garder();
    this.dire("Pas encore enregistré : choisissez ci-dessous", "hors-ligne");
    const trancher = (mien) => {
      this.conflit.remove();
      this.conflit = null;
      this.version.value = version;
      this.enregistre = texte;
      if (mien !== this.source.value) this.remplacer(mien);
      this.garder();
      this.enregistrer();
      this.dire(this.modifie ? "Pas encore enregistré" : `Enregistré à ${quand}`, "enregistre");
    };
    this.conflit?.remove();
    this.conflit = this.choisir(
      `Pendant que vous écriviez, ${qui} a enregistré ce point à ${quand}. Rien n’est perdu : choisissez.`,
      [[`Ce que ${qui} a enregistré`, texte], ["Ce que vous avez écrit", this.source.value]],
      [
        ["Garder le mien", () => trancher(this.source.value)],
        [`Reprendre celui de ${qui}`, () => trancher(texte)],
        ["Mettre les deux à la suite", () => trancher(texte + this.source.value)],
      ],
    );
  }

  // What stayed on this device

  reprendre() {
    const restes = tiroir.lire(this.restes) ?? [];
    const reste = tiroir.lire(this.cle);
    if (reste) restes.push(reste);
    tiroir.oublier(this.cle);
    const autres = restes.filter(({ texte }) => enTexte(texte) !== enTexte(this.source.value));
    if (!autres.length) return tiroir.oublier(this.restes);
    tiroir.garder(this.restes, autres);
    autres.forEach((autre) => this.proposer(autre));
  }

  proposer(reste) {
    const quand = new Date(reste.quand);
    const jour = quand.toLocaleDateString("fr-BE", { weekday: "long", day: "numeric", month: "long" });
    const oublier = () => {
      bloc.remove();
      const gardes = (tiroir.lire(this.restes) ?? []).filter(({ texte }) => texte !== reste.texte);
      if (gardes.length) tiroir.garder(this.restes, gardes);
      else tiroir.oublier(this.restes);
    };
    const prendre = (texte) => {
      oublier();
      this.remplacer(texte);
      this.garder();
      this.enregistrer();
    };
    const bloc = this.choisir(
      `Un texte non enregistré est resté sur cet appareil (${jour}, ${heure(quand)}).`,
      [["Ce qui est enregistré", this.source.value], ["Ce qui était resté ici", reste.texte]],
      [
        ["Reprendre ce texte", () => prendre(reste.texte)],
        ["Mettre les deux à la suite", () => prendre(this.source.value + reste.texte)],
        ["L’abandonner", oublier],
      ],
    );
    this.proposes.push({ reste, oublier });
  }

  choisir(phrase, textes, gestes) {
    const colonnes = textes.map(([titre, texte]) =>
      creer("div", {}, creer("p", { class: "choisir__titre" }, titre), creer("p", { class: "choisir__texte" }, enTexte(texte) || "Rien")),
    );
    const boutons = gestes.map(([mots, geste]) => {
      const bouton = creer("button", { type: "button", class: "bouton" }, mots);
      bouton.addEventListener("click", () => {
        geste();
        this.form.querySelector(".editeur__texte, textarea:not([hidden])")?.focus();
      });
      return bouton;
    });
    const bloc = creer(
      "div",
      { class: "choisir", role: "alert" },
      creer("p", { class: "choisir__phrase" }, phrase),
      creer("div", { class: "choisir__textes" }, ...colonnes),
      creer("div", { class: "boutons" }, ...boutons),
    );
    this.form.prepend(bloc);
    return bloc;
  }

  // Words

  // The state is read at will; aloud, only that something is wrong, and that it is so no more.
  dire(phrase, genre) {
    const zone = this.form.querySelector("[data-etat]");
    zone.textContent = phrase;
    zone.parentElement.className = `redaction__etat redaction__etat--${genre}`;
    if (genre === "hors-ligne" || this.genre === "hors-ligne") this.form.querySelector("[data-annonce]").textContent = phrase;
    this.genre = genre;
  }

  attendre() {
    if (this.modifie && this.genre !== "hors-ligne") this.dire("Enregistrement…", "attente");
  }

  plaindre(phrase) {
    const zone = this.form.querySelector("[data-plainte]");
    zone.textContent = phrase;
    zone.hidden = !phrase;
  }
}

for (const form of document.querySelectorAll("form[data-redaction]")) new Redaction(form);
