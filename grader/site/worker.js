// Python, in a thread that the page can end at any time.
"use strict";
const MEGABYTES = 14;  // on the way the first time
const REACHED = 20_000;  // milliseconds in which the place must be heard of

// Whoever fetches a part gets what was expected; where one cannot be had there is no point in waiting for the others.
const guarded = (plain, { interpreter, integrity }, reject) => async (what, options) => {
  const place = String(what.url ?? what);
  const digest = place.startsWith(interpreter) ? integrity[place.slice(interpreter.length)] : undefined;
  try {
    const reply = await plain(what, digest ? { ...options, integrity: digest } : options);
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    return reply;
  } catch (error) {
    reject(new Error(`${place.split("/").at(-1)}: ${error.message}`));
    throw error;
  }
};

const load = async (engine, python) => {
  const module = async (name, options) => {
    const reply = await fetch(python.interpreter + name, options);
    return import(URL.createObjectURL(new Blob([await reply.text()], { type: "text/javascript" })));
  };
  self.postMessage({ kind: "progress", text: `Loading Python and NumPy, some ${MEGABYTES} MB; the next time they are there …` });
  const { loadPyodide } = await module("pyodide.mjs", { signal: AbortSignal.timeout(REACHED) });
  await module("pyodide.asm.js");
  const pyodide = await loadPyodide({ indexURL: python.interpreter, packageBaseUrl: python.packages });
  await pyodide.loadPackage("numpy", { messageCallback: () => {}, errorCallback: () => {} });
  const files = await (await fetch(engine)).json();
  for (const [path, text] of Object.entries(files)) {
    const place = `/engine/${path}`;
    pyodide.FS.mkdirTree(place.replace(/\/[^/]*$/, ""));
    pyodide.FS.writeFile(place, text);
  }
  pyodide.runPython("import sys, numpy; sys.path.insert(0, '/engine')");
  return pyodide.pyimport("grader.site.browser").check;
};

const start = ({ engine, python }) => new Promise((resolve, reject) => {
  self.fetch = guarded(self.fetch.bind(self), python, reject);
  load(engine, python).then(resolve, reject);
});

const last = (error) => String(error.message ?? error).trim().split("\n").at(-1);
const clock = (seconds, late) => self.postMessage({ kind: "began", seconds, late });

let python = null;
self.addEventListener("message", async ({ data }) => {
  if (data.kind === "start") {
    python = start(data);
    python.catch((error) => self.postMessage({ kind: "unavailable", why: last(error) }));
    return;
  }
  const check = await python.catch(() => null);
  if (check === null) return;
  self.postMessage({ kind: "progress", text: "Checking …" });
  try {
    self.postMessage({ kind: "answer", answer: check(data.entry, data.source, clock) });
  } catch (error) {
    self.postMessage({ kind: "gone", why: last(error) });
  }
});
