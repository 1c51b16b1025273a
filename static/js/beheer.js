// From a message to the block that it speaks of. Wagtail scrolls there slowly; when the block stands in another tab,
// the text boxes of that tab take their height meanwhile, and that stops the scroll half-way. The focus does come to
// the block: from there, go to it in one step.
document.addEventListener("w-focus:focused", ({ target }) => {
  const bring = () => target.scrollIntoView({ block: "center", behavior: "instant" });
  target.addEventListener("focus", bring, { once: true });
});

// "Dit ziet de inwoner" follows what is typed. Without this script the button "Bekijk" does the same.
const asWords = (field) => {
  if (field.type === "date" && field.value) {
    const [year, month, day] = field.value.split("-").map(Number);
    return new Intl.DateTimeFormat(document.documentElement.lang || "nl", { dateStyle: "long" }).format(
      new Date(year, month - 1, day),
    );
  }
  return field.type === "checkbox" ? "" : field.value;
};
document.addEventListener("input", ({ target }) => {
  if (!target.name || !target.form) return;
  for (const shown of target.form.querySelectorAll(`[data-eloket-volgt="${CSS.escape(target.name)}"]`)) {
    shown.textContent = asWords(target);
  }
});

// Who else has this zaak open: a sign of life every half minute, while the page can be seen. Without this script the
// page says who was there when it opened.
const colleagues = document.querySelector("[data-eloket-aanwezig]");
const tellWeAreHere = async () => {
  if (document.hidden) return;
  const { eloketAanwezig: url, eloketToken: token } = colleagues.dataset;
  const answer = await fetch(url, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
  if (!answer?.ok) return;
  const words = (await answer.text()).trim();
  if (words !== colleagues.innerHTML.trim()) colleagues.innerHTML = words;
};
if (colleagues) setInterval(tellWeAreHere, 30_000);
