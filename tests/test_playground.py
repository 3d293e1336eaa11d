"""The playground: what its worker answers, asked under CPython, and the page in a browser.

Where a folder with Pyodide and NumPy for it is at hand, GRADLINGS_PYODIDE names it, and the browser runs the real thing.
Elsewhere a stand-in has its place, which hands to this process what Pyodide would run: all but WebAssembly is the same.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from webserver import CHROMIUM, Quiet, served

from grader import catalog, cli, examples, submission, words
from grader.exercise import Verdict
from grader.grade import Sitting, checks_of
from grader.launch import Launchers
from grader.site import browser, playground
from grader.worker import Process

RELU = "activations/relu"
RIGHT = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
WRONG = "import numpy as np\n\n\ndef relu(x):\n    print('here')\n    return np.maximum(x, 0) + 1\n"
PYODIDE = os.environ.get("GRADLINGS_PYODIDE", "")


def entry(name: str) -> str:
    return json.dumps(next(each for each in catalog.read_catalog(ROOT)["exercises"] if each["id"] == name))


def checked(source: str, name: str = RELU) -> dict[str, str]:
    return json.loads(browser.check(entry(name), source, lambda seconds, late: None))


def test_right() -> None:
    test = "pytest exercises/activations/test_activations.py::test_relu"
    more = f"12 hidden checks are made where gradlings is installed: {test}"
    assert checked(RIGHT) == {"verdict": "passed", "text": f"{RELU}: 1 visible check passed. {more}"}


def test_not_written() -> None:
    told = checked("def relu(x):\n    raise NotImplementedError\n")
    head = "activations/relu [examples] todo: The examples of the statement.\nNot written yet.\n"
    assert told == {"verdict": "todo", "text": f"{head}Next: write relu above, and run the checks again."}


def test_wrong_with_what_it_printed() -> None:
    told = checked(WRONG)
    assert told["verdict"] == "wrong"
    assert "the example gave result[0, 0] = 1; expected 0" in told["text"]
    assert "It printed:\n  | here\n" in told["text"]
    assert told["text"].endswith("Next: change relu above, and run the checks again; hints stand below.")


@pytest.mark.parametrize(
    ("source", "next_step"),
    [
        ("def relu(x) return x", "Next: mend that above, and run the checks again."),
        ("x = 1", "Next: define relu above, and run the checks again."),
    ],
)
def test_a_file_that_cannot_be_loaded(source: str, next_step: str) -> None:
    told = checked(source)
    assert told["verdict"] == "raised"
    assert told["text"].endswith(next_step)


def test_torch_is_sent_elsewhere() -> None:
    why = "PyTorch does not run in a browser: write this in NumPy here, or in PyTorch where gradlings is installed."
    assert checked("import torch\n") == {"verdict": "", "text": why}


def test_endless_printing_is_cut() -> None:
    told = checked("def relu(x):\n    print('x' * 10**6)\n    return x\n")
    assert "It printed:" in told["text"]
    assert len(told["text"]) < 3000


def test_before_each_call_the_page_is_told_how_long_to_wait_and_what_to_say_then() -> None:
    heard: list[tuple[float, dict[str, str]]] = []

    def clock(seconds: float, late: str) -> None:
        heard.append((seconds, json.loads(late or "{}")))

    browser.check(entry(RELU), RIGHT, clock)
    assert [seconds for seconds, _ in heard] == [10.0, 0, 3.0, 0, 3.0, 0]
    assert heard[0][1]["verdict"] == heard[2][1]["verdict"] == "timeout"
    assert "The file did not come to an end while it was loaded." in heard[0][1]["text"]
    assert "relu(x[2,3])\ndid not answer within 3 seconds and was stopped." in heard[2][1]["text"]


def test_where_integers_are_narrow_nobody_is_told_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In WebAssembly NumPy makes int32 of Python's integers, and of indices, where a learner's machine makes int64."""
    monkeypatch.setattr(examples, "NARROW", True)
    narrow = {"a": [np.arange(3, dtype=np.int32)], "b": (np.int32(1), np.float32(2), "x")}
    wide = examples.widened(narrow)
    assert (wide["a"][0].dtype, wide["b"][0].dtype, wide["b"][1].dtype, wide["b"][2]) == ("int64", "int64", "float32", "x")
    assert examples.WANTED["array"]([1, 2], dtype=np.int32).dtype == np.int64
    source = submission.standalone(ROOT, "model_selection/bootstrap")
    name = "bootstrap"
    narrowed = (
        f"{source}\n_wide = {name}\n\ndef {name}(*args):\n    return tuple(part.astype('int32') for part in _wide(*args))\n"
    )
    assert checked(narrowed, "model_selection/bootstrap")["verdict"] == "passed"


HANDED_IN = [
    RIGHT,
    WRONG,
    "def relu(x):\n    raise NotImplementedError\n",
    "def relu(x):\n    return 1 / 0\n",
    "def relu(x):\n    return None\n",
    "def relu(x) return x",
    "relu = 3\n",
    "from scipy.special import nosuch\n",
]


@pytest.mark.parametrize("source", HANDED_IN, ids=range(len(HANDED_IN)))
def test_the_words_are_those_of_pytest(source: str, launchers: Launchers) -> None:
    """But for the last line, which says where to go on."""
    exercise = catalog.from_entry(json.loads(entry(RELU)))
    worker = Process.of(exercise, source.encode(), launchers.of("numpy"))
    result = Sitting(exercise, worker).run(checks_of(exercise)[0])
    worker.close()
    told = checked(source)
    assert told["verdict"] == result.verdict
    if result.verdict is not Verdict.PASSED:
        said = f"{words.headline(exercise, result)}\n{words.explain(exercise, result)}"
        assert told["text"].rpartition("\n")[0] == said


def test_a_late_answer_has_the_words_of_pytest(launchers: Launchers) -> None:
    source = "def relu(x):\n    while True:\n        pass\n"
    exercise = catalog.from_entry({**json.loads(entry(RELU)), "deadline": 0.2})
    worker = Process.of(exercise, source.encode(), launchers.of("numpy"))
    result = Sitting(exercise, worker).run(checks_of(exercise)[0])
    worker.close()
    heard: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        browser.check(json.dumps({**json.loads(entry(RELU)), "deadline": 0.2}), source, _once(heard))
    said = f"{words.headline(exercise, result)}\n{words.explain(exercise, result)}"
    assert json.loads(heard[-1])["text"].rpartition("\n")[0] == said


def _once(heard: list[str]) -> browser.Clock:
    """A clock that stops before the call."""

    def clock(seconds: float, late: str) -> None:
        heard.append(late) if late else None
        if seconds == 0.2:
            raise KeyboardInterrupt

    return clock


def test_every_reference_passes(request: pytest.FixtureRequest) -> None:
    names = catalog.exercise_ids(ROOT)
    for name in names if request.config.getoption("--whole") else names[::30]:
        assert checked(submission.standalone(ROOT, name), name)["verdict"] == "passed", name


# --- what is shipped --------------------------------------------------------------------------------------------------


def test_the_engine_needs_nothing_but_what_is_shipped(tmp_path: Path) -> None:
    """NumPy aside: neither pytest, nor a module that is not there, nor one that Python for browsers lacks."""
    shipped = json.loads(playground.engine())
    for path, text in shipped.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    program = (
        "import sys\n"
        "for name in ('resource', '_pytest', 'pwd', 'grp', 'termios'):\n"
        "    sys.modules[name] = None\n"
        "from grader.site.browser import check\n"
        "print(check(open('entry').read(), open('source').read(), lambda seconds, late: None))\n"
        "print(sys.modules['pytest'].__file__)\n"
    )
    (tmp_path / "entry").write_text(entry(RELU), encoding="utf-8")
    (tmp_path / "source").write_text(RIGHT, encoding="utf-8")
    clean = {"PYTHONPATH": str(tmp_path), "PATH": os.environ["PATH"]}
    ran = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, env=clean, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr
    answer, where = ran.stdout.splitlines()
    assert json.loads(answer)["verdict"] == "passed"
    assert where == str(tmp_path / "pytest.py")


def test_hidden_tests_are_not_shipped() -> None:
    shipped = json.loads(playground.engine())
    assert not [path for path in shipped if path.startswith(("grader/hidden", "solutions", "exercises"))]
    assert all(isinstance(ast.parse(text), ast.Module) for text in shipped.values())


def test_the_interpreter_is_pinned_with_digests() -> None:
    place = playground.python()
    assert all(f"{playground.VERSION}/" in place[name] for name in ("interpreter", "packages"))
    assert set(place["integrity"]) >= {
        "pyodide.mjs",
        "pyodide.asm.js",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "pyodide-lock.json",
    }
    assert all(re.fullmatch(r"sha256-[\w+/]{43}=", digest) for digest in place["integrity"].values())
    own = playground.python("py")
    assert own == {"interpreter": "py/", "packages": "py/", "integrity": {}}


# --- in a browser -----------------------------------------------------------------------------------------------------

STANDIN = """
globalThis._createPyodideModule = () => {};
export const loadPyodide = async ({ indexURL }) => {
  const files = {};
  const ask = (body) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${indexURL}ask`, false);
    request.send(JSON.stringify(body));
    return JSON.parse(request.responseText);
  };
  return {
    loadPackage: async () => {},
    FS: { mkdirTree: () => {}, writeFile: (path, text) => { files[path] = text; } },
    runPython: () => {},
    pyimport: (name) => ({ check: (entry, source, clock) => {
      if (name !== "grader.site.browser" || !files["/engine/grader/site/browser.py"]) throw new Error("nothing to import");
      const { clocked, answer } = ask({ entry, source });
      for (const [seconds, late] of clocked) clock(seconds, late);
      if (answer === null) for (;;);
      return answer;
    } }),
  };
};
"""


class Bridge(Quiet):
    """A static host that also answers what the stand-in for Pyodide asks."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        clocked: list[tuple[float, str]] = []
        hangs = "while True" in asked["source"]

        def clock(seconds: float, late: str) -> None:
            clocked.append((seconds, late))
            if hangs and seconds == 3.0:
                raise KeyboardInterrupt

        try:
            answer: str | None = browser.check(asked["entry"], asked["source"], clock)
        except KeyboardInterrupt:
            answer = None
        reply = json.dumps({"clocked": clocked, "answer": answer}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(reply)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("latex2mathml") is None or importlib.util.find_spec("markdown_it") is None:
        pytest.skip("the libraries of the site are not installed")
    made = tmp_path_factory.mktemp("site") / "public"
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        assert cli.main(["site", str(made), "--no-pictures", "--pyodide", "pyodide/"]) == 0
    finally:
        os.chdir(before)
    if PYODIDE:
        shutil.copytree(PYODIDE, made / "pyodide")
    else:
        (made / "pyodide").mkdir()
        (made / "pyodide" / "pyodide.mjs").write_text(STANDIN, encoding="utf-8")
        (made / "pyodide" / "pyodide.asm.js").write_text("", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, Bridge) as address:
        yield address


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    assert opened.complaints == []
    context.close()


def verdict(page: Any) -> tuple[str, str]:
    page.wait_for_selector("#verdict .badge")
    return page.text_content("#verdict .badge"), page.text_content("#verdict pre")


def test_an_exercise_is_solved(page: Any, address: str) -> None:
    page.goto(f"{address}{RELU}.html")
    page.click("#run")
    assert verdict(page)[0] == "to do"
    page.fill("#code", WRONG)
    page.evaluate("document.getElementById('verdict').replaceChildren()")
    page.press("#code", "Control+Enter")
    kind, text = verdict(page)
    assert kind == "wrong"
    assert "Next: change relu above" in text
    page.fill("#code", RIGHT)
    page.evaluate("document.getElementById('verdict').replaceChildren()")
    page.click("#run")
    assert verdict(page)[0] == "passed"
    assert page.text_content(".facts .done") == "✓ solved here"
    page.reload()
    assert page.input_value("#code") == RIGHT
    assert page.text_content(".facts .done") == "✓ solved here"
    page.goto(f"{address}exercises.html")
    assert page.locator("tr[data-solved=true]").count() == 1
    page.check("#open")
    assert page.text_content("#shown") == "245 of 246 shown"
    page.select_option("#topic", "cnn")
    assert page.locator("tr[data-topic]:visible").count() == page.locator("tr[data-topic=cnn]").count() > 3


def test_a_loop_without_an_end_is_ended_and_python_starts_again(page: Any, address: str) -> None:
    page.goto(f"{address}{RELU}.html")
    page.fill("#code", "def relu(x):\n    while True:\n        pass\n")
    page.click("#run")
    kind, text = verdict(page)
    assert kind == "timeout"
    assert "did not answer within 3 seconds and was stopped." in text
    page.fill("#code", RIGHT)
    page.evaluate("document.getElementById('verdict').replaceChildren()")
    page.click("#run")
    assert verdict(page)[0] == "passed"


def test_without_python_it_says_so_in_one_sentence(page: Any, folder: Path) -> None:
    with served(folder) as other:
        page.route("**/pyodide/**", lambda route: route.abort())
        page.goto(f"{other}{RELU}.html")
        page.click("#run")
        kind, text = verdict(page)
    assert kind == "not checked"
    host = other.split("/")[2]
    first, second = text.split("\n")
    assert first.startswith(f"Python for browsers could not be loaded from {host}, so nothing can be checked on this page (")
    assert second == (
        "Where gradlings is installed the same checks run with: pytest exercises/activations/test_activations.py::test_relu"
    )
    assert page.is_enabled("#run")
    page.complaints = [text for text in page.complaints if "ERR_FAILED" not in text]


def test_the_editor_indents(page: Any, address: str) -> None:
    page.goto(f"{address}{RELU}.html")
    page.fill("#code", "")
    page.type("#code", "def relu(x):\nif x:\nreturn x\npass")
    assert page.input_value("#code") == "def relu(x):\n    if x:\n        return x\n    pass"
    page.press("#code", "Home")
    page.press("#code", "Tab")
    assert page.input_value("#code").endswith("\n        pass")
    page.press("#code", "Backspace")
    assert page.input_value("#code").endswith("\n    pass")
    page.press("#code", "Control+a")
    page.press("#code", "Tab")
    assert page.input_value("#code").startswith("    def relu(x):\n        if x:")
    page.press("#code", "Shift+Tab")
    assert page.input_value("#code").startswith("def relu(x):\n    if x:")
    page.press("#code", "Escape")
    page.press("#code", "Tab")
    assert page.evaluate("document.activeElement.id") == "run"
    page.click("#again")
    assert "write relu here" in page.input_value("#code")
    page.press("#code", "Control+z")
    assert page.input_value("#code").startswith("def relu(x):\n    if x:")


def test_search(page: Any, address: str) -> None:
    page.goto(f"{address}convolution/conv2d.html")
    page.press("body", "/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.fill("#search", "vanishing")
    page.wait_for_selector("#results a")
    assert re.fullmatch(r"\d+ found", page.text_content("#found"))
    titles = page.locator("#results a").all_text_contents()
    assert "vanish" in titles[0].lower()
    page.press("#search", "ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == titles[0]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("index.html#"))
    assert page.locator(":target").is_visible()
    page.fill("#search", "zzzz nothing")
    page.wait_for_selector("text=Nothing found")
    assert page.text_content("#found") == "Nothing found. Try fewer or shorter words."


def test_opened_as_a_file_it_reads_and_searches_and_says_what_it_cannot(page: Any, folder: Path) -> None:
    page.goto((folder / f"{RELU}.html").as_uri())
    page.fill("#search", "softmax temperature")
    page.wait_for_selector("#results a")
    page.press("#search", "Escape")
    page.click("#run")
    kind, text = verdict(page)
    assert kind == "not checked"
    assert text.startswith("A page that was opened as a file may not start Python. Serve this folder: python -m http.server\n")


SOME = ["index.html", "activations/softmax.html"]
ALL = [*SOME, "exercises.html", "questions.html", "spoken.html", "gates/index.html", "convolution/conv2d.html"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(chromium: Any, address: str, scheme: str, request: pytest.FixtureRequest) -> None:
    """axe-core has nothing to object, and on a telephone nothing sticks out."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 375, "height": 800})
    page = context.new_page()
    for path in ALL if request.config.getoption("--whole") else SOME:
        page.goto(f"{address}{path}")
        found = axe.Axe().run(page).response
        assert len(found["passes"]) > 15
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, path
    context.close()


def test_formulas_are_drawn(page: Any, address: str) -> None:
    """Every one has a size, and the font that goes with the site is used."""
    page.goto(f"{address}gates/index.html")
    sizes = page.evaluate("[...document.querySelectorAll('math')].map((each) => each.getBoundingClientRect().width)")
    assert len(sizes) > 20
    assert min(sizes) > 3
    assert page.evaluate("document.fonts.check('16px \"gradlings maths\"')")
