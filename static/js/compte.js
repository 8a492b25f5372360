// The account menu also closes with Escape, or when one goes elsewhere.
const compte = document.querySelector("details.compte");
if (compte) {
  const resume = compte.querySelector("summary");
  document.addEventListener("keydown", (evenement) => {
    if (evenement.key === "Escape" && compte.open) {
      compte.open = false;
      resume.focus();
    }
  });
  document.addEventListener("click", (evenement) => {
    if (!compte.contains(evenement.target)) compte.open = false;
  });
  compte.addEventListener("focusout", (evenement) => {
    if (evenement.relatedTarget && !compte.contains(evenement.relatedTarget)) compte.open = false;
  });
}
