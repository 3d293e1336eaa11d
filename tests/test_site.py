"""The site: what stands on its pages, that nothing hidden does, and how it is written into a folder."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT, load
from course import Course, copy_course, student_course

from grader import catalog, cli, showing
from grader.site import build, curriculum, maths, pages, playground, prose, search, task

for library in ("markdown_it", "mdit_py_plugins", "latex2mathml"):
    pytest.importorskip(library)

MATHS = re.compile(r"<math.*?</math>", re.DOTALL)
TYPED = re.compile(r"<(textarea|pre|script)\b.*?</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return build.files(ROOT, pictures=False)


@pytest.fixture(scope="module")
def texts(site: dict[str, bytes]) -> dict[str, str]:
    return {path: content.decode() for path, content in site.items() if path.endswith(".html")}


class Outline(HTMLParser):
    """What a page links to, what can be linked to on it, and its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [str(given["id"])] if "id" in given else []
        self.links += [str(given[name]) for name in ("href", "src") if given.get(name)]
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []


@pytest.fixture(scope="module")
def outlines(texts: dict[str, str]) -> dict[str, Outline]:
    return {path: Outline(text) for path, text in texts.items()}


def test_there_is_a_page_for_every_topic_and_exercise(site: dict[str, bytes]) -> None:
    names = catalog.exercise_ids(ROOT)
    assert {f"{name}.html" for name in names} | {f"{name.split('/')[0]}/index.html" for name in names} < site.keys()
    assert {"index.html", "exercises.html", "questions.html", "spoken.html"} < site.keys()
    lower = [path.lower() for path in site]
    assert len(set(lower)) == len(lower), "two names that some systems take for one"
    assert not {"assets"} & {name.split("/")[0] for name in names}


def test_no_formula_is_left_as_it_was_typed(texts: dict[str, str]) -> None:
    """Outside of code there is no dollar and no command of LaTeX, on no page."""
    for path, text in texts.items():
        shown = unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<code>.*?</code>", "", TYPED.sub("", text))))
        assert "$" not in shown, (path, shown[shown.index("$") - 60 :][:120])
        assert not re.search(r"\\[a-zA-Z]+", shown), path
    assert sum(text.count("<math") for text in texts.values()) > 2500


def test_every_link_leads_somewhere(site: dict[str, bytes], outlines: dict[str, Outline]) -> None:
    for path, outline in outlines.items():
        assert len(outline.ids) == len(set(outline.ids)), path
        for link in outline.links:
            parts = urlsplit(link)
            assert not parts.scheme, (path, link)
            place = path if not parts.path else str(PurePosixPath(path).parent / parts.path)
            resolved = "/".join(_resolved(place))
            assert resolved in site, (path, link)
            if parts.fragment:
                assert unquote(parts.fragment) in outlines[resolved].ids, (path, link)


def _resolved(path: str) -> list[str]:
    parts: list[str] = []
    for part in path.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part] if part != "." else parts
    return parts


def test_headings_go_down_one_step_at_a_time(outlines: dict[str, Outline]) -> None:
    for path, outline in outlines.items():
        assert outline.headings.count(1) == 1, path
        assert outline.headings[0] == 1, path
        assert all(after <= before + 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False)), path


def test_every_question_of_an_exercise_is_answered_somewhere() -> None:
    course = curriculum.read(ROOT)
    answered = {question.text for topic in course.topics for question in topic.questions}
    assert {question for each in course.tasks for question in each.entry["questions"]} <= answered
    assert all(topic.idea and topic.questions and topic.myths for topic in course.topics)


def test_search_knows_everything_by_its_address(site: dict[str, bytes], outlines: dict[str, Outline]) -> None:
    rows = list(search.lines(curriculum.read(ROOT)))
    assert site["assets/search.js"] == search.index(curriculum.read(ROOT))
    kinds = [row[0] for row in rows]
    assert kinds.count("exercise") == len(catalog.exercise_ids(ROOT))
    assert kinds.count("question") > 285
    assert kinds.count("myth") > 200
    for kind, title, address, _, text in rows:
        path, _, anchor = address.partition("#")
        assert path in site
        assert not anchor or anchor in outlines[path].ids, address
        assert title, address
        assert not set("$<>") & set(re.sub(r"[<>] ?[=\d]|[<>]", "", title)), title
        assert text or kind == "topic", address


def test_nothing_hidden_is_on_the_site(site: dict[str, bytes]) -> None:
    """Names and messages of mistakes, titles of hidden tests, and lines of references: in no byte of it."""
    assert leaks(site) == []


def leaks(site: dict[str, bytes]) -> list[str]:
    """What is on the site, in no student's copy, and hidden.  Words are compared, so that no escaping hides any."""
    handed_out = [path.read_bytes() for path in (ROOT / "exercises").rglob("*") if path.suffix in (".md", ".json", ".py")]
    handed_out += [path.read_bytes() for path in playground.modules().values()]
    there = _passages(site.values()) - _passages(handed_out)
    found = []
    for name in catalog.exercise_ids(ROOT):
        exercise = load(name)
        secrets = [f"def {mistake.name}" for mistake in exercise.mistakes] + [test.function.__name__ for test in exercise.tests]
        told = [mistake.message for mistake in exercise.mistakes] + [test.title for test in exercise.tests]
        found += [f"{name}: {text}" for text in [*told, *_lines_of_reference(name)] if _in(text, there)]
        found += [f"{name}: {secret}" for secret in secrets if secret.count("_") > 2 and secret.split()[-1] in there]
    return found


WORD = re.compile(r"\w+")
LONG = 7  # words: two texts that have as many in common are the same


def _passages(contents: Iterable[bytes]) -> set[object]:
    """Words, and words in a row."""
    found: set[object] = set()
    for content in contents:
        words = WORD.findall(unescape(content.decode("utf-8", "replace")))
        found |= {*words, *zip(*(words[start:] for start in range(LONG)), strict=False)}
    return found


def _in(text: str, there: set[object]) -> bool:
    words = WORD.findall(text)
    return any(tuple(words[start : start + LONG]) in there for start in range(len(words) - LONG + 1))


def _lines_of_reference(name: str) -> list[str]:
    """Lines of its code that are long enough to be nobody else's, and do not stand in the stub."""
    text = catalog.solution_file(ROOT, name).read_text(encoding="utf-8")
    stub = catalog.learner_file(ROOT, name).read_text(encoding="utf-8")
    rows = text.split("\n")
    code = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        for statement in node.body
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for line in rows[statement.lineno - 1 : statement.end_lineno]
    }
    return [line for line in code if line not in stub]


def test_a_secret_would_be_found(site: dict[str, bytes]) -> None:
    """The test above can fail."""
    exercise = load("convolution/conv2d")
    message, line = exercise.mistakes[0].message, _lines_of_reference("convolution/conv2d")
    planted = next(each for each in line if len(WORD.findall(each)) >= LONG)
    found = leaks({"message.html": message.encode(), "line.js": json.dumps(planted).encode()})
    assert f"convolution/conv2d: {message}" in found
    assert f"convolution/conv2d: {planted}" in found


def test_a_students_copy_makes_the_same_site_but_for_what_its_learner_wrote(site: dict[str, bytes], tmp_path: Path) -> None:
    """It is made of nothing that a student's copy has not got, the same each time; a learner's file is nobody else's to read."""
    course = student_course(tmp_path)
    course.hand_in("activations/relu", "my own secret answer = 1\n")
    made = build.files(course.root)
    assert {path for path in site if made[path] != site[path]} == {"activations/relu.html"}
    assert made.keys() == site.keys()
    page = made["activations/relu.html"]
    assert b"my own secret answer" not in page
    assert b"def relu(x):\n    raise NotImplementedError(&quot;write relu here&quot;)" in page


def test_code_in_prose_leads_to_its_exercise_but_not_to_the_page_itself() -> None:
    course = curriculum.read(ROOT)
    linked = pages.links(course, "convolution", own=["stride", "sobel"])
    assert prose.inline("See `conv2d`.", linked) == 'See <a href="../convolution/conv2d.html"><code>conv2d</code></a>.'
    assert prose.inline("`sobel`, `nothing`", linked) == "<code>sobel</code>, <code>nothing</code>"
    assert 'href="../rnn/index.html#a"' in prose.inline("[x](../rnn/README.md#a)", linked)
    assert 'href="../convolution/pad2d.html"' in prose.inline("[`conv2d`](pad2d.py)", linked)


def test_what_is_typed_cannot_become_a_tag() -> None:
    assert "<script" not in prose.render("<script>alert(1)</script>\n\n`<b>` and $a<b$")


def test_a_line_that_begins_like_a_list_goes_on_with_its_paragraph() -> None:
    assert prose.render("between -1 and\n1. The gates") == "<p>between -1 and 1. The gates</p>\n"
    assert prose.render("these:\n\n- one\n  more\n- two\n\nand $i\n- 1$").count("<li>") == 2
    assert prose.render("```\na\n- b\n```") == "<pre><code>a\n- b\n</code></pre>\n"


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\arg\max_i x", '<mi mathvariant="normal" class="name">arg</mi>'),
        (r"\mathrm{fan\_in}", '<mi mathvariant="normal">fan_in</mi>'),
        (r"\log p", '<mi class="name">log</mi><mspace width="0.167em" /><mi>p</mi>'),
        (r"\log(p)", '<mi class="name">log</mi><mo'),
        (r"a = -b", '<mo form="prefix" lspace="0" rspace="0">−</mo>'),
        (r"+\infty", '<mo form="prefix" lspace="0" rspace="0">+</mo><mi mathvariant="normal">∞</mi>'),
        (r"a - b", "<mo>−</mo>"),
        (r"(a + b)^2", "<msup><mrow><mo"),
        (r"\big\langle x \big\rangle", '<mo minsize="1.2em" maxsize="1.2em" stretchy="true">⟨</mo>'),
        (r"\mathbb{R}", "ℝ"),
        (r"a\!b", 'width="-0.167em"'),
        (r"\text{where $k$ is}", "<mtext>where\xa0</mtext><mi>k</mi>"),
        (r"\begin{aligned} a &= b \\[2pt] c &= d \end{aligned}", '<mtd columnalign="right"><mi>c</mi></mtd>'),
        (r"u \mathrel{+}= v", "<mo>+=</mo>"),
    ],
)
def test_maths_is_mended(latex: str, expected: str) -> None:
    assert expected in maths.mathml(latex)


def test_what_is_maximised_over_stands_below_in_a_displayed_formula() -> None:
    assert "<munder" in maths.mathml(r"\max_i x_i", display=True)
    assert "<munder" not in maths.mathml(r"\max_i x_i")
    assert "<munder" not in maths.mathml(r"\frac{\max_i x_i}{2}", display=True)
    assert maths.lines(r"a \\ \begin{cases} 1 \\ 2 \end{cases} \\[2pt] b") == ["a", r"\begin{cases} 1 \\ 2 \end{cases}", "b"]


@pytest.mark.parametrize(
    ("latex", "why"), [(r"\left( x", "ExtraLeftOrMissingRightError"), (r"\nosuch x", r"\\nosuch is not known")]
)
def test_a_formula_that_cannot_be_drawn_is_named(latex: str, why: str) -> None:
    with pytest.raises(catalog.CatalogError, match=rf"the formula '{re.escape(repr(latex)[1:-1])}' cannot be drawn: .*{why}"):
        maths.mathml(latex)


def test_the_font_has_every_character_of_every_formula(texts: dict[str, str]) -> None:
    font = pytest.importorskip("fontTools.ttLib")  # with matplotlib
    pytest.importorskip("brotli")
    known = font.TTFont(ROOT / "grader" / "site" / "maths.woff2").getBestCmap()
    used = {c for text in texts.values() for made in MATHS.findall(text) for c in unescape(re.sub(r"<[^>]+>", "", made))}
    assert {c for c in used if ord(c) not in known and not c.isspace()} == set()


# --- the command ------------------------------------------------------------------------------------------------------


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    (tmp_path / "course").mkdir()
    course = copy_course(tmp_path / "course")
    monkeypatch.chdir(course.root)
    return course


def test_a_site_is_written_and_written_again(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.findall(r"^python -m pip install .* && gradlings (site .*)$", readme, re.MULTILINE)[0].split()
    folder = Path(command[-1])
    assert cli.main([*command, "--no-pictures"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"275 pages and 0 pictures in {folder}.\n")
    assert said.endswith(f"Look at it: python -m http.server --directory {folder}\n")
    listed = json.loads((folder / build.MANIFEST).read_text(encoding="utf-8"))
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == listed
    (folder / "gone.html").write_text("of an earlier version", encoding="utf-8")
    (folder / "mine.txt").write_text("somebody's", encoding="utf-8")
    (folder / build.MANIFEST).write_text(json.dumps([*listed, "gone.html", "../pyproject.toml"]), encoding="utf-8")
    assert cli.main(["site", str(folder), "--no-pictures"]) == 0
    assert not (folder / "gone.html").exists()
    assert (folder / "mine.txt").exists()
    assert (course.root / "pyproject.toml").exists()


def test_a_folder_of_something_else_is_left_alone(course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "index.html").write_text("mine", encoding="utf-8")
    assert cli.main(["site", str(tmp_path / "thesis")]) == 1
    why = "holds something, and no site that `gradlings site` has made: nothing is written; name another folder"
    assert capsys.readouterr().err == f"gradlings: {tmp_path / 'thesis'} {why}\n"
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["index.html"]
    assert cli.main(["site", str(tmp_path / "thesis" / "index.html")]) == 1
    assert capsys.readouterr().err.endswith("is no folder\n")


def test_without_a_catalog_there_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "solutions").mkdir()
    with pytest.raises(catalog.CatalogError, match=r"is missing: the site is made from it; run `gradlings sync` to write it"):
        build.files(tmp_path)


def test_without_its_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "latex2mathml.converter", None)
    maths.mathml.cache_clear()
    with pytest.raises(
        catalog.CatalogError, match=r'needs latex2mathml, which is not installed: python -m pip install -e "\.\[site\]"'
    ):
        maths.mathml("x")


def test_pictures_are_drawn_where_there_are_references(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib")
    monkeypatch.setattr(showing, "pictures", lambda root: ("convolution/sobel",))
    drawn = build._pictures(ROOT)
    assert drawn["convolution/sobel"].startswith(b"\x89PNG")
    course = curriculum.read(ROOT)
    topic = next(topic for topic in course.topics if topic.id == "convolution")
    assert b"assets/pictures/convolution-sobel.png" in pages.topic(course, topic, drawn)
    one = next(each for each in course.tasks if each.id == "convolution/sobel")
    assert b"assets/pictures/convolution-sobel.png" in task.page(course, one, playground.python(), True)
