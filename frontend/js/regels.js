// Show and hide the questions of a step at once. The server decides again when the step is sent, and asks what
// nobody saw; so without this script nothing is lost. The rules stand in data-eloket-toon and -verplicht:
// a list of {alle, voorwaarden}, of which one must hold; a condition is true, false, or about a question here.
(() => {
  "use strict";

  const form = document.querySelector("[data-eloket-bewaar]");
  const rules = [...document.querySelectorAll("[data-eloket-toon], [data-eloket-verplicht]")];
  if (!form || !rules.length) return;

  const boxes = (name) =>
    [...form.elements].filter((box) => box.name === name || box.name.startsWith(`${name}_`));
  const isThere = (box) => !box.closest("[data-eloket-toon][hidden]");

  const typed = (name) => {
    const found = boxes(name).filter(isThere);
    return found.filter((box) => !["radio", "checkbox"].includes(box.type) || box.checked).map((box) => box.value.trim());
  };

  const number = (text) => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : null);

  // Three boxes, or nothing as long as they are no day; ISO days compare as text.
  const day = (name) => {
    const part = (end) => boxes(`${name}_${end}`).filter(isThere)[0]?.value.trim() ?? "";
    const [date, month, year] = ["dag", "maand", "jaar"].map(part);
    if (!/^\d{1,2}$/.test(date) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
    return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  };

  const compare = {
    is: (given, wanted) => wanted.includes(given),
    een_van: (given, wanted) => wanted.includes(given),
    is_niet: (given, wanted) => !wanted.includes(given),
    bevat: (given, wanted) => wanted.some((each) => given.includes(each)),
    bevat_niet: (given, wanted) => !wanted.some((each) => given.includes(each)),
    groter: (given, wanted) => given > wanted[0],
    kleiner: (given, wanted) => given < wanted[0],
    na: (given, wanted) => given > wanted[0],
    voor: (given, wanted) => given < wanted[0],
  };

  const read = ({ naam, soort, waarden }) => {
    const texts = typed(naam).filter(Boolean);
    if (soort === "datum") return [day(naam), waarden];
    if (soort === "meerkeuze") return [texts.length ? texts : null, waarden];
    if (!texts.length) return [null, waarden];
    if (soort === "getal") return [number(texts[0]), waarden.map(Number)];
    return soort === "tekst" ? [texts[0].toLowerCase(), waarden.map((each) => each.toLowerCase())] : [texts[0], waarden];
  };

  const holds = (condition) => {
    if (typeof condition === "boolean") return condition;
    const given = typed(condition.naam).some(Boolean);
    if (condition.operator === "leeg") return !given;
    if (condition.operator === "gevuld") return given;
    const [answer, wanted] = read(condition);
    return answer !== null && wanted.length > 0 && compare[condition.operator](answer, wanted);
  };

  const oneHolds = (text) =>
    JSON.parse(text).some(({ alle, voorwaarden }) => (alle ? voorwaarden.every(holds) : voorwaarden.some(holds)));

  // In the order of the page: what is hidden has no answer for what comes after it.
  const decide = () => {
    for (const place of rules) {
      const { eloketToon: show, eloketVerplicht: require } = place.dataset;
      if (show) {
        place.hidden = !oneHolds(show);
        place.querySelector("[name=getoond]").disabled = place.hidden; // tells the server what was seen
      }
      const mark = require && place.querySelector(".eloket-optioneel");
      if (mark) mark.hidden = oneHolds(require);
    }
  };

  form.addEventListener("input", decide);
  form.addEventListener("change", decide);
  decide();
})();
