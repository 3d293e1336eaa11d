// Search, the filter of the list of exercises, and marks at what was solved in this browser.  Every page reads well without.
"use strict";
const root = document.body.dataset.root;
const solved = () => {
  try {
    return new Set(JSON.parse(localStorage.getItem("gradlings solved") ?? "[]"));
  } catch {
    return new Set();  // storage is switched off, or holds something else
  }
};

const mark = () => {
  const done = solved();
  for (const each of document.querySelectorAll("[data-exercise]")) {
    const row = each.closest("tr");
    if (row !== null) row.dataset.solved = done.has(each.dataset.exercise);
    if (!done.has(each.dataset.exercise) || each.dataset.marked) continue;
    each.dataset.marked = "yes";
    const note = document.createElement("span");
    note.className = "done";
    note.textContent = "✓ solved here";
    each.tagName === "A" ? each.after(" ", note) : each.append(" ", note);
  }
};
mark();
document.addEventListener("gradlings:solved", mark);

// --- search -------------------------------------------------------------------------------------------------------
const form = document.querySelector("form.search");
const box = document.getElementById("search");
const results = document.getElementById("results");
const found = document.getElementById("found");
const MOST = 30;
const KINDS = { topic: "Topic", exercise: "Exercise", question: "Question", myth: "Myth" };
const flat = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let lines = null;
let asked = null;

// Called by assets/search.js.
globalThis.known = (rows) => {
  lines = rows.map(([kind, title, url, topic, text], place) => ({
    kind, title, url, topic, text, place, head: ` ${flat(title)}`, body: ` ${flat(`${topic} ${text}`)}`,
  }));
  show();
};

const load = () => {
  if (asked !== null) return;
  asked = document.createElement("script");
  asked.src = `${root}assets/search.js`;
  asked.addEventListener("error", () => { found.textContent = "The search could not be loaded."; asked = null; });
  document.head.append(asked);
};

// A word counts more in a title than in a text, and more at the start of a word than inside of one.
const worth = (line, word) => {
  const starts = new RegExp(`[^\\p{L}\\p{N}]${RegExp.escape?.(word) ?? word.replace(/[^\p{L}\p{N}_]/gu, "\\$&")}`, "u");
  if (starts.test(line.head)) return 8;
  if (line.head.includes(word)) return 4;
  return starts.test(line.body) ? 2 : line.body.includes(word) ? 1 : 0;
};

const look = (words) => lines
  .map((line) => ({ line, worths: words.map((word) => worth(line, word)) }))
  .filter(({ worths }) => worths.every(Boolean))
  .map(({ line, worths }) => ({ line, sum: worths.reduce((a, b) => a + b) }))
  .sort((a, b) => b.sum - a.sum || a.line.place - b.line.place)
  .map(({ line }) => line);

const entry = (line) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const about = document.createElement("span");
  const text = document.createElement("span");
  link.href = root + line.url;
  link.textContent = line.title;
  about.className = "about";
  about.textContent = line.kind === "topic" ? KINDS.topic : `${KINDS[line.kind]}, ${line.topic}`;
  text.className = "text";
  text.textContent = line.text.length > 140 ? `${line.text.slice(0, 140).replace(/\s\S*$/, "")} …` : line.text;
  item.append(link, about, text);
  return item;
};

const show = () => {
  const words = flat(box.value).split(/\s+/).filter(Boolean);
  results.hidden = words.length === 0 || lines === null;
  if (words.length === 0) found.textContent = "";
  if (results.hidden) return;
  const hits = look(words);
  results.replaceChildren(...hits.slice(0, MOST).map(entry));
  results.hidden = hits.length === 0;
  const more = hits.length > MOST ? `; the first ${MOST} are shown` : "";
  found.textContent = hits.length === 0 ? "Nothing found. Try fewer or shorter words." : `${hits.length} found${more}`;
};

const close = () => { box.value = ""; show(); };
const step = (forward) => {
  const links = [box, ...results.querySelectorAll("a")];
  const next = links.indexOf(document.activeElement) + (forward ? 1 : -1);
  links[Math.min(Math.max(next, 0), links.length - 1)].focus();
};

form.hidden = false;
form.addEventListener("submit", (event) => { event.preventDefault(); results.querySelector("a")?.click(); });
box.addEventListener("focus", load);
box.addEventListener("input", () => { load(); if (lines !== null) show(); });
form.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); step(event.key === "ArrowDown"); }
  if (event.key === "Escape") { close(); box.focus(); }
});
form.addEventListener("click", (event) => { if (event.target.closest("#results a")) close(); });
document.addEventListener("click", (event) => { if (!form.contains(event.target)) results.hidden = true; });
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); box.focus(); }
});

// --- the list of exercises ------------------------------------------------------------------------------------------
const filter = document.querySelector("form.filter");
if (filter !== null) {
  const [topic, open, shown] = ["topic", "open", "shown"].map((id) => document.getElementById(id));
  const rows = [...document.querySelectorAll("tr[data-topic]")];
  const choose = () => {
    for (const row of rows) {
      row.hidden = (topic.value !== "" && row.dataset.topic !== topic.value) || (open.checked && row.dataset.solved === "true");
    }
    for (const section of document.querySelectorAll("main section")) section.hidden = !section.querySelector("tbody tr:not([hidden])");
    const left = rows.filter((row) => !row.hidden).length;
    shown.textContent = left === rows.length ? "" : `${left} of ${rows.length} shown`;
  };
  filter.hidden = false;
  filter.addEventListener("change", choose);
  filter.addEventListener("submit", (event) => event.preventDefault());
  choose();
}

// Boxes that scroll sideways can be reached with the keyboard where they do scroll.
const boxes = [...document.querySelectorAll(".formula, pre, .scroll")];
const reach = () => boxes.forEach((each) => {
  each.scrollWidth > each.clientWidth ? each.setAttribute("tabindex", "0") : each.removeAttribute("tabindex");
});
reach();
addEventListener("resize", reach);
