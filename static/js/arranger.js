// The agenda by mouse or finger: a handle beside each item, which only this script adds. The arrows do the same by keyboard.
const BORD = 60; // near the edge of the window, the page follows the hand
const formulaire = document.getElementById("arrangement");
const repere = Object.assign(document.createElement("li"), { className: "point__repere" }); // where it would fall
let tire = null; // the item in the hand

function ajouterPoignees() {
  for (const point of formulaire.querySelectorAll(".point:not(:has(> .point__poignee))")) {
    const poignee = document.createElement("span");
    poignee.className = "point__poignee";
    poignee.setAttribute("aria-hidden", "true");
    point.prepend(poignee);
  }
}

// In the last section that begins above the hand, before the first item whose middle is below it.
function suivre({ clientY }) {
  const listes = [...formulaire.querySelectorAll("ol[data-section]")];
  const liste = listes.findLast((une) => une.parentElement.getBoundingClientRect().top <= clientY) ?? listes[0];
  const suivant = [...liste.querySelectorAll(":scope > .point")].find((point) => {
    const { top, height } = point.getBoundingClientRect();
    return clientY < top + height / 2;
  });
  liste.insertBefore(repere, suivant ?? null);
  if (clientY < BORD) scrollBy(0, -12);
  if (clientY > innerHeight - BORD) scrollBy(0, 12);
}

function lacher() {
  const point = tire;
  tire = null;
  point.classList.remove("point--tire");
  repere.remove();
  return point;
}

function deposer() {
  const liste = repere.parentElement;
  const suivant = repere.nextElementSibling;
  const precedent = repere.previousElementSibling;
  const point = lacher();
  if (!liste || suivant === point || precedent === point) return; // where it was
  const bouton = Object.assign(document.createElement("button"), { type: "submit", name: "placer", hidden: true });
  bouton.value = `${point.dataset.point}:${liste.dataset.section}:${suivant?.dataset.point ?? ""}`;
  formulaire.append(bouton);
  bouton.click();
}

formulaire.addEventListener("pointerdown", (evenement) => {
  const poignee = evenement.target.closest(".point__poignee");
  if (!poignee || evenement.button !== 0) return;
  evenement.preventDefault();
  poignee.setPointerCapture(evenement.pointerId);
  tire = poignee.parentElement;
  tire.classList.add("point--tire");
});
formulaire.addEventListener("pointermove", (evenement) => tire && suivre(evenement));
formulaire.addEventListener("pointerup", () => tire && deposer());
formulaire.addEventListener("pointercancel", () => tire && lacher());
document.addEventListener("keydown", (evenement) => {
  if (tire && evenement.key === "Escape") lacher();
});

document.addEventListener("htmx:afterSettle", ajouterPoignees);
ajouterPoignees();
