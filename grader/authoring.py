"""What an author of an exercise imports, in one place."""

from grader.compare import agree
from grader.exercise import About, mistake, right

__all__ = ["About", "agree", "mistake", "right"]
