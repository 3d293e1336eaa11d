// Python, in a thread that the page can end at any time.
"use strict";
const MEGABYTES = 14;  // on the way the first time
const REACHED = 20_000;  // milliseconds in which the place must be heard of

const start = async ({ engine, python }) => {
  const expected = new Map(Object.entries(python.integrity).map(([name, digest]) => [python.interpreter + name, digest]));
  const plain = self.fetch.bind(self);
  // Whoever fetches a part of the interpreter gets what was expected, or an error.
  self.fetch = (what, options) => {
    const integrity = expected.get(String(what.url ?? what));
    return plain(what, integrity ? { ...options, integrity } : options);
  };
  const module = async (name, options) => {
    const reply = await fetch(python.interpreter + name, options);
    if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
    return import(URL.createObjectURL(new Blob([await reply.text()], { type: "text/javascript" })));
  };
  self.postMessage({ kind: "progress", text: `Loading Python and NumPy, some ${MEGABYTES} MB; the next time they are there …` });
  const { loadPyodide } = await module("pyodide.mjs", { signal: AbortSignal.timeout(REACHED) });
  await module("pyodide.asm.js");
  const pyodide = await loadPyodide({ indexURL: python.interpreter, packageBaseUrl: python.packages });
  await pyodide.loadPackage("numpy", { messageCallback: () => {} });
  const files = await (await fetch(engine)).json();
  for (const [path, text] of Object.entries(files)) {
    const place = `/engine/${path}`;
    pyodide.FS.mkdirTree(place.replace(/\/[^/]*$/, ""));
    pyodide.FS.writeFile(place, text);
  }
  pyodide.runPython("import sys, numpy; sys.path.insert(0, '/engine')");
  return pyodide.pyimport("grader.site.browser").check;
};

const clock = (seconds, late) => self.postMessage({ kind: "began", seconds, late });

let python = null;
self.addEventListener("message", async ({ data }) => {
  if (data.kind === "start") {
    python = start(data);
    python.catch((error) => self.postMessage({ kind: "unavailable", why: String(error.message ?? error).split("\n")[0] }));
    return;
  }
  const check = await python.catch(() => null);
  if (check === null) return;
  self.postMessage({ kind: "progress", text: "Checking …" });
  try {
    self.postMessage({ kind: "answer", answer: check(data.entry, data.source, clock) });
  } catch (error) {
    self.postMessage({ kind: "gone", why: String(error.message ?? error).trim().split("\n").at(-1) });
  }
});
