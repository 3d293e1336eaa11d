"""`gradlings watch` on a real pseudo-terminal.  What a newcomer sees stands in tests/screens, as it is seen."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT, load
from course import Course, linked_course
from session import Session, gradlings, without_times

from grader.exercise import Verdict
from grader.learn import logbook, screen, standing, terminal
from grader.learn.live import Graded
from grader.learn.saves import SETTLED, Saves
from grader.learn.screen import View

SCREENS = ROOT / "tests" / "screens"
FIRST, SECOND, THIRD = "tensors/hadamard", "tensors/hflip", "tensors/minmax_fit"
NOTHING = "Not written yet."


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return linked_course(tmp_path)


@pytest.fixture
def watch(course: Course) -> Iterator[Session]:
    with Session(gradlings("watch"), course.root) as session:
        session.wait_for(NOTHING)
        yield session
        assert_restored(session)


def assert_restored(session: Session) -> None:
    """The terminal is as it was, and says how far the learner is."""
    session.type("q")
    assert session.end() == 0
    assert session.echoes()
    assert "\x1b[?1049l" in session.raw.decode()
    assert " of 246 exercises, " in session.screen


class Album:
    """Screens that are compared with those that are kept, or kept in their place."""

    def __init__(self, update: bool) -> None:
        self._update = update
        self._names: list[str] = []

    def look(self, name: str, shown: str) -> None:
        self._names.append(f"{len(self._names) + 1:02}-{name}.txt")
        path = SCREENS / self._names[-1]
        text = "\n".join(line.rstrip() for line in without_times(shown).splitlines()) + "\n"
        if self._update:
            SCREENS.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        kept = path.read_text(encoding="utf-8") if path.is_file() else "nothing"
        assert text == kept, f"{path.name}: if it is right, run pytest tests/test_learn_watch.py --update-messages"

    def close(self) -> None:
        """Nothing is kept that is no longer looked at."""
        assert sorted(path.name for path in SCREENS.iterdir()) == self._names


def test_a_newcomer_solves_three_exercises(course: Course, request: pytest.FixtureRequest) -> None:
    """From a fresh copy, through every key."""
    album = Album(request.config.getoption("--update-messages"))
    with Session(gradlings(), course.root) as plain:
        assert plain.end() == 0
        album.look("gradlings", plain.screen)
    with Session(gradlings("watch"), course.root, DISPLAY="", WAYLAND_DISPLAY="") as session:
        album.look("the-first-exercise", session.wait_for(NOTHING, FIRST))
        course.hand_in(FIRST, f"{stub(course, FIRST)}    return input *\n")
        album.look("a-syntax-error", session.wait_for("SyntaxError"))
        course.hand_in_function(FIRST, load(FIRST).mistakes[0].name)
        album.look("a-mistake-is-named", session.wait_for("Likely cause: ", "wrong"))
        session.type("h")
        album.look("a-hint", session.wait_for("Hint 1 of 3"))
        session.type("h")
        album.look("a-stronger-hint", session.wait_for("Hint 2 of 3"))
        session.type(" ")
        session.wait_for("Likely cause: ", gone="Hint 2")
        course.copy_reference(FIRST)
        album.look("passed", session.wait_for("1 of 246", "n goes on"))
        session.type("n")
        album.look("the-second-exercise", session.wait_for(NOTHING, f" {SECOND}: "))
        session.type("s")
        album.look("no-picture", session.wait_for("No picture", gone="drawing"))
        course.hand_in(SECOND, "import time\n\n\ndef hflip(images, flags):\n    time.sleep(60)\n")
        album.look("it-hangs", session.wait_for("running"))
        session.type("\x03")
        album.look("stopped", session.wait_for("Stopped", gone="running"))
        session.type("r")
        album.look("start-again", session.wait_for("y: yes"))
        session.type("x")
        session.wait_for("Nothing was changed.")
        session.type("r")
        session.wait_for("y: yes")
        session.type("y")
        album.look("started-again", session.wait_for("hflip.mine.py", NOTHING))
        course.copy_reference(SECOND)
        session.wait_for("2 of 246", "n goes on")
        session.type("n")
        session.wait_for(NOTHING, f" {THIRD}: ")
        course.copy_reference(THIRD)
        album.look("three-are-solved", session.wait_for("3 of 246", "n goes on"))
        anywhere(course, session, album)
        assert_restored(session)
    assert (course.root / "sobel.png").stat().st_size > 1000
    with Session(gradlings("progress"), course.root) as plain:
        assert plain.end() == 0
        album.look("progress", plain.screen)
    album.close()


def anywhere(course: Course, session: Session, album: Album) -> None:
    """All that is begun, and back; whoever saves another exercise is there, and its picture is drawn; a window may be small."""
    session.type("a")
    album.look("all-that-is-begun", session.wait_for("All that you have begun", gone="running"))
    session.type(" ")
    session.wait_for(f"✓ {load(THIRD).tests[0].id}", gone="All that you have begun")
    course.copy_reference("convolution/sobel")
    session.wait_for("4 of 246", "convolution/sobel: ")
    session.type("s")
    album.look("a-picture", session.wait_for("A picture", gone="drawing"))
    session.resize(60, 14)
    album.look("a-small-window", session.wait_for(screen.KEYS, "A picture", gone="✓ examples"))


def stub(course: Course, exercise: str) -> str:
    text = (course.root / f"exercises/{exercise}.py").read_text(encoding="utf-8")
    return text[: text.index("    raise NotImplementedError")]


def test_a_file_that_goes_and_comes_back(course: Course, watch: Session) -> None:
    path = course.root / f"exercises/{FIRST}.py"
    text = path.read_bytes()
    path.rename(path.with_name("hadamard_old.py"))
    watch.wait_for("Nothing to grade", f"exercises/{FIRST}.py is missing, empty or over 256 kB. Save it again, or press")
    path.write_bytes(text)
    watch.wait_for(NOTHING, gone="Nothing to grade")
    path.write_bytes(b"")
    watch.wait_for("Nothing to grade")
    beside = path.with_suffix(".tmp")
    beside.write_bytes(text)
    beside.replace(path)  # as many editors save
    watch.wait_for(NOTHING, gone="Nothing to grade")


def test_a_new_save_ends_what_hangs_and_quit_does_not_wait(course: Course, watch: Session) -> None:
    hangs = "def hadamard(input, other):\n    while True:\n        pass\n"
    course.hand_in(FIRST, hangs)
    watch.wait_for("running")
    course.hand_in(FIRST, "def hadamard(input, other):\n    return 1\n")
    watch.wait_for("returned an int", gone="running")
    course.hand_in(FIRST, "import time\ntime.sleep(60)\n" + hangs)  # while it is loaded
    watch.wait_for("running")


def test_a_solution_in_torch(course: Course, watch: Session) -> None:
    twin = ROOT / "solutions/tensors/torch/hadamard.py"
    course.hand_in(FIRST, twin.read_text(encoding="utf-8"))
    assert "✓ gradients_flow" in watch.wait_for("1 of 246", "n goes on")
    assert standing.course(course.root).of(FIRST).state == "passed"


def test_a_part_of_the_curriculum_and_what_is_unknown(course: Course) -> None:
    with Session(gradlings("watch", "convolution"), course.root) as session:
        session.wait_for("convolution/conv_output_size: ", NOTHING)
        course.copy_reference(FIRST)  # nobody looks at it
        session.type("n")
        session.wait_for("convolution/dft: ", NOTHING, " 0 of 246")
        assert_restored(session)
    with Session(gradlings("watch", "convolution/conv3d"), course.root) as session:
        assert session.end() == 1
        assert "gradlings: there is no exercise 'convolution/conv3d'; do you mean convolution/conv2d or" in session.screen


def test_whoever_ends_it_the_terminal_is_as_it_was(course: Course) -> None:
    with Session(gradlings("watch"), course.root) as session:
        session.wait_for(NOTHING)
        session.process.send_signal(signal.SIGTERM)
        assert session.end() == 128 + signal.SIGTERM
        assert session.echoes()
    with Session(gradlings("watch"), course.root) as session:
        session.wait_for(NOTHING)
        session.type("\x03")
        assert session.end() == 0
        assert session.echoes()


def test_it_is_put_aside_and_taken_up_again(course: Course) -> None:
    """Ctrl-Z leaves the terminal to the shell; what was on it is drawn again."""
    with Session(gradlings("watch"), course.root) as session:
        session.wait_for(NOTHING)
        session.process.send_signal(signal.SIGTSTP)
        os.waitid(os.P_PID, session.process.pid, os.WSTOPPED | os.WNOWAIT)
        while session.read(0.2):
            """What it says before it stops."""
        assert session.echoes()
        assert session.raw.decode().endswith(terminal.END)
        session.process.send_signal(signal.SIGCONT)
        before = len(session.raw)
        while NOTHING.encode() not in session.raw[before:]:
            assert session.read(30.0)
        assert not session.echoes()
        assert_restored(session)


def test_a_dumb_terminal_is_told_in_lines(course: Course) -> None:
    with Session(gradlings("watch"), course.root, TERM="dumb", lines=60) as session:
        session.wait_for(f"What you save is graded. Keys: {screen.KEYS}", NOTHING)
        course.hand_in_function(FIRST, load(FIRST).mistakes[0].name)
        session.wait_for("Likely cause: This is the matrix product")
        session.type("h")
        session.wait_for("Hint 1 of 3")
        session.type("q")
        assert session.end() == 0
        assert "\x1b" not in session.raw.decode()


def test_without_a_terminal_it_goes_on_when_nobody_types(course: Course) -> None:
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    with subprocess.Popen(gradlings("watch"), cwd=course.root, stdin=null, stdout=pipe, text=True, env=environment) as process:
        assert process.stdout is not None
        read_until(process.stdout, NOTHING)
        course.copy_reference(FIRST)
        told = read_until(process.stdout, "[#-------------------] 1 of 246")
        assert " + examples " in told
        process.send_signal(signal.SIGINT)
        process.wait(30)


def read_until(stream: Iterable[str], text: str) -> str:
    told = ""
    for line in stream:
        told += line
        if text in line:
            return told
    raise AssertionError(f"{text!r} is not in:\n{told}")


def test_a_file_counts_as_empty_only_when_it_stays_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors empty a file before they write it."""
    now = [100.0]
    monkeypatch.setattr("grader.learn.saves.time.monotonic", lambda: now[0])
    path = tmp_path / "a.py"
    path.write_text("one")
    saves = Saves({"a": path})
    try:
        assert saves.changed() == []
        path.write_text("")
        assert saves.changed() == []
        path.write_text("two!")
        assert saves.changed() == ["a"]
        path.unlink()
        assert saves.changed() == []
        now[0] += SETTLED
        assert saves.changed() == ["a"]
        assert saves.changed() == []
    finally:
        saves.close()


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 8), (40, 12), (80, 24), (200, 60)], ids=str)
@pytest.mark.parametrize("message", [(), ("Hint 1 of 3", "words " * 200)], ids=["no message", "message"])
def test_no_window_is_too_small(size: tuple[int, int], message: tuple[str, ...]) -> None:
    width, height = size
    here = standing.course(ROOT).standings
    checks = tuple((f"check_{number}", Verdict.WRONG) for number in range(30))
    graded = Graded(FIRST, checks, ("headline", "a long line " * 30), "0 of 30 checks passed", 0.0, "")
    rows = screen.rows(View(here[0], here, graded, "", message), width, height, "✓✗·")
    texts = ["".join(text for text, _ in row) for row in rows]
    assert len(rows) <= height
    assert max(map(len, texts)) <= max(width, 21)  # the terminal cuts what is wider
    if height >= 8:
        assert screen.SHORT_KEYS[0] in texts[-1]


def test_plain_lines_are_no_longer_than_the_terminal() -> None:
    here = standing.course(ROOT).standings
    graded = Graded(FIRST, (("a_check", Verdict.WRONG),) * 9, ("headline", "a long line " * 30), "0 of 9 checks passed", 0.0, "")
    lines = screen.lines(View(here[0], here, graded, "", ("Hint 1 of 3", "words " * 50)), None, "✓✗·", 60)
    assert 50 < max(map(len, lines)) <= 60


def test_the_logbook_is_kept_by_a_watch(course: Course, watch: Session) -> None:
    course.hand_in_function(FIRST, load(FIRST).mistakes[0].name)
    watch.wait_for("Likely cause: ")
    watch.type("h")
    watch.wait_for("Hint 1 of 3")
    entry = logbook.read(course.root).of(FIRST)
    assert (entry.tried, entry.hints, entry.passed) == (1, 1, "")
