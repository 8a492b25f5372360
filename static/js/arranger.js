// The agenda by mouse or finger: a handle beside each item, which only this script adds. The arrows do the same by keyboard.
const formulaire = document.getElementById("arrangement");
let tiree = null; // the item in the hand: { point, liste, suivant }

function ajouterPoignees() {
  for (const point of formulaire.querySelectorAll(".point:not(:has(> .point__poignee))")) {
    const poignee = document.createElement("span");
    poignee.className = "point__poignee";
    poignee.setAttribute("aria-hidden", "true");
    point.prepend(poignee);
  }
}

// Where it would fall: before the first item whose middle is below the pointer, in the nearest section.
function suivre(evenement) {
  const listes = [...formulaire.querySelectorAll("ol[data-section]")];
  const liste = listes.findLast((une) => une.parentElement.getBoundingClientRect().top <= evenement.clientY) ?? listes[0];
  const suivant = [...liste.children].find((autre) => {
    const boite = autre.getBoundingClientRect();
    return autre !== tiree.point && evenement.clientY < boite.top + boite.height / 2;
  });
  if (liste !== tiree.point.parentElement || (suivant ?? null) !== tiree.point.nextElementSibling) {
    liste.insertBefore(tiree.point, suivant ?? null);
  }
  const bord = 60;
  if (evenement.clientY < bord) scrollBy(0, -12);
  if (evenement.clientY > innerHeight - bord) scrollBy(0, 12);
}

function lacher(remettre) {
  const { point, liste, suivant } = tiree;
  tiree = null;
  point.classList.remove("point--tire");
  if (remettre) liste.insertBefore(point, suivant);
  return point.parentElement !== liste || point.nextElementSibling !== suivant ? point : null;
}

function deposer() {
  const point = lacher(false);
  if (!point) return;
  const bouton = Object.assign(document.createElement("button"), { type: "submit", name: "placer", hidden: true });
  const avant = point.nextElementSibling?.dataset.point ?? "";
  bouton.value = `${point.dataset.point}:${point.parentElement.dataset.section}:${avant}`;
  formulaire.append(bouton);
  bouton.click();
}

formulaire.addEventListener("pointerdown", (evenement) => {
  const poignee = evenement.target.closest(".point__poignee");
  if (!poignee || evenement.button !== 0) return;
  evenement.preventDefault();
  poignee.setPointerCapture(evenement.pointerId);
  const point = poignee.parentElement;
  tiree = { point, liste: point.parentElement, suivant: point.nextElementSibling };
  point.classList.add("point--tire");
});
formulaire.addEventListener("pointermove", (evenement) => tiree && suivre(evenement));
formulaire.addEventListener("pointerup", () => tiree && deposer());
formulaire.addEventListener("pointercancel", () => tiree && lacher(true));
document.addEventListener("keydown", (evenement) => {
  if (tiree && evenement.key === "Escape") lacher(true);
});

document.addEventListener("htmx:afterSettle", ajouterPoignees);
ajouterPoignees();
