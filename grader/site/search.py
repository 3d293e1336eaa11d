"""What the search knows: a line for every exercise, question and myth.

It is a script and not plain JSON, because a page that was opened as a file may load scripts and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from grader.site import prose
from grader.site.curriculum import Curriculum, Topic
from grader.site.pages import address

LENGTH = 600  # characters of a text that are searched

Line = tuple[str, str, str, str, str]  # kind, title, address, topic, text


def index(curriculum: Curriculum) -> bytes:
    """``known([...])``, which `site.js` defines."""
    rows = ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines(curriculum))
    return f"known([\n{rows}\n]);\n".encode()


def lines(curriculum: Curriculum) -> Iterator[Line]:
    for topic in curriculum.topics:
        yield "topic", topic.title, f"{topic.id}/index.html", topic.title, _text(topic.idea)
        for task in topic.tasks:
            about = task.entry
            yield "exercise", f"{about['title']} ({task.name})", address(task), topic.title, _text(about["statement"])
        for question in topic.questions:
            where = f"{topic.id}/index.html#{question.anchor}"
            yield "question", prose.plain(prose.inline(question.text)), where, topic.title, _text(question.answer)
        yield from _myths(topic)
    for question in curriculum.spoken:
        where = f"spoken.html#{question.anchor}"
        yield "question", prose.plain(prose.inline(question.text)), where, "without code", _text(question.answer)


def _myths(topic: Topic) -> Iterator[Line]:
    for number, myth in enumerate(topic.myths, 1):
        text = prose.plain(prose.render(myth))
        title, _, rest = text.partition("” ") if text.startswith("“") else text[1:].partition('" ')
        yield "myth", title, f"{topic.id}/index.html#myth-{number}", topic.title, rest[:LENGTH]


def _text(markdown: str) -> str:
    return prose.plain(prose.render(markdown))[:LENGTH].strip()
