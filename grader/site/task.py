"""The page of an exercise: statement, examples, a place to write it, hints behind folds.  Never a solution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from grader.generate import LEVELS
from grader.phrases import count
from grader.site import frame, pages, prose
from grader.site.curriculum import Curriculum, Task

NUDGES = ("A nudge", "A stronger one", "Nearly there")
UNTOLD = {"statement": "", "hints": [], "questions": []}  # of no use to a check
ROWS = 18


def page(curriculum: Curriculum, task: Task, python: Mapping[str, Any], pictured: bool = False) -> bytes:
    """`python` says where the playground finds Python: see `grader.site.playground`."""
    topic = next(topic for topic in curriculum.topics if topic.id == task.topic)
    crumbs = (
        '<nav class="crumbs" aria-label="You are here"><ol><li><a href="../index.html">Topics</a></li>'
        f'<li><a href="index.html">{escape(topic.title)}</a></li></ol></nav>\n'
    )
    parts = _parts(curriculum, task, python, pictured)
    return frame.document(pages.address(task), task.entry["title"], parts, crumbs, playground=True)


def _parts(curriculum: Curriculum, task: Task, python: Mapping[str, Any], pictured: bool) -> Iterator[str]:
    about = task.entry
    linked = pages.links(curriculum, task.topic, own=[*about["parameters"], task.name])
    yield (
        f'<h1>{escape(about["title"])}</h1>\n<p class="facts"><code>{task.id}</code> · {LEVELS[about["difficulty"]]} · '
        f'{count(about["points"], "point")}<span class="solved" data-exercise="{task.id}"></span></p>\n'
    )
    yield _builds_on(curriculum, task)
    yield f'<section class="statement" aria-label="Statement">{prose.render(about["statement"], linked)}</section>\n'
    yield _examples(task)
    yield picture(task) if pictured else ""
    yield _playground(task, python)
    yield _hints(task)
    yield _questions(curriculum, task)
    at = curriculum.tasks.index(task)
    around = [("Before", each) for each in curriculum.tasks[max(at - 1, 0) : at]]
    around += [("Next", each) for each in curriculum.tasks[at + 1 : at + 2]]
    yield pages.neighbours((where, f"../{pages.address(each)}", each.entry["title"]) for where, each in around)


def picture(task: Task) -> str:
    return f'<section aria-label="Picture">{pages.picture(task, "../")}</section>\n'


def _builds_on(curriculum: Curriculum, task: Task) -> str:
    known = {each.id: each for each in curriculum.tasks}
    needs = [known[need] for need in task.entry["needs"] if need in known]
    found = ", ".join(f'<a href="../{pages.address(each)}">{escape(each.entry["title"])}</a>' for each in needs)
    return f'<p class="quiet">Builds on {found}.</p>\n' if found else ""


def _examples(task: Task) -> str:
    shown = "\n\n".join(_session(example) for example in task.entry["examples"])
    heading = '<h2 id="examples">Examples</h2>'
    return f'<section aria-labelledby="examples">{heading}\n<pre><code>{escape(shown)}</code></pre></section>\n'


def _session(example: Mapping[str, str]) -> str:
    """An example as an interpreter shows it."""
    lines = example["source"].rstrip("\n").split("\n")
    typed = [f"{'...' if line[:1] in (' ', ')', ']', '') else '>>>'} {line}".rstrip() for line in lines]
    return "\n".join([*typed, example["raises"] or example["want"]])


def _playground(task: Task, python: Mapping[str, Any]) -> str:
    hidden, test = task.entry["hidden_checks"], f"pytest exercises/{task.topic}/test_{task.topic}.py::test_{task.name}"
    checks = {**task.entry, **UNTOLD}
    return (
        '<section class="playground" aria-labelledby="write"><h2 id="write">Write it</h2>\n'
        f"<p>The examples are checked here, in your browser: nothing is installed, and nothing leaves this page. "
        f"{count(hidden, 'more check')} and PyTorch run where gradlings is installed: <code>{test}</code></p>\n"
        "<noscript><p>To write it here takes JavaScript, which is switched off.</p></noscript>\n"
        f'<label for="code">Your <code>{task.name}</code>, in NumPy</label>\n'
        f'<textarea id="code" rows="{ROWS}" spellcheck="false" autocapitalize="off" autocomplete="off" autocorrect="off" '
        f'wrap="off" aria-describedby="keys">\n{escape(task.start)}</textarea>\n'
        '<p id="keys" class="quiet">Tab indents; to leave with the keyboard press Escape, then Tab. Ctrl and Enter runs the '
        "checks. What you write is kept in this browser.</p>\n"
        '<p class="buttons"><button type="button" id="run" class="button" disabled>Run the checks</button> '
        '<button type="button" id="stop" hidden>Stop</button> '
        '<button type="button" id="again" disabled>Start again</button></p>\n'
        '<div id="verdict" role="status"></div>\n'
        f"{frame.data('exercise', {'id': task.id, 'entry': checks, 'test': test, 'python': python})}</section>\n"
    )


def _hints(task: Task) -> str:
    hints = zip(NUDGES, task.entry["hints"], strict=False)
    folds = "".join(f"<details><summary>{name}</summary>{prose.render(hint)}</details>\n" for name, hint in hints)
    return f'<section class="hints" aria-labelledby="hints"><h2 id="hints">Hints</h2>\n{folds}</section>\n' if folds else ""


def _questions(curriculum: Curriculum, task: Task) -> str:
    where = {
        question.text: f"../{topic.id}/index.html#{question.anchor}"
        for topic in curriculum.topics
        for question in topic.questions
    }
    asked = task.entry["questions"]
    items = "".join(f'<li><a href="{where[text]}">{prose.inline(text)}</a></li>\n' for text in asked if text in where)
    return (
        f'<section aria-labelledby="asked"><h2 id="asked">Asked in interviews</h2>\n<ul>{items}</ul></section>\n' if items else ""
    )
