// Shows name and size of what was chosen, and says sooner that a file is too large. Never opens a file.
(() => {
  "use strict";

  const MB = 1024 * 1024;
  const size = (bytes) => `${(bytes / MB).toLocaleString(document.documentElement.lang || "nl", { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;

  for (const box of document.querySelectorAll("[data-eloket-bestand]")) {
    const list = document.createElement("ul");
    list.className = "eloket-bestanden__keuze eloket-subtiel";
    list.setAttribute("aria-live", "polite");
    box.after(list);
    box.addEventListener("change", () => {
      list.replaceChildren(
        ...Array.from(box.files, (file) => {
          const row = document.createElement("li");
          const large = file.size > Number(box.dataset.maxMb) * MB;
          row.textContent = `${file.name} (${size(file.size)})${large ? ` ${box.dataset.teGroot}` : ""}`;
          row.classList.toggle("eloket-bestanden__te-groot", large);
          return row;
        }),
      );
    });
  }
})();
