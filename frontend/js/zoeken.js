// Suggestions while typing in a search box (a combobox with a list of links), and a word to the redacteur when
// nothing was found. Without JavaScript the box searches all the same.
(() => {
  "use strict";

  const WAIT = 150; // milliseconds after the last key
  const SHORTEST = 2;

  class Zoekvak {
    constructor(form, number) {
      this.form = form;
      this.input = form.querySelector("input[name=q]");
      this.id = `eloket-suggesties-${number}`;
      this.active = -1;
      this.list = this.make("ul", "eloket-suggesties", { id: this.id, role: "listbox", "aria-label": form.dataset.eloketLijst });
      this.list.hidden = true;
      this.status = this.make("p", "eloket-verborgen", { role: "status" });
      form.append(this.list, this.status);
      this.set(this.input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.id, "aria-expanded": "false" });
      this.input.addEventListener("input", () => this.onInput());
      this.input.addEventListener("keydown", (event) => this.onKey(event));
      this.input.addEventListener("blur", () => this.close());
      // A press on a choice may not take the focus away before it is a click.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
    }

    make(name, style, attributes) {
      const made = document.createElement(name);
      made.className = style;
      this.set(made, attributes);
      return made;
    }

    set(element, attributes) {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    }

    onInput() {
      clearTimeout(this.timer);
      this.request?.abort();
      if (this.input.value.trim().length < SHORTEST) this.close();
      else this.timer = setTimeout(() => this.ask(), WAIT);
    }

    async ask() {
      this.request = new AbortController();
      const asked = new URLSearchParams({ q: this.input.value.trim() });
      try {
        const answer = await fetch(`${this.form.dataset.eloketZoek}?${asked}`, { signal: this.request.signal });
        if (answer.ok && document.activeElement === this.input) this.show((await answer.json()).suggesties);
      } catch {
        this.close(); // no suggestions; the box itself still works
      }
    }

    show(found) {
      this.list.replaceChildren(...found.map((one, number) => this.choice(one, number)));
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.open(found.length > 0);
      const { eloketEen, eloketMeer } = this.form.dataset;
      this.status.textContent = found.length === 1 ? eloketEen : `${found.length} ${eloketMeer}`;
    }

    choice(one, number) {
      const made = this.make("li", "eloket-suggesties__keuze", { id: `${this.id}-${number}`, role: "option", "aria-selected": "false" });
      made.append(one.titel);
      if (one.soort) {
        const kind = this.make("span", "eloket-suggesties__soort", {});
        kind.textContent = one.soort;
        made.append(" ", kind);
      }
      made.addEventListener("click", () => window.location.assign(one.url));
      return made;
    }

    onKey(event) {
      if (this.list.hidden) return;
      const count = this.list.children.length;
      if (event.key === "ArrowDown") this.move((this.active + 1) % count);
      else if (event.key === "ArrowUp") this.move(this.active <= 0 ? count - 1 : this.active - 1);
      else if (event.key === "Escape") this.close();
      else if (event.key === "Enter" && this.active >= 0) this.list.children[this.active].click();
      else return;
      event.preventDefault();
    }

    move(number) {
      this.list.children[this.active]?.setAttribute("aria-selected", "false");
      this.active = number;
      const now = this.list.children[number];
      now.setAttribute("aria-selected", "true");
      now.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", now.id);
    }

    open(wide) {
      this.list.hidden = !wide;
      this.input.setAttribute("aria-expanded", String(wide));
    }

    close() {
      clearTimeout(this.timer);
      this.open(false);
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.status.textContent = "";
    }
  }

  document.querySelectorAll("[data-eloket-zoek]").forEach((form, number) => new Zoekvak(form, number));

  // Counted without who it was; the server looks again, and keeps no numbers, addresses or long stories.
  const nothing = document.querySelector("[data-eloket-niets]");
  if (nothing) navigator.sendBeacon(nothing.dataset.eloketNiets, new URLSearchParams({ q: nothing.dataset.eloketVraag }));
})();
