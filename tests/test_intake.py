"""A class of each kind of layout: who handed in what, and what was left out and why."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from class_folder import BACKWARD, CODE, CONV, EXERCISES, RELU, answers, fill, packed, reasons, remarks, who

from grader import intake
from grader.handed import IntakeError

CLASS = [("ada", "conv2d"), ("ada", "relu"), ("alan", "conv2d")]


def test_a_folder_for_each_student(tmp_path: Path) -> None:
    fill(tmp_path, {"ada/conv2d.py": "conv2d", "ada/activations/relu.py": "relu", "alan/hw1/Conv2D.py": "conv2d"})
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == CLASS
    assert plan.skipped == plan.remarks == ()
    assert [intake.source(one).decode() for one in plan.submissions] == [CODE["relu"], CODE["conv2d"], CODE["conv2d"]]


def test_a_zip_for_each_student(tmp_path: Path) -> None:
    fill(
        tmp_path, {"ada.zip": packed({"hw/conv2d.py": "conv2d", "relu.py": "relu"}), "alan.zip": packed({"conv2d.py": "conv2d"})}
    )
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == CLASS
    assert [intake.source(one).decode() for one in plan.submissions] == [CODE["relu"], CODE["conv2d"], CODE["conv2d"]]


def test_one_zip_of_the_class_may_be_graded_as_it_is_or_lie_in_the_folder(tmp_path: Path) -> None:
    content = packed({"ada/conv2d.py": "conv2d", "ada/relu.py": "relu", "alan/conv2d.py": "conv2d"})
    fill(tmp_path, {"class.zip": content})
    assert who(intake.plan(tmp_path / "class.zip", EXERCISES)) == CLASS
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == CLASS
    assert remarks(plan) == {"class.zip": "It is taken for the folder of a class, not of a student."}


def test_a_zip_inside_a_zip_is_opened_once(tmp_path: Path) -> None:
    inner = packed({"conv2d.py": "conv2d", "again.zip": packed({"relu.py": "relu"})})
    fill(tmp_path, {"class.zip": packed({"ada/hw.zip": inner, "alan/relu.py": "relu"})})
    plan = intake.plan(tmp_path, EXERCISES)
    assert answers(plan) == [("ada", CONV, "ada/hw.zip!/conv2d.py"), ("alan", RELU, "alan/relu.py")]
    assert intake.source(plan.submissions[0]) == CODE["conv2d"].encode()
    assert reasons(plan) == {
        "class.zip/ada/hw.zip/again.zip": "It is an archive inside an archive inside an archive: unpack it first."
    }


def test_single_files_say_by_their_names_whose_they_are(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "ada_conv2d.py": "conv2d",
            "relu_ada.py": "relu",
            "alan.py": "conv2d",
            "conv2d.py": "conv2d",
            "conv2d_forward_grace.py": "def conv2d_forward(): ...",
        },
    )
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == CLASS
    assert reasons(plan) == {
        "conv2d.py": "Nothing says whose it is: put it in a folder that is named after its student, or give --pattern.",
        "conv2d_forward_grace.py": "It answers no exercise that is graded: neither its name nor what it defines is one of them.",
    }


def test_canvas(tmp_path: Path) -> None:
    files = {
        "lovelaceada_123_4567_conv2d.py": "conv2d",
        "lovelaceada_123_4570_conv2d-1.py": "conv2d",
        "lovelaceada_LATE_123_4568_relu.py": "relu",
        "turingalan_124_4569_hw1.zip": packed({"hw1/conv2d.py": "conv2d"}),
        "hoppergrace_125_text.html": "<p>",
    }
    plan = intake.plan(fill(tmp_path / "flat", files), EXERCISES)
    assert who(plan) == [("lovelaceada", "conv2d"), ("lovelaceada", "relu"), ("turingalan", "conv2d")]
    assert answers(plan)[1][2] == "lovelaceada_123_4570_conv2d-1.py"
    assert reasons(plan) == {
        "hoppergrace_125_text.html": "It is neither a Python file nor a notebook nor a zip.",
        "lovelaceada_123_4567_conv2d.py": "For convolution/conv2d its copy lovelaceada_123_4570_conv2d-1.py counts.",
    }
    fill(tmp_path / "zips", {"hw1.zip": packed(files), "hw2.zip": packed({"anon_x7Yz9_4571_relu.py": "relu"})})
    assert who(intake.plan(tmp_path / "zips", EXERCISES)) == [("anon_x7Yz9", "relu"), *who(plan)]


def test_two_of_one_name_stay_two(tmp_path: Path) -> None:
    fill(tmp_path, {"schmidtanna_111_1_conv2d.py": "conv2d", "schmidtanna_112_2_relu.py": "relu"})
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == [("schmidtanna (111)", "conv2d"), ("schmidtanna (112)", "relu")]
    assert remarks(plan) == {"schmidtanna": "Several students have this name: the number of each is added to it."}


@pytest.mark.parametrize("folders", [True, False])
def test_moodle(tmp_path: Path, folders: bool) -> None:
    files = {
        f"Ada Lovelace_81_assignsubmission_file_{'/' * folders}conv2d.py": "conv2d",
        "Ada Lovelace_81_assignsubmission_onlinetext_/onlinetext.html": "<p>",
        f"Alan Turing_82_assignsubmission_file_{'/' * folders}relu.py": "relu",
    }
    expected = [("Ada Lovelace", "conv2d"), ("Alan Turing", "relu")]
    assert who(intake.plan(fill(tmp_path / "folder", files), EXERCISES)) == expected
    fill(tmp_path / "zip", {"DL-Homework 1-77.zip": packed(files)})
    assert who(intake.plan(tmp_path / "zip", EXERCISES)) == expected


def test_moodle_counts_people_anew_for_each_assignment(tmp_path: Path) -> None:
    first = packed({"Ada Lovelace_81_assignsubmission_file_/conv2d.py": "conv2d"})
    second = packed({"Ada Lovelace_99_assignsubmission_file_/relu.py": "relu"})
    fill(tmp_path, {"hw1.zip": first, "hw2.zip": second})
    assert who(intake.plan(tmp_path, EXERCISES)) == [("Ada Lovelace", "conv2d"), ("Ada Lovelace", "relu")]


def test_blackboard(tmp_path: Path) -> None:
    files = {
        "Homework 1_ada_attempt_2026-10-12-14-30-00_conv2d.py": "def conv2d(): old",
        "Homework 1_ada_attempt_2026-10-13-09-00-00_conv2d.py": "conv2d",
        "Homework 1_ada_attempt_2026-10-13-09-00-00.txt": "Name: Ada",
    }
    plan = intake.plan(fill(tmp_path, files), EXERCISES)
    assert answers(plan) == [("ada", CONV, "Homework 1_ada_attempt_2026-10-13-09-00-00_conv2d.py")]
    assert reasons(plan)["Homework 1_ada_attempt_2026-10-12-14-30-00_conv2d.py"] == (
        "For convolution/conv2d the file Homework 1_ada_attempt_2026-10-13-09-00-00_conv2d.py counts, which was handed in later."
    )


def test_brightspace(tmp_path: Path) -> None:
    files = {
        "Homework 1/39786-640693 - Ada Lovelace - Oct 10, 2026 1022 AM/conv2d.py": "conv2d",
        "Homework 1/39786-640693 - Ada Lovelace - Oct 9, 2026 1159 PM/conv2d.py": "def conv2d(): old",
        "Homework 1/39787-640694 - Alan Turing - Oct 11, 2026 12:30 PM/relu.py": "relu",
        "Homework 1/index.html": "<p>",
    }
    fill(tmp_path, {"download.zip": packed(files)})
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == [("Ada Lovelace", "conv2d"), ("Alan Turing", "relu")]
    assert "Oct 10" in plan.submissions[0].member
    flat = fill(tmp_path / "flat", {"39786-640693 - Ada Lovelace - Oct 10, 2026 1022 AM - conv2d.py": "conv2d"})
    assert who(intake.plan(flat, EXERCISES)) == [("Ada Lovelace", "conv2d")]


METADATA = """submission_1:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@example.org
  :created_at: 2026-10-12 14:30:00 Z
  :history:
  - :id: 7
    :submitters:
    - :name: Somebody Else
      :sid: '999'
submission_2:
  :submitters:
  - :name: 'Alan "T" Turing'
    :sid:
    :email: alan@example.org
  - :name: Grace Hopper
    :sid: "102"
"""


def test_gradescope(tmp_path: Path) -> None:
    files = {
        "submission_1/conv2d.py": "conv2d",
        "submission_2/relu.py": "relu",
        "submission_3/relu.py": "relu",
        "submission_metadata.yml": METADATA,
    }
    expected = [("100", "conv2d"), ("102", "relu"), ("alan@example.org", "relu"), ("submission_3", "relu")]
    assert who(intake.plan(fill(tmp_path / "folder", files), EXERCISES)) == expected
    fill(tmp_path / "zip", {"export.zip": packed({f"assignment_9_export/{name}": content for name, content in files.items()})})
    assert who(intake.plan(tmp_path / "zip", EXERCISES)) == expected


def test_an_nbgrader_course(tmp_path: Path) -> None:
    files = {
        "submitted/ada/ps1/conv2d.py": "conv2d",
        "submitted/ada/ps1/timestamp.txt": "2026-11-20 10:00:00 UTC",
        "submitted/alan/ps1/relu.py": "relu",
        "source/ps1/conv2d.py": "conv2d",
        "gradebook.db": b"",
    }
    plan = intake.plan(fill(tmp_path, files), EXERCISES)
    assert who(plan) == [("ada", "conv2d"), ("alan", "relu")]
    assert reasons(plan)["source/ps1/conv2d.py"] == "It lies outside of submitted/, where nbgrader keeps what students hand in."
    assert who(intake.plan(tmp_path / "submitted", EXERCISES)) == who(plan)


def test_cloned_repositories(tmp_path: Path) -> None:
    files = {
        "hw1-ada-l/.git/config": "",
        "hw1-ada-l/exercises/convolution/conv2d.py": "conv2d",
        "hw1-ada-l/exercises/convolution/__pycache__/conv2d.cpython-311.pyc": b"",
        "hw1-alan/.git/config": "",
        "hw1-alan/exercises/activations/relu.py": "relu",
    }
    plan = intake.plan(fill(tmp_path / "all", files), EXERCISES)
    assert who(plan) == [("ada-l", "conv2d"), ("alan", "relu")]
    assert set(plan.skipped) == {
        intake.Skipped(where, "It belongs to a tool or to the system, not to an answer.")
        for where in ("hw1-ada-l/.git", "hw1-ada-l/exercises/convolution/__pycache__", "hw1-alan/.git")
    }
    fill(tmp_path / "classroom/hw1-submissions/hw1-ada", {"conv2d.py": "conv2d"})
    assert who(intake.plan(tmp_path / "classroom", EXERCISES)) == [("ada", "conv2d")]


def test_a_file_may_answer_several_exercises(tmp_path: Path) -> None:
    fill(tmp_path, {"ada/homework.py": CODE["conv2d"] + "relu = lambda x: x\nconv2d_backward == 3\n"})
    assert who(intake.plan(tmp_path, EXERCISES)) == [("ada", "conv2d"), ("ada", "relu")]


def test_a_name_that_ends_with_an_exercise_says_which_of_those_defined_is_meant(tmp_path: Path) -> None:
    fill(tmp_path, {"ada/my_conv2d.py": CODE["relu"] + CODE["conv2d"], "alan/my_conv2d.py": "def misspelled(): ..."})
    assert who(intake.plan(tmp_path, EXERCISES)) == [("ada", "conv2d"), ("alan", "conv2d")]


def test_the_topic_decides_between_two_of_one_name(tmp_path: Path) -> None:
    two = ("convolution/pad", "rnn/pad")
    fill(
        tmp_path,
        {"ada/rnn/pad.py": "", "alan/pad.py": "x", "grace/mine.py": "def pad(): ...", "kurt/rnn/mine.py": "def pad(): ..."},
    )
    plan = intake.plan(tmp_path, two)
    assert [(one.student, one.exercise) for one in plan.submissions] == [("ada", "rnn/pad"), ("kurt", "rnn/pad")]
    said = "It may be for convolution/pad or rnn/pad: put it in a folder that is named after the topic."
    assert reasons(plan) == {"alan/pad.py": said, "grace/mine.py": said}


def test_of_several_files_one_counts_and_the_others_are_said(tmp_path: Path) -> None:
    files = {
        "ada/conv2d.py": "conv2d",
        "ada/old/conv2d.py": "def conv2d(): older",
        "ada/conv2d (1).py": "def conv2d(): again",
        "ada/copy/conv2d.py": "conv2d",
        "ada/notes.py": "def conv2d(): notes",
        "alan/my_relu.py": "nothing",
        "alan/hw.py": "relu",
    }
    plan = intake.plan(fill(tmp_path, files), EXERCISES)
    assert answers(plan) == [("ada", CONV, "conv2d.py"), ("alan", RELU, "hw.py")]
    counts = "For convolution/conv2d the file ada/conv2d.py counts, which"
    assert reasons(plan) == {
        "ada/old/conv2d.py": f"{counts} lies nearer to the top.",
        "ada/conv2d (1).py": f"{counts} comes first by name.",
        "ada/copy/conv2d.py": "For convolution/conv2d its copy ada/conv2d.py counts.",
        "ada/notes.py": f"{counts} is named after it.",
        "alan/my_relu.py": "For activations/relu the file alan/hw.py counts, which defines it.",
    }


def test_a_student_cannot_pass_for_another_by_a_files_name(tmp_path: Path) -> None:
    files = {
        "ada/turingalan_124_4569_conv2d.py": "conv2d",
        "ada/Alan Turing_82_assignsubmission_file_/relu.py": "relu",
        "alan/conv2d.py": "conv2d",
    }
    assert who(intake.plan(fill(tmp_path, files), EXERCISES)) == [("ada", "conv2d"), ("ada", "relu"), ("alan", "conv2d")]


def test_what_is_not_asked_for_is_said(tmp_path: Path) -> None:
    plan = intake.plan(fill(tmp_path, {"ada/conv2d_backward.py": "conv2d_backward", "ada/README.md": "hi"}), [CONV])
    assert plan.submissions == ()
    assert reasons(plan) == {
        "ada/README.md": "It is neither a Python file nor a notebook nor a zip.",
        "ada/conv2d_backward.py": "It answers no exercise that is graded: neither its name nor what it defines is one of them.",
    }
    assert who(intake.plan(tmp_path, [BACKWARD])) == [("ada", "conv2d_backward")]


def test_a_file_that_changes_after_the_plan_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, {"ada/conv2d.py": "conv2d"})
    (one,) = intake.plan(tmp_path, EXERCISES).submissions
    fill(tmp_path, {"ada/conv2d.py": "something else"})
    with pytest.raises(intake.Unreadable, match=r"^It has changed since the plan was made\.$"):
        intake.source(one)


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"^.*/nowhere is neither a folder nor a zip$"):
        intake.plan(tmp_path / "nowhere", EXERCISES)
    fill(tmp_path, {"broken.zip": "no"})
    with pytest.raises(IntakeError, match=r"^.*/broken.zip cannot be graded: it is no zip, or a broken one$"):
        intake.plan(tmp_path / "broken.zip", EXERCISES)


def test_a_large_class_takes_little_memory(tmp_path: Path) -> None:
    """100 files of 200 KB, some in archives: what is read is forgotten."""
    body = "def conv2d(x): ...\n" + "#" * 200_000
    fill(tmp_path, {f"s{number}/conv2d.py": body for number in range(80)})
    fill(tmp_path, {f"z{number}.zip": packed({"conv2d.py": body}) for number in range(20)})
    tracemalloc.start()
    plan = intake.plan(tmp_path, EXERCISES)
    for one in plan.submissions:
        intake.source(one)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(plan.submissions) == 100
    assert peak < 4_000_000
