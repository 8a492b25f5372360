// What was kept on this device while one wrote goes when its person logs out, once the server has really closed the login.
const PREFIXE = "csil:redaction:";
const SORTIE = "csil:sortie";

for (const form of document.querySelectorAll(".compte form")) {
  form.addEventListener("submit", () => sessionStorage.setItem(SORTIE, "oui"));
}
if (sessionStorage.getItem(SORTIE)) {
  sessionStorage.removeItem(SORTIE);
  if (!document.querySelector(".compte")) {
    for (const cle of Object.keys(localStorage)) if (cle.startsWith(PREFIXE)) localStorage.removeItem(cle);
  }
}
