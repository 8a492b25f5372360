// Partial updates by htmx: what is left to say when the answer is not the fragment that was asked for, or does not come.
const REFUS = "La connexion est coupée : rien n’est encore fait. Vérifiez le réseau, puis recommencez.";

// The session ended, the right is gone, the server is in trouble: without htmx the same form says it on a whole page.
document.addEventListener("htmx:beforeSwap", (evenement) => {
  const { xhr, requestConfig } = evenement.detail;
  if (xhr.status === 200 && !xhr.responseText.includes("<!doctype html>")) return;
  evenement.detail.shouldSwap = false;
  const formulaire = requestConfig.elt.closest("form");
  const bouton = requestConfig.triggeringEvent?.submitter;
  if (bouton?.name) {
    const champ = Object.assign(document.createElement("input"), { type: "hidden", name: bouton.name, value: bouton.value });
    formulaire.append(champ);
  }
  HTMLFormElement.prototype.submit.call(formulaire);
});

document.addEventListener("htmx:sendError", () => dire(REFUS));
document.addEventListener("htmx:beforeRequest", () => document.getElementById("coupure")?.remove());

function dire(phrase) {
  document.getElementById("coupure")?.remove();
  const alerte = Object.assign(document.createElement("div"), { id: "coupure", className: "alerte alerte--danger coupure" });
  alerte.setAttribute("role", "alert");
  alerte.append(Object.assign(document.createElement("p"), { className: "alerte__titre", textContent: phrase }));
  document.getElementById("contenu").prepend(alerte);
}

// After a refused form, the keyboard and the screen reader start at the summary of errors.
document.addEventListener("htmx:afterSettle", () => document.querySelector(".resume-erreurs")?.focus());
