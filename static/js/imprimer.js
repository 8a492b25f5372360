// Buttons that print: <button data-imprimer hidden>. Without script they stay hidden, and the browser's menu prints.
for (const bouton of document.querySelectorAll("[data-imprimer]")) {
  bouton.hidden = false;
  bouton.addEventListener("click", () => window.print());
}
