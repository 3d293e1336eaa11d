"""The pages of the site: the front page, lists, a page for each topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from grader.generate import LEVELS
from grader.phrases import count
from grader.site import frame, prose
from grader.site.curriculum import Curriculum, Question, Task, Topic

START = "python -m pip install -e . -c constraints.txt && pytest exercises"


def address(task: Task) -> str:
    """The exercise's page, from the front page's folder."""
    return f"{task.id}.html"


def links(curriculum: Curriculum, topic: str, root: str = "../", own: Iterable[str] = ()) -> prose.Links:
    """Where links of a text of `topic` lead.  Names in `own` are the text's, such as parameters."""
    pages = {f"{task.id}.py": address(task) for task in curriculum.tasks}
    pages |= {f"{each.id}/README.md": f"{each.id}/index.html" for each in curriculum.topics}
    names = {task.name: address(task) for task in curriculum.tasks if task.name not in set(own)}

    def page(path: str) -> str:
        place, _, anchor = path.partition("#")
        full = place.removeprefix("../") if place.startswith("../") or not topic else f"{topic}/{place}"
        target = pages.get(full)
        return path if target is None else f"{root}{target}" + (f"#{anchor}" if anchor else "")

    return prose.Links(page, lambda name: f"{root}{names[name]}" if name in names else "")


def front(curriculum: Curriculum) -> bytes:
    path = "index.html"
    questions = sum(len(topic.questions) for topic in curriculum.topics)
    points = sum(task.entry["points"] for task in curriculum.tasks)
    return frame.document(path, frame.TITLE, _front(curriculum, questions, points))


def _front(curriculum: Curriculum, questions: int, points: int) -> Iterator[str]:
    first, topics = curriculum.tasks[0], count(len(curriculum.topics), "topic")
    yield (
        "<h1>Small exercises to get you used to reading, writing and defending deep-learning code</h1>\n"
        f'<p class="lead">{count(len(curriculum.tasks), "exercise")} worth {points:,} points, and {questions} interview '
        f"questions with answers to be said in a minute, in {topics}. Each exercise is a function with an "
        "empty body. You write it, here in the browser or in your editor, and are told what is wrong.</p>\n"
        f'<p class="start"><a class="button" href="{address(first)}">Begin with {escape(first.entry["title"])}</a></p>\n'
        '<section aria-labelledby="topics"><h2 id="topics">Topics</h2>\n<ol class="cards">\n'
    )
    for topic in curriculum.topics:
        idea = prose.plain(prose.render(topic.idea.split("\n\n")[0]))
        yield (
            f'<li><h3><a href="{topic.id}/index.html">{escape(topic.title)}</a></h3>\n<p>{escape(_sentence(idea))}</p>\n'
            f'<p class="quiet">{count(len(topic.tasks), "exercise")}, {count(len(topic.questions), "question")}, '
            f"{count(len(topic.myths), 'myth')}</p></li>\n"
        )
    yield "</ol></section>\n" + _levels(curriculum)
    yield (
        '<section aria-labelledby="install"><h2 id="install">On your own machine</h2>\n'
        "<p>The examples of an exercise are checked in the browser. The hidden checks, PyTorch, and the graders that name your "
        f"mistake run where gradlings is installed: clone the repository, go into it, and run</p>\n<pre><code>{START}</code>"
        "</pre></section>\n"
    )


def _sentence(text: str) -> str:
    """The first sentence, or the first two where it is short."""
    sentences = text.split(". ")
    taken = sentences[0] if len(sentences[0]) > 60 else ". ".join(sentences[:2])
    return taken if taken.endswith((".", "!", "?", ":")) else f"{taken}."


def _levels(curriculum: Curriculum) -> str:
    items = "".join(
        f'<li><a href="exercises.html#level-{level}">{name}</a> '
        f"({sum(task.entry['difficulty'] == level for task in curriculum.tasks)})</li>"
        for level, name in LEVELS.items()
    )
    return (
        '<section aria-labelledby="levels"><h2 id="levels">By difficulty</h2>\n'
        f'<p>How long does it take?</p>\n<ul class="row">{items}</ul>\n'
        f'<p>Or begin with a <a href="questions.html">question of an interview</a>, or with one that '
        '<a href="spoken.html">no code answers</a>.</p></section>\n'
    )


def exercises(curriculum: Curriculum) -> bytes:
    return frame.document("exercises.html", "Exercises", _exercises(curriculum))


def _exercises(curriculum: Curriculum) -> Iterator[str]:
    options = "".join(f'<option value="{topic.id}">{escape(topic.title)}</option>' for topic in curriculum.topics)
    yield (
        f"<h1>Exercises by difficulty</h1>\n<p>{count(len(curriculum.tasks), 'exercise')}. Start anywhere; within a topic they "
        'stand behind those that they build on.</p>\n<form class="filter" hidden><label for="topic">Topic</label> '
        f'<select id="topic"><option value="">all topics</option>{options}</select> <label><input type="checkbox" id="open"> '
        'not solved here yet</label> <span id="shown" role="status"></span></form>\n'
    )
    for level, name in LEVELS.items():
        tasks = [task for task in curriculum.tasks if task.entry["difficulty"] == level]
        yield f'<section aria-labelledby="level-{level}"><h2 id="level-{level}">{name.capitalize()}</h2>\n'
        yield table(curriculum, tasks, f"Exercises that take {name}", "", topics=True) + "</section>\n"


def table(curriculum: Curriculum, tasks: Iterable[Task], caption: str, root: str, topics: bool = False) -> str:
    """Exercises in rows; with their topics, or with their difficulty."""
    known = {task.id: task for task in curriculum.tasks}
    titles = {topic.id: topic.title for topic in curriculum.topics}
    heads = ["Exercise", "Topic" if topics else "Difficulty", "Points", "Builds on"]
    rows = []
    for task in tasks:
        about = task.entry
        needs = ", ".join(f'<a href="{root}{need}.html">{need.split("/")[1]}</a>' for need in about["needs"] if need in known)
        topic = f'<a href="{root}{task.topic}/index.html">{escape(titles[task.topic])}</a>'
        rows.append(
            f'<tr data-topic="{task.topic}"><th scope="row"><a href="{root}{address(task)}" data-exercise="{task.id}">'
            f"{escape(about['title'])}</a> <code>{task.name}</code></th>"
            f"<td>{topic if topics else LEVELS[about['difficulty']]}</td>"
            f'<td class="number">{about["points"]}</td><td>{needs}</td></tr>\n'
        )
    head = "".join(f'<th scope="col"{_number(name)}>{name}</th>' for name in heads)
    return (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody></table></div>\n"
    )


def _number(head: str) -> str:
    return ' class="number"' if head == "Points" else ""


def questions(curriculum: Curriculum) -> bytes:
    return frame.document("questions.html", "Interview questions", _questions(curriculum))


def _questions(curriculum: Curriculum) -> Iterator[str]:
    total = sum(len(topic.questions) for topic in curriculum.topics)
    yield f"<h1>Interview questions</h1>\n<p>{total} questions. A question leads to its answer, an exercise to the code.</p>\n"
    for topic in curriculum.topics:
        yield f'<section aria-labelledby="{topic.id}"><h2 id="{topic.id}">{escape(topic.title)}</h2>\n<ul class="asked">\n'
        for question in topic.questions:
            where = f"{topic.id}/index.html#{question.anchor}"
            answered = writes(curriculum, question, "")
            yield f'<li><a href="{where}">{prose.inline(question.text)}</a> {answered}</li>\n'
        yield "</ul></section>\n"


def writes(curriculum: Curriculum, question: Question, root: str) -> str:
    """The exercises that answer a question."""
    tasks = curriculum.asked(question.text)
    found = ", ".join(f'<a href="{root}{address(task)}"><code>{task.name}</code></a>' for task in tasks)
    return f'<span class="writes">Write it: {found}</span>' if found else ""


def spoken(curriculum: Curriculum) -> bytes:
    title, linked = "Questions that no code answers", links(curriculum, "", root="")
    parts = [f"<h1>{title}</h1>\n{prose.render(curriculum.spoken_lead, linked)}"]
    parts += [_answered(question, linked, "", 2) for question in curriculum.spoken]
    return frame.document("spoken.html", title, parts)


def _answered(question: Question, linked: prose.Links, more: str, level: int) -> str:
    heading = f'<h{level} id="{question.anchor}">{prose.inline(question.text)}</h{level}>'
    after = f"<p>{more}</p>\n" if more else ""
    answer = f"{heading}\n{prose.render(question.answer, linked)}{after}"
    return f'<section class="answer" aria-labelledby="{question.anchor}">{answer}</section>\n'


def topic(curriculum: Curriculum, shown: Topic, pictures: Iterable[str] = ()) -> bytes:
    """The page of a topic; `pictures` are the ids of those exercises of which there is one."""
    path = f"{shown.id}/index.html"
    return frame.document(path, shown.title, _topic(curriculum, shown, set(pictures)))


def _topic(curriculum: Curriculum, shown: Topic, pictures: set[str]) -> Iterator[str]:
    linked = links(curriculum, shown.id)
    yield (
        f'<h1>{prose.inline(shown.title)}</h1>\n<nav class="page" aria-label="On this page"><ul>'
        '<li><a href="#exercises">Exercises</a></li><li><a href="#questions">Questions</a></li>'
        '<li><a href="#myths">Myths</a></li></ul></nav>\n'
        f"{prose.render(shown.idea, linked)}"
        '<section aria-labelledby="exercises"><h2 id="exercises">Exercises</h2>\n'
        f"{table(curriculum, shown.tasks, 'Exercises of this topic', '../')}</section>\n"
        '<section aria-labelledby="questions"><h2 id="questions">Questions, answered in a minute</h2>\n'
    )
    for question in shown.questions:
        yield _answered(question, linked, writes(curriculum, question, "../"), 3)
    yield '</section>\n<section aria-labelledby="myths"><h2 id="myths">Myths</h2>\n'
    for number, myth in enumerate(shown.myths, 1):
        yield f'<div class="myth" id="myth-{number}">{prose.render(myth, linked)}</div>\n'
    yield "</section>\n"
    for task in shown.tasks:
        yield (
            picture(task, "../", f'<a href="{task.name}.html">{escape(task.entry["title"])}</a>. ') if task.id in pictures else ""
        )
    at = curriculum.topics.index(shown)
    around = [("Before", each) for each in curriculum.topics[max(at - 1, 0) : at]]
    around += [("Next", each) for each in curriculum.topics[at + 1 : at + 2]]
    yield neighbours((where, f"../{each.id}/index.html", each.title) for where, each in around)


def picture(task: Task, root: str, before: str = "") -> str:
    """What a right answer gives, drawn."""
    image = f"{root}assets/pictures/{task.topic}-{task.name}.png"
    return (
        f'<figure><img src="{image}" alt="What the reference of {task.name} gives, drawn" loading="lazy">'
        f"<figcaption>{before}Drawn by <code>gradlings show {task.id} --reference</code>; without the option it "
        "draws what your function gives, beside the reference.</figcaption></figure>\n"
    )


def neighbours(around: Iterable[tuple[str, str, str]]) -> str:
    """Links to what stands before and behind: (word, address, title)."""
    found = "".join(f'<li>{word}: <a href="{where}">{escape(title)}</a></li>' for word, where, title in around)
    return f'<nav class="around" aria-label="Before and next"><ul>{found}</ul></nav>\n'
