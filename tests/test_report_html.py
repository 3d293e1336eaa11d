"""The instructor's page: what it says, whom it names, and that it loads nothing and needs no script."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from graded_class import BLURS, HOSTILE, a_class, record

from grader.exercise import Verdict
from grader.handed import Student
from grader.report import html, markup
from grader.report.record import Ungraded
from grader.report.sections import MEANINGS
from grader.report.tally import Tally

VOID = {"meta", "line", "rect", "wbr", "br"}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def page(tally: Tally, **more: object) -> str:
    return "".join(html.page(tally, **more))  # type: ignore[arg-type]


class Outline(HTMLParser):
    """Tags, opened and closed in order, and the text of each table row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data
        if not {"style", "script"} & set(self.open):
            self.text.append(data)

    def said(self) -> str:
        return " ".join("".join(self.text).split())


def a_mistaken_class() -> Tally:
    """31 of 212 blur twice."""
    wrong = [record(f"w{number}", verdicts=["passed", "passed", "wrong"]) for number in range(31)]
    for each in wrong:
        each["checks"][2]["mistake"] = BLURS
    return Tally.of([*wrong, *(record(f"r{number}") for number in range(181))])


def test_named_mistakes_are_counted() -> None:
    rows = Outline(page(a_mistaken_class())).rows
    told = [row for row in rows if row[:3] == ["31 of 212", "15\xa0%", "You blur twice. Blur once, with weight < 1."]]
    assert [row[3] for row in told] == ["filters/blur", "blurs_twice"]  # in the summary, and under its exercise


def test_the_summary() -> None:
    outline = Outline(page(a_mistaken_class(), title="Set <1>", roster=[Student("r0", "Ada")]))
    said = outline.said()
    assert (
        "Set <1> 212 students handed in 212 submissions of 1 exercise, worth 10 points in all. The roster lists 1 student."
        in said
    )
    assert "Mean9.51" in said
    assert ["filters/blur", "212", "9.51", "10 of 10", "181 (85\xa0%)", "0 (0\xa0%)", "0 (0\xa0%)"] in outline.rows
    assert "60 to under 70 %: 31; all points: 181." in page(a_mistaken_class())


def test_an_exercise_in_full() -> None:
    verdicts = [verdict for verdict in Verdict if verdict is not Verdict.PASSED]
    tally = Tally.of([record(f"s{verdict}", verdicts=["passed", "passed", verdict]) for verdict in verdicts])
    outline = Outline(page(tally))
    said, rows = outline.said(), outline.rows
    assert "8 submissions; 6.67 of 10 points on average, 6.67 in the middle. 0 (0 %) have all points, 0 (0 %) have none." in said
    assert "1 (12 %) is right but imprecise." in said
    others = ", ".join(f"1\xa0{verdict}" for verdict in MEANINGS)
    assert ["0 of 8", "0\xa0%", "Edges are kept: pad. edges", "hidden", others] in rows
    for verdict in MEANINGS:
        assert ["1 of 8", "12\xa0%", verdict, MEANINGS[verdict], "1"] in rows
    hard = [row[2] for row in rows if row[-1] in ("–", others)]
    assert [title.split()[-1] for title in hard[:3]] == ["edges", "examples", "ordinary"]


def test_nothing_wrong_is_said_too() -> None:
    said = Outline(page(Tally.of([record()]))).said()
    for sentence in (
        "Every check of every submission passed.",
        "No known mistake was recognised.",
        "Everything that was handed in has been graded.",
    ):
        assert sentence in said
    assert (
        "In no submission: todo, raised, timeout, died, imprecise, forbidden, broken." in Outline(page(a_mistaken_class())).said()
    )


def test_what_a_person_has_to_look_at() -> None:
    tally = Tally.of([record("ada", verdicts=["broken", "passed", "broken"]), record("zoe")])
    roster = [Student("ada", "Ada Lovelace"), Student("rip", "Rip van Winkle")]
    ungraded = [Ungraded("eve", "", "the zip holds no <file>"), Ungraded("bob", "nets/add", "too large")]
    outline = Outline(page(tally, roster=roster, ungraded=ungraded))
    broken = "The kit itself failed in 2 checks: The examples of the statement. Edges are kept: `pad`."
    assert ["ada", "filters/blur", broken] in outline.rows
    assert ["eve", "–", "the zip holds no <file>"] in outline.rows
    assert ["bob", "nets/add", "too large"] in outline.rows
    said = outline.said()
    assert "1 student on no line of the roster zoe" in said
    assert "1 student on the roster without any submission Rip van Winkle" in said
    assert ["Rip van Winkle", "–", "–"] in outline.rows
    assert ["Ada Lovelace", "3.33", "3.33"] in outline.rows


def test_how_it_was_graded() -> None:
    half = record("b", setup={"backend": "torch", "device": "cuda", "dtype": "float16"}, confinement=[])
    rows = Outline(page(Tally.of([record("a"), half]))).rows
    for row in (
        ["Seed", "0", "2"],
        ["Setup", "numpy on cpu", "1"],
        ["Setup", "torch on cuda, and in float16", "1"],
        ["Confinement", "none", "1"],
        ["Confinement", "process, seccomp", "1"],
        ["Versions", "gradlings 1.0, python 3.13.1", "2"],
    ):
        assert row in rows


def test_a_class_of_nobody() -> None:
    said = Outline(page(Tally())).said()
    assert "0 students handed in 0 submissions of 0 exercises, worth 0 points in all." in said
    assert "Nothing has been graded yet." in said
    assert "There are none." in said
    planned = Outline(page(Tally(planned={"nets/add": 10}), roster=[Student("rip")]))
    assert "Nobody has handed this in." in planned.said()
    assert ["nets/add", "0", "–", "–", "–", "–", "–"] in planned.rows
    assert ["rip", "–", "–"] in planned.rows


def test_tables_are_tables() -> None:
    outline = Outline(page(Tally.of(a_class())))
    assert outline.open == []
    scopes = [attributes.get("scope") for tag, attributes in outline.tags if tag == "th"]
    assert set(scopes) == {"col", "row"}
    tags = [tag for tag, _ in outline.tags]
    assert tags.count("caption") == tags.count("table") == tags.count("thead")
    labels = [attributes for tag, attributes in outline.tags if attributes.get("role") in ("img", "region")]
    assert all(attributes["aria-label"] for attributes in labels)
    ids = [str(attributes["id"]) for _, attributes in outline.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {str(attributes["href"]) for tag, attributes in outline.tags if tag == "a"} == {f"#{place}" for place in ids}


def test_hostile_names_are_names() -> None:
    def tags(names: list[str]) -> list[str]:
        return [tag for tag, _ in Outline(page(Tally.of([record(name) for name in names]))).tags]

    assert tags(HOSTILE) == tags([f"student{number}" for number in range(len(HOSTILE))])
    told = page(
        Tally.of([record(name) for name in HOSTILE]), title="</title><script>", ungraded=[Ungraded(n, n, n) for n in HOSTILE]
    )
    assert told.count("<script") == 1
    assert "\u202e" not in told
    assert "\x1b" not in told
    assert "a" * 61 not in told.partition('id="students"')[2]
    told.encode()


def test_the_order_of_records_means_nothing() -> None:
    made = a_class()
    assert page(Tally.of(made)) == page(Tally.of(reversed(made)))


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(0, 9, "0"), (1, 1000, "&lt; 1"), (999, 1000, "&gt; 99"), (9, 9, "100"), (1, 3, "33"), (0, 0, "0")],
)
def test_no_share_is_rounded_to_all_or_nothing(part: int, whole: int, told: str) -> None:
    assert markup.percent(part, whole) == f"{told}&nbsp;%"


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_at_least_aa_in_light_dark_and_print() -> None:
    """WCAG 2.2: 4.5 for text (1.4.3), 3 for graphics (1.4.11)."""
    themes = re.findall(r":root \{(.*?)\}", markup._file("report.css"), re.DOTALL)
    assert len(themes) == 3
    for theme in themes:
        colours = {name: luminance(value) for name, value in re.findall(r"--(\w+): (#\w{6})", theme)}
        for name, behind, least in [
            *((name, behind, 4.5) for name in ("ink", "quiet", "link") for behind in ("paper", "box")),
            *(("fill", behind, 3.0) for behind in ("paper", "track")),
        ]:
            light, dark = sorted((colours[name], colours[behind]), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= least, f"{name} on {behind}"


def test_the_page_can_load_nothing() -> None:
    told = page(Tally.of(a_class()))
    assert "default-src 'none'" in told
    assert not re.search(r"\bsrc=|url\(|@import|https?:|<link|<img|<iframe|\bon\w+=|style=", told)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], tuple[str, str]]]:
    """Open a page in Chromium; what became of it, and what its console said."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    folder = tmp_path_factory.mktemp("browser")
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-logging=stderr"]
    options += [f"--user-data-dir={folder / 'profile'}", "--dump-dom", "--virtual-time-budget=1000"]

    def open_it(text: str) -> tuple[str, str]:
        (folder / "page.html").write_text(text, encoding="utf-8")
        ran = subprocess.run(
            [CHROMIUM, *options, (folder / "page.html").as_uri()], capture_output=True, text=True, check=True, timeout=60
        )
        return ran.stdout, "\n".join(line for line in ran.stderr.splitlines() if "CONSOLE" in line)

    yield open_it
    shutil.rmtree(folder, ignore_errors=True)


def test_a_browser_has_nothing_to_complain_of(opened: Callable[[str], tuple[str, str]]) -> None:
    made, console = opened(page(Tally.of(a_class()), roster=[Student("rip", "Rip")]))
    assert console == ""
    assert '<button type="button">' in made  # the policy lets its own script run


def test_a_browser_would_complain(opened: Callable[[str], tuple[str, str]]) -> None:
    """The same page, had a name got through: nothing is loaded, nothing runs, and the test above would see it."""
    planted = '<img src="https://example.com/x.png"><script>document.title = "stolen"</script>'
    made, console = opened(page(Tally.of([record()])).replace("<main>", f"<main>{planted}"))
    assert "Content Security Policy" in console
    assert "example.com" in console
    assert "<title>Class report</title>" in made


def test_a_large_class_is_counted_in_thousands_and_its_students_are_not_printed() -> None:
    large = page(Tally.of([record(f"student{number:04}") for number in range(1500)]))
    assert "1,500 students handed in 1,500 submissions of 1 exercise, worth 10 points in all." in large
    assert "1,500 of 1,500" in large
    assert '<table class="sortable wide unprinted">' in large
    assert "<p class=printed>The table of 1,500 students is not printed; grades.csv has it.</p>" in large
    small = page(Tally.of([record("ada")]))
    assert 'unprinted"' not in small
    assert "not printed" not in small
