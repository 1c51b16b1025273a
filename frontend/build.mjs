// Builds static/dist/: one style sheet, one script and the two font weights, for every page of the counter.
//
// Picked components of the NL Design System, the tokens of the Voorbeeld theme that those components (and our
// own rules) can reach, then our own rules; each in a cascade layer, so that a gemeente's theme file, which is
// unlayered, wins. Nothing here looks at templates: class names are composed there, a purge would guess wrong.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { transform } from "lightningcss";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "static", "dist");
const read = (...path) => readFileSync(join(here, ...path), "utf8");

const CANDIDATE = ["button", "data-badge", "heading", "link", "number-badge", "paragraph", "skip-link"];
const UTRECHT = [
  "alert", "badge-status", "body", "breadcrumb-nav", "button-group", "checkbox", "form-field",
  "form-field-description", "form-field-error-message", "form-fieldset", "form-label", "link-list",
  "ordered-list", "page-body", "page-footer", "page-header", "radio-button", "select",
  "separator", "table", "textarea", "textbox", "unordered-list",
];
const THEME = ["node_modules", "@nl-design-system-unstable", "voorbeeld-design-tokens", "dist", "theme.css"];
const FONT = ["node_modules", "@fontsource", "noto-sans", "files"];
// Two weights; latin-ext is only fetched by the browser when a name on the page needs it.
const WEIGHTS = [400, 700];
const SUBSETS = {
  latin: "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, "
    + "U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
  "latin-ext": "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, "
    + "U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
};

const sources = (folder, end) => readdirSync(join(here, folder)).filter((f) => f.endsWith(end)).sort().map((f) => read(folder, f));

const strip = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@charset[^;]*;/g, "");
const used = (css) => new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]));

function components() {
  const candidate = CANDIDATE.map((n) => read("node_modules", "@nl-design-system-candidate", `${n}-css`, "dist", `${n}.css`));
  const utrecht = UTRECHT.map((n) => read("node_modules", "@utrecht", `${n}-css`, "dist", "index.css"));
  return strip([...utrecht, ...candidate].join("\n"));
}

// The tokens that the given rules reach, directly or through other tokens; in the theme's own order.
function reachable(theme, css, skip) {
  const tokens = new Map([...strip(theme).matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)].map((m) => [m[1], m[2].trim()]));
  const keep = new Set();
  const queue = [...used(css)];
  while (queue.length) {
    const name = queue.pop();
    if (keep.has(name) || skip.has(name) || !tokens.has(name)) continue;
    keep.add(name);
    queue.push(...used(tokens.get(name)));
  }
  return [...tokens].filter(([name]) => keep.has(name)).map(([name, value]) => `${name}:${value};`).join("\n");
}

function fonts() {
  mkdirSync(join(dist, "fonts"), { recursive: true });
  return WEIGHTS.flatMap((weight) => Object.entries(SUBSETS).map(([subset, range]) => {
    const data = readFileSync(join(here, ...FONT, `noto-sans-${subset}-${weight}-normal.woff2`));
    const name = `noto-sans-${subset}-${weight}.${createHash("sha256").update(data).digest("hex").slice(0, 8)}.woff2`;
    writeFileSync(join(dist, "fonts", name), data);
    return `@font-face{font-family:"Noto Sans";font-style:normal;font-weight:${weight};font-display:swap;`
      + `src:url("fonts/${name}") format("woff2");unicode-range:${range}}`;
  })).join("\n");
}

// One file, because a request costs a phone more than the bytes. Each script is a function of its own that stops at
// once where the page has nothing for it, so joining them needs no order and no bundler.
function scripts() {
  return sources("js", ".js").join("\n");
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const nlds = components();
const own = sources("css", ".css").join("\n");
// A token that tokens.css gives a value of its own need not carry the theme's value too.
const overridden = new Set([...strip(read("css", "00-tokens.css")).matchAll(/^\s*(--[\w-]+)\s*:/gm)].map((m) => m[1]));
const theme = reachable(read(...THEME), nlds + own, overridden);
const source = `@layer nlds,thema,own;\n${fonts()}\n@layer nlds{${nlds}}\n@layer thema{:root{${theme}}}\n@layer own{${own}}`;
const { code, warnings } = transform({
  filename: "eloket.css",
  code: Buffer.from(source),
  minify: true,
  targets: { chrome: 110 << 16, firefox: 110 << 16, safari: (16 << 16) | (4 << 8) },
});
if (warnings.length) throw new Error(`css: ${JSON.stringify(warnings)}`);
writeFileSync(join(dist, "eloket.css"), code);
writeFileSync(join(dist, "eloket.js"), scripts());
for (const name of ["eloket.css", "eloket.js"]) {
  const made = readFileSync(join(dist, name));
  console.log(`static/dist/${name}: ${made.length} bytes, ${gzipSync(made).length} gzip`);
}
