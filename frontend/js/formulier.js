// Keep what was typed when the session is about to end. Without JavaScript the steps before are kept all the same.
(() => {
  "use strict";

  const form = document.querySelector("[data-eloket-bewaar]");
  if (!form) return;

  document.addEventListener("eloket:sessie-bijna-voorbij", () => {
    const typed = new FormData(form);
    typed.append("bewaar", "1");
    fetch(window.location.href, {
      method: "POST",
      body: new URLSearchParams(typed),
      redirect: "manual",
      headers: { "X-Eloket-Stil": "1" }, // a machine asks this, not the visitor: the session ends when it would
    });
  });
})();
