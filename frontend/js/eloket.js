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

  // Paper shows what is folded away on the screen.
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
})();
