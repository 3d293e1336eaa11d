// The editor of an exercise, and the worker in which what is written there is checked.
"use strict";
const { id, entry: exercise, test, python } = JSON.parse(document.getElementById("exercise").textContent);
const code = document.getElementById("code");
const [run, stop, again, verdict] = ["run", "stop", "again", "verdict"].map((name) => document.getElementById(name));
const start = code.value;
const KEY = `gradlings code ${id}`;
const LOCALLY = `Where gradlings is installed the same checks run with: ${test}`;
const WORDS = {
  passed: "passed", todo: "to do", wrong: "wrong", raised: "raised", timeout: "timeout", died: "died",
  forbidden: "forbidden", imprecise: "imprecise", broken: "broken", "": "not checked",
};

const store = (key, value) => {
  try {
    value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
  } catch {
    // storage is switched off: it is kept as long as the page is open
  }
};
const stored = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

// --- what is said ---------------------------------------------------------------------------------------------------
const say = (kind, text) => {
  const head = document.createElement("p");
  const badge = document.createElement("span");
  badge.className = `badge ${kind}`;
  badge.textContent = WORDS[kind] ?? kind;
  head.append(badge);
  const body = document.createElement("pre");
  body.textContent = text;
  verdict.replaceChildren(head, body);
};
const wait = (text) => {
  const line = document.createElement("p");
  line.className = "quiet";
  line.textContent = text;
  verdict.replaceChildren(line);
};

// --- the worker -----------------------------------------------------------------------------------------------------
let worker = null;
let timer = 0;
const busy = (yes) => {
  run.disabled = yes;
  stop.hidden = !yes;
};
const end = () => {
  clearTimeout(timer);
  worker?.terminate();
  worker = null;
  busy(false);
};
const answered = ({ verdict: kind, text }) => {
  busy(false);
  say(kind, text);
  if (kind !== "passed") return;
  const done = new Set(JSON.parse(stored("gradlings solved") ?? "[]")).add(id);
  store("gradlings solved", JSON.stringify([...done]));
  document.dispatchEvent(new Event("gradlings:solved"));
};
const heard = {
  progress: ({ text }) => wait(text),
  // From here on the worker cannot be asked: it says beforehand what is to be said if it takes too long.
  began: ({ seconds, late }) => {
    clearTimeout(timer);
    if (seconds > 0) timer = setTimeout(() => { end(); answered(JSON.parse(late)); }, 1000 * seconds);
  },
  answer: ({ answer }) => { clearTimeout(timer); answered(JSON.parse(answer)); },
  unavailable: ({ why }) => {
    end();
    say("", `Python for browsers could not be loaded from ${new URL(python.interpreter, base).host}, so nothing can be checked on ` +
      `this page (${why}).\n${LOCALLY}`);
  },
  gone: ({ why }) => { end(); say("died", `Python in this page came to an end and will be started again (${why}).`); },
};
const base = new URL(document.body.dataset.root, location.href);
const begin = () => {
  worker = new Worker(new URL("assets/worker.js", base), { type: "module" });
  worker.addEventListener("message", ({ data }) => heard[data.kind](data));
  worker.addEventListener("error", (event) => heard.unavailable({ why: event.message || "the worker did not start" }));
  const places = Object.fromEntries(["interpreter", "packages"].map((name) => [name, new URL(python[name], base).href]));
  worker.postMessage({ kind: "start", engine: new URL("assets/engine.json", base).href, python: { ...python, ...places } });
};
const check = () => {
  if (run.disabled) return;
  if (location.protocol === "file:") {
    say("", `A page that was opened as a file may not start Python. Serve this folder: python -m http.server\n${LOCALLY}`);
    return;
  }
  busy(true);
  wait(worker === null ? "Starting Python …" : "Checking …");
  if (worker === null) begin();
  worker.postMessage({ kind: "check", entry: JSON.stringify(exercise), source: code.value });
};

// --- the editor -----------------------------------------------------------------------------------------------------
const INDENT = "    ";
let leaving = false;  // Escape was pressed: Tab goes on to the next element, as it does everywhere else
const write = (text, from, to) => {
  code.setSelectionRange(from, to);
  // The only way that keeps the browser's own undo.
  if (!document.execCommand("insertText", false, text)) code.setRangeText(text, from, to, "end");
};
const lineStart = (place) => code.value.lastIndexOf("\n", place - 1) + 1;
const shift = (outwards) => {
  const [from, to] = [lineStart(code.selectionStart), code.selectionEnd];
  const text = code.value.slice(from, to);
  const moved = outwards ? text.replace(/^ {1,4}/gm, "") : text.replace(/^(?=.)/gm, INDENT);
  if (moved === text) return;
  write(moved, from, to);
  code.setSelectionRange(from, from + moved.length);
};
const tab = (outwards) => {
  if (outwards || code.selectionStart !== code.selectionEnd) return shift(outwards);
  const column = code.selectionStart - lineStart(code.selectionStart);
  return write(INDENT.slice(column % INDENT.length), code.selectionStart, code.selectionEnd);
};
const newLine = () => {
  const line = code.value.slice(lineStart(code.selectionStart), code.selectionStart);
  const indent = line.match(/^ */)[0];
  const deeper = /:\s*(#.*)?$/.test(line) ? INDENT : "";
  const shallower = /^\s*(return|raise|pass|break|continue)\b/.test(line) && indent.length >= INDENT.length;
  write(`\n${shallower ? indent.slice(INDENT.length) : indent + deeper}`, code.selectionStart, code.selectionEnd);
};
const erase = () => {
  const [place, line] = [code.selectionStart, lineStart(code.selectionStart)];
  const before = code.value.slice(line, place);
  if (place !== code.selectionEnd || before === "" || /[^ ]/.test(before)) return false;
  write("", place - (before.length % INDENT.length || INDENT.length), place);
  return true;
};
const keep = () => {
  const changed = code.value !== start;
  store(KEY, changed ? code.value : null);
  again.disabled = !changed;
};

code.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (event.key === "Escape") { leaving = true; return; }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); check(); }
  else if (event.key === "Tab" && plain && !leaving) { event.preventDefault(); tab(event.shiftKey); }
  else if (event.key === "Enter" && plain && !event.shiftKey) { event.preventDefault(); newLine(); }
  else if (event.key === "Backspace" && plain && erase()) event.preventDefault();
  if (event.key !== "Shift") leaving = false;
});
code.addEventListener("input", keep);
run.addEventListener("click", check);
stop.addEventListener("click", () => { end(); wait("Stopped. Python will be started again when you run the checks."); run.focus(); });
again.addEventListener("click", () => {
  code.focus();
  write(start, 0, code.value.length);
  keep();
  wait("This is what the exercise starts from. Ctrl and Z brings back what you had.");
});
if (stored(KEY) !== null) code.value = stored(KEY);
keep();
run.disabled = false;
