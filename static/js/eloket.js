// Small enhancements; every page works without them. Hooks are data-eloket-* attributes, never classes.
(() => {
  "use strict";

  // A posted form that was refused: bring the reader to what is wrong.
  document.querySelector("[data-eloket-foutmelding]")?.focus();

  // Print button: shown only where it works.
  for (const button of document.querySelectorAll("[data-eloket-druk]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Idle session: one minute before logout say so, once. Saving first is the form's own business: it listens
  // to `eloket:sessie-bijna-voorbij`.
  const session = document.querySelector("[data-eloket-sessie]");
  const seconds = Number(session?.dataset.eloketSessie ?? 0);
  if (seconds > 60) {
    setTimeout(() => {
      document.dispatchEvent(new CustomEvent("eloket:sessie-bijna-voorbij"));
      const warning = document.createElement("div");
      warning.className = "utrecht-alert utrecht-alert--warning";
      warning.setAttribute("role", "alert");
      warning.textContent = session.dataset.eloketSessieTekst;
      document.getElementById("inhoud").prepend(warning);
    }, (seconds - 60) * 1000);
  }
})();
