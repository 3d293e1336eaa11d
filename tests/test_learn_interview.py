"""Mock interviews: what is asked, the clock, what is told at the end."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from conftest import ROOT, load
from course import Course, linked_course
from session import Session, gradlings

from grader import catalog, cli
from grader.learn import interview, questions, standing

BEGIN = ["interview", "--seed", "3", "--topics", "activations", "--questions", "2", "--difficulty", "1"]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    made = linked_course(tmp_path)
    monkeypatch.chdir(made.root)
    return made


def begun(root: Path) -> interview.Interview:
    found = interview.under_way(root)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"exercises": "x"}', '{"exercises": [1], "began": 0, "minutes": 1, "over": false}'], ids=str
)
def test_a_damaged_interview_gets_one_sentence(course: Course, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = course.root / "interview/2026-01-01/interview.json"
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert cli.main(["interview", "--finish"]) == 1
    told = capsys.readouterr().err
    assert told == f"gradlings: {path} is damaged; delete the folder {path.parent}, or keep it under another name elsewhere\n"


def test_what_cannot_be(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["interview", "--finish"]) == 1
    assert capsys.readouterr().err == "gradlings: no interview is under way; begin one: gradlings interview\n"
    assert cli.main(["interview", "--topics", "cooking"]) == 1
    assert capsys.readouterr().err == "gradlings: there is no topic 'cooking'; `gradlings progress` shows them all\n"
    for number in ("0", "many", "601"):
        with pytest.raises(SystemExit):
            cli.main(["interview", "--minutes", number])
    assert not (course.root / "interview").exists()


def test_it_is_graded_and_the_answers_are_told(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(BEGIN) == 0
    told, found = capsys.readouterr().out, begun(course.root)
    assert told.startswith("2 questions, 20 minutes. They stand in interview/")
    assert all(f"{name}.py\n" in told for name in found.exercises)
    right, wrong = found.exercises
    assert (found.folder / f"{right}.py").read_bytes() == (course.root / f"exercises/{right}.py").read_bytes()
    assert load(right).about.questions[0] in (found.folder / "README.md").read_text(encoding="utf-8")
    assert cli.main(["interview"]) == 0
    assert capsys.readouterr().out.startswith("The interview in interview/")
    (found.folder / f"{right}.py").write_text(solution(right), encoding="utf-8")
    (found.folder / f"{wrong}.py").write_text("def nothing(): pass\n", encoding="utf-8")
    assert cli.main(["interview", "--finish"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("# What came of it\n\n5 of 10 points, in 0 of 20 minutes.\n")
    assert f"## {load(right).about.title}\n\n{right}: " in told
    question, answer = questions.spoken(course.root, standing.course(course.root).of(right))[0]
    assert f"### {question}\n\n{answer}\n" in told
    assert (found.folder / interview.RESULT).read_text(encoding="utf-8") in told
    assert interview.under_way(course.root) is None
    assert standing.course(course.root).of(right).state == "new"  # the learner's own file is not touched


def solution(exercise: str) -> str:
    return catalog.twin_of(catalog.solution_file(ROOT, exercise)).read_text(encoding="utf-8")


def test_who_saves_after_the_end_is_late(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([*BEGIN, "--minutes", "1"])
    found = begun(course.root)
    found._replace(began=time.time() - 600).save()
    for name in found.exercises:
        (found.folder / f"{name}.py").write_text(solution(name), encoding="utf-8")
    assert cli.main(["interview", "--finish"]) == 1
    told = capsys.readouterr().out
    assert "10 of 10 points, in 1 of 1 minute." in told
    assert told.count("    saved 9 minutes after the end\n") == 2


def test_the_clock_on_a_terminal(course: Course) -> None:
    with Session(gradlings(*BEGIN), course.root) as session:
        session.wait_for("left. Enter when you are done")
        session.type("\x03")
        assert session.end() == 130
        assert "The clock goes on. Go on with: gradlings interview" in session.screen
    with Session(gradlings("interview"), course.root, lines=100) as session:
        session.wait_for("goes on:", "19:5", "left. Enter when you are done")
        session.type("\n")
        assert session.end() == 1
        assert "0 of 10 points, in 0 of 20 minutes." in session.screen
    found = json.loads(next((course.root / "interview").glob(f"*/{interview.FILE}")).read_text())
    assert found["over"] is True


PARAGRAPH = "One two three four\nfive six seven."


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        (PARAGRAPH, "One two three\nfour five six\nseven."),
        (f"- {PARAGRAPH}\n- b", "- One two three\n  four five six\n  seven.\n- b"),
        (f"{PARAGRAPH}\n\n```math\n{PARAGRAPH}\n\n{PARAGRAPH}\n```\n\nEnd.", None),
        ("| a long row | of a long table |", "| a long row | of a long table |"),
        ("    a check that was wrong", "    a check\n      that was\n      wrong"),
        ("an_extremely_long_word_of_code", "an_extremely_long_word_of_code"),
    ],
)
def test_answers_are_filled_anew_and_code_is_not(text: str, filled: str | None) -> None:
    fitted = questions.fitted(text, 15)
    assert fitted == (filled or text.replace(PARAGRAPH, "One two three\nfour five six\nseven.", 1))


def test_a_question_of_two_exercises_is_answered_once(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = "tensors/minmax_fit", "tensors/standardize_fit"
    shared = set(load(one).about.questions) & set(load(other).about.questions)
    assert shared
    found = interview.Interview(course.root / "interview" / "2026-01-01", (one, other), time.time(), 20)
    found.save()
    assert cli.main(["interview", "--finish"]) == 1
    told = capsys.readouterr().out
    assert [told.count(f"### {question}\n") for question in shared] == [1] * len(shared)


def test_questions_are_of_different_topics_and_get_harder(course: Course) -> None:
    standings = standing.course(course.root).standings
    drawn = questions.draw(standings, 4, 0, 1)
    assert [one.difficulty for one in drawn] == [1, 2, 2, 3]
    assert len({one.topic for one in drawn}) == 4
    assert drawn == questions.draw(standings, 4, 0, 1)
    assert any(questions.draw(standings, 4, 0, seed) != drawn for seed in range(5))
    passed = [one._replace(state=standing.State.PASSED) for one in standings if one.id != drawn[0].id]
    left = [one for one in standings if one.id == drawn[0].id]
    assert questions.draw([*passed, *left], 1, 0, 9) == left  # what is not passed comes first
    assert len(questions.draw(left, 4, 0, 1)) == 1


def test_a_students_copy_asks_for_what_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    student = linked_course(tmp_path, student=True)
    student.hand_in("activations/relu", "mine")
    monkeypatch.chdir(student.root)
    here = standing.course(student.root)
    assert questions.blank(student.root, here.of("activations/relu")) is None
    assert "def softmax(" in (questions.blank(student.root, here.of("activations/softmax")) or "")
    for name in catalog.exercise_ids(student.root):
        os.truncate(student.root / f"exercises/{name}.py", 0)
    assert cli.main(["interview"]) == 1
