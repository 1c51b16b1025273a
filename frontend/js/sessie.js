// The end of a session comes near: say so two minutes before, let the form save itself, offer to stay.
// Without JavaScript the bar above the page says until what time somebody stays logged in.
(() => {
  "use strict";

  const bar = document.querySelector("[data-eloket-sessie]");
  const dialog = document.querySelector("[data-eloket-sessie-dialoog]");
  const seconds = Number(bar?.dataset.eloketSessie ?? 0);
  if (!dialog || seconds <= 0) return;

  const warningSeconds = Math.min(120, seconds / 2);
  let timers = [];

  const warn = () => {
    // Forms listen to this and save what is typed; see formulier.js.
    document.dispatchEvent(new CustomEvent("eloket:sessie-bijna-voorbij"));
    dialog.showModal();
  };

  // Another tab may have kept the session open: the login page then comes straight back here.
  const end = () => {
    const here = window.location.pathname + window.location.search;
    window.location.assign(`${bar.dataset.eloketSessieVoorbij}?verlopen=1&next=${encodeURIComponent(here)}`);
  };

  const start = () => {
    timers.forEach(clearTimeout);
    timers = [setTimeout(warn, (seconds - warningSeconds) * 1000), setTimeout(end, (seconds + 1) * 1000)];
  };

  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) return end();
    // The time that the server wrote down is no longer true.
    document.querySelector("[data-eloket-sessie-tot]")?.remove();
    dialog.close();
    start();
  });

  start();
})();
