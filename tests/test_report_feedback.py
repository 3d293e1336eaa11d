"""What a student reads: every sentence, each thing once, nothing of what is hidden, and nothing that a name could do."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from graded_class import BLURS, HOSTILE, a_class, check, record

from grader.report import feedback
from grader.report.feedback import authored, escaped, page, write_index, write_pages
from grader.report.record import outcome
from grader.report.students import by_student


def html(student: str, records: list[dict[str, Any]], visible_only: bool = False) -> str:
    return "".join(page(student, list(map(outcome, records)), visible_only))


def markdown(student: str, records: list[dict[str, Any]], visible_only: bool = False) -> str:
    return feedback.markdown(student, list(map(outcome, records)), visible_only)


class Tags(HTMLParser):
    """Elements of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_markdown_word_for_word() -> None:
    made = record(verdicts=["passed", "wrong", "wrong"])
    made["checks"][1]["mistake"] = made["checks"][2]["mistake"] = BLURS
    assert markdown("Ada L.", [made]).splitlines() == [
        "# Feedback for Ada L\\.",
        "",
        "3.33 of 10 points in 1 exercise.",
        "",
        "## filters/blur",
        "",
        "3.33 of 10 points; 1 of 3 checks passed.",
        "",
        "### wrong: Right for ordinary input.",
        "",
        "```text",
        "blur(x[3])",
        "returned nonsense: wrong.",
        "```",
        "",
        "The same in 1 other check: Edges are kept: `pad`.",
        "",
        "For a nudge, run: `gradlings hint filters/blur`",
        "",
        "Passed:",
        "",
        "- The examples of the statement.",
    ]


def test_html_says_the_same() -> None:
    made = record(verdicts=["passed", "wrong", "wrong"])
    made["checks"][1]["mistake"] = made["checks"][2]["mistake"] = BLURS
    body = html("Ada L.", [made]).partition("<main class=feedback>\n")[2].partition("</main>")[0]
    assert body.splitlines() == [
        "<h1>Feedback for <bdi>Ada L.</bdi></h1>",
        "<p>3.33 of 10 points in 1 exercise.</p>",
        "<section>",
        "<h2>filters/blur</h2>",
        "<p>3.33 of 10 points; 1 of 3 checks passed.</p>",
        "<h3><span class=verdict>wrong</span> Right for ordinary input.</h3>",
        "<pre>blur(x[3])",
        "returned nonsense: wrong.</pre>",
        "<p>The same in 1 other check: Edges are kept: <code>pad</code>.</p>",
        "<p>For a nudge, run: <code>gradlings hint filters/blur</code></p>",
        "<h3>Passed</h3>",
        "<ul>",
        "<li>The examples of the statement.</li>",
        "</ul>",
        "</section>",
    ]


def test_several_exercises_and_all_right() -> None:
    told = markdown("ada", [record(), record(exercise="nets/add", verdicts=["todo"] * 3)])
    assert "10 of 20 points in 2 exercises." in told
    assert "### not written yet: The examples of the statement." in told
    assert "The same in 2 other checks: Right for ordinary input. Edges are kept: `pad`." in told
    assert told.count("hint") == 1


def test_checks_of_one_title_are_counted() -> None:
    made = record()
    made["checks"] = [check("edges"), check("edges"), check("examples")]
    assert "- Edges are kept: `pad`. (2 checks)" in markdown("ada", [made])
    made["checks"] = [check("edges", "wrong", "x") for _ in range(9)]
    assert "The same in 8 other checks.\n" in markdown("ada", [made])


def test_our_own_fault_shows_nothing_of_ours() -> None:
    made = record(verdicts=["broken"] * 3)
    for each in made["checks"]:
        each["text"] = "The kit failed, not your code:\nTraceback ... grader/hidden/filters/blur.py"
    for told in (markdown("ada", [made]), html("ada", [made])):
        assert "The kit failed here, not your code. Your instructor sees why." in told
        assert "could not be checked" in told
        assert "Traceback" not in told
        assert "hint" not in told


@pytest.mark.parametrize("told", [markdown, html])
def test_what_is_hidden_can_be_kept_back(told: object) -> None:
    made = record(verdicts=["wrong", "passed", "wrong"])
    made["checks"][2] |= {"mistake": BLURS, "text": "SECRET"}
    text = told("ada", [made], True)  # type: ignore[operator]
    for secret in ("SECRET", "Right for ordinary", "Edges are kept", "blur twice", "edges"):
        assert secret not in text
    assert "The examples of the statement." in text
    assert "Of 2 other checks, 1 passed. What else is checked, and what came of it, is with your instructor." in text
    assert "3.33 of 10 points; 1 of 3 checks passed." in text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_a_name_in_html(name: str) -> None:
    clean, hostile = Tags(html("ada", [record()])), Tags(html(name, [record()]))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in clean.tags]
    assert all(character.isprintable() or character == "\n" for character in "".join(hostile.text))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_a_name_in_markdown(name: str) -> None:
    first, *rest = markdown(name, [record()]).splitlines()
    assert rest == markdown("ada", [record()]).splitlines()[1:]
    shown = first.removeprefix("# Feedback for ")
    assert first != shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]()`*_!|&]", shown.replace("(no name)", ""))
    assert shown.isprintable()


def test_output_of_a_learner_cannot_leave_its_block() -> None:
    nasty = "It printed:\n  | ```\n  | ````` <script>alert(1)</script> ![](https://example.com)\n  | </pre>\u202e"
    made = record()
    made["checks"] = [check("edges", "wrong", nasty)]
    told = markdown("ada", [made]).splitlines()
    start, end = told.index("``````text"), told.index("``````")
    assert [line for line in told if "script" in line] == [told[start + 3]]
    assert start + 5 == end
    page_of = Tags(html("ada", [made]))
    assert not {"script", "img", "a"} & {tag for tag, _ in page_of.tags}
    assert "\u202e" not in html("ada", [made])


def test_escapes() -> None:
    assert escaped("](javascript:x) *a* `b` <i>") == r"\]\(javascript\:x\) \*a\* \`b\` \<i\>"
    assert authored("Keep `a_b * c` in x_y * z, [1] <p> _all_") == r"Keep `a_b * c` in x_y \* z, \[1\] \<p\> \_all\_"


def test_a_page_loads_and_runs_nothing() -> None:
    told = html("ada", [record()])
    assert "default-src 'none'" in told
    assert not re.search(r"<script|\bsrc=|url\(|@import|https?:|javascript:", told)


def test_each_student_has_files_and_a_list_says_whose(tmp_path: Path) -> None:
    made = a_class(3)
    for student, own in by_student(made):
        write_pages(tmp_path, student, list(map(outcome, own)))
    write_index(tmp_path, {each["student"] for each in made})
    assert len(list(tmp_path.iterdir())) == 1 + 2 * len({each["student"] for each in made})
    with (tmp_path / "files.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["student", "file"]
    assert len(rows) == 1 + len({each["student"] for each in made})
    assert all((tmp_path / f"{row[1]}.{kind}").is_file() for row in rows[1:] for kind in ("md", "html"))
