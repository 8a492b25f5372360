// Turns each textarea of a rich text into an editor with French buttons. Without this script the textarea serves as it is.
//
// The textarea stays the truth: it is updated at each change and says « input ». To replace its text from elsewhere, set
// its value and dispatch « texte-riche:remplacer » on it. Once mounted it says « texte-riche:pret ».
const PERMIS = /^(https:\/\/|mailto:)/i;

const creer = (nom, attributs = {}, ...enfants) => {
  const element = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, valeur);
  element.append(...enfants);
  return element;
};

const actes = [
  ["Gras", (e) => e.chain().focus().toggleBold(), (e) => e.isActive("bold")],
  ["Italique", (e) => e.chain().focus().toggleItalic(), (e) => e.isActive("italic")],
  ["Titre", (e) => e.chain().focus().toggleHeading({ level: 3 }), (e) => e.isActive("heading", { level: 3 })],
  ["Sous-titre", (e) => e.chain().focus().toggleHeading({ level: 4 }), (e) => e.isActive("heading", { level: 4 })],
  ["Liste", (e) => e.chain().focus().toggleBulletList(), (e) => e.isActive("bulletList")],
  ["Liste numérotée", (e) => e.chain().focus().toggleOrderedList(), (e) => e.isActive("orderedList")],
  ["Lien", null, (e) => e.isActive("link")],
  ["Annuler", (e) => e.chain().focus().undo()],
  ["Rétablir", (e) => e.chain().focus().redo()],
];

// Asks for an address: empty, the link goes.
const demanderLien = (editeur) => {
  const saisie = creer("input", { type: "url", id: "editeur-lien", class: "saisie", inputmode: "url" });
  const plainte = creer("p", { class: "champ__erreur", role: "alert" });
  const valider = creer("button", { class: "bouton bouton--principal", value: "oui" }, "Poser le lien");
  const renoncer = creer("button", { class: "bouton bouton--discret", value: "non", formnovalidate: "" }, "Abandonner");
  const formulaire = creer(
    "form",
    { method: "dialog", novalidate: "" },
    creer("label", { for: "editeur-lien", class: "champ__nom" }, "Adresse du lien"),
    creer("p", { class: "champ__aide" }, "Elle commence par https:// ou mailto: ; vide, le lien s’en va."),
    plainte,
    saisie,
    creer("div", { class: "editeur__fin" }, valider, renoncer),
  );
  const dialogue = creer("dialog", { class: "editeur__dialogue", "aria-label": "Lien" }, formulaire);
  saisie.value = editeur.getAttributes("link").href ?? "";
  formulaire.addEventListener("submit", (evenement) => {
    const adresse = saisie.value.trim();
    if (evenement.submitter?.value === "non") return;
    if (adresse && !PERMIS.test(adresse)) {
      evenement.preventDefault();
      plainte.textContent = "L’adresse doit commencer par https:// ou mailto:.";
      saisie.focus();
      return;
    }
    const suite = editeur.chain().focus().extendMarkRange("link");
    if (!adresse) suite.unsetLink().run();
    else if (editeur.state.selection.empty && !editeur.isActive("link"))
      suite.insertContent({ type: "text", text: adresse, marks: [{ type: "link", attrs: { href: adresse } }] }).run();
    else suite.setLink({ href: adresse }).run();
  });
  dialogue.addEventListener("close", () => {
    dialogue.remove();
    editeur.commands.focus();
  });
  document.body.append(dialogue);
  dialogue.showModal();
};

// One stop for the Tab key; arrows, Home and End go from button to button.
const barreDe = (editeur, nom) => {
  const boutons = actes.map(([mots, commande, actif], rang) => {
    const bouton = creer("button", { type: "button", class: "editeur__bouton", tabindex: rang ? "-1" : "0" }, mots);
    bouton.addEventListener("click", () => {
      if (!commande) return demanderLien(editeur);
      editeur.view.focus(); // at once: the chain's own comes with the next frame
      commande(editeur).run();
    });
    const dire = () => {
      if (actif) bouton.setAttribute("aria-pressed", String(actif(editeur)));
      else bouton.setAttribute("aria-disabled", String(!commande(editeur.can()).run()));
    };
    editeur.on("transaction", dire);
    dire();
    return bouton;
  });
  const barre = creer("div", { role: "toolbar", class: "editeur__barre", "aria-label": `Mise en forme, ${nom}` }, ...boutons);
  barre.addEventListener("keydown", (evenement) => {
    const ici = boutons.indexOf(document.activeElement);
    const pas = { ArrowRight: ici + 1, ArrowLeft: ici - 1, Home: 0, End: boutons.length - 1 }[evenement.key];
    if (pas === undefined) return;
    evenement.preventDefault();
    const la = (pas + boutons.length) % boutons.length;
    boutons.forEach((bouton, rang) => (bouton.tabIndex = rang === la ? 0 : -1));
    boutons[la].focus();
  });
  return barre;
};

const monter = (source, lib) => {
  if (source.closest(".editeur")) return;
  const nom = source.labels[0]?.firstChild?.textContent.trim() || source.getAttribute("aria-label") || "Texte";
  const attributs = { role: "textbox", "aria-multiline": "true", "aria-label": nom, class: "editeur__texte", id: source.id };
  for (const cle of ["aria-describedby", "aria-invalid"]) {
    if (source.hasAttribute(cle)) attributs[cle] = source.getAttribute(cle);
  }
  const cadre = creer("div", { class: "editeur" });
  source.before(cadre);
  cadre.append(source);
  // The label and the summary of errors lead to what can be seen
  for (const label of source.labels) {
    label.addEventListener("click", (evenement) => {
      evenement.preventDefault();
      editeur.commands.focus();
    });
  }
  source.id = `${source.id}-source`;
  const Lien = lib.Link.extend({
    addKeyboardShortcuts() {
      return { "Mod-k": () => (demanderLien(this.editor), true) };
    },
  });
  const editeur = new lib.Editor({
    element: cadre,
    injectCSS: false, // the content security policy would refuse it; editeur.css has what it needs
    editable: !source.disabled && !source.readOnly,
    content: source.value,
    editorProps: { attributes: attributs },
    extensions: [
      lib.Document,
      lib.Paragraph,
      lib.Text,
      lib.Bold,
      lib.Italic,
      lib.Heading.configure({ levels: [3, 4] }),
      lib.BulletList,
      lib.OrderedList.configure({ enableListAttributes: false }),
      lib.ListItem,
      lib.History,
      Lien.configure({ openOnClick: false, defaultProtocol: "https", isAllowedUri: (adresse) => PERMIS.test(adresse) }),
    ],
    onUpdate({ editor }) {
      source.value = editor.isEmpty ? "" : editor.getHTML();
      source.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  cadre.prepend(barreDe(editeur, nom));
  source.hidden = true;
  source.addEventListener("texte-riche:remplacer", () => editeur.commands.setContent(source.value));
  source.dispatchEvent(new CustomEvent("texte-riche:pret", { bubbles: true, detail: { editeur } }));
};

const monterTout = (racine) => {
  for (const source of racine.querySelectorAll("textarea[data-texte-riche]")) {
    import(source.dataset.texteRiche).then((lib) => monter(source, lib));
  }
};

monterTout(document);
document.addEventListener("htmx:load", (evenement) => monterTout(evenement.detail.elt));
