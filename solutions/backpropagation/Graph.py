r"""Build first, run later: a computational graph as TensorFlow 1 had it, in one class.

In TensorFlow 1 a line such as `b = a * 2` computed nothing. It added a node to a graph, and a session ran the part of the
graph that was asked for, with the numbers that it was fed. TensorFlow 2 and PyTorch compute at once, but a compiled function is
such a graph again: what depends on nothing that is asked for is never run.

A `Graph` makes nodes. What a node is, is your choice: it is handed back to you as it came, as an operand or to `run`, and can be
the key of a dict.

* `constant(value)`, a number that never changes,
* `placeholder(name)`, a number that every run must be fed,
* `variable(value)`, a number that stays from run to run, `value` at first,
* `add(a, b)`, `sub(a, b)`, `mul(a, b)` and `div(a, b)`, with nodes of the same graph,
* `assign(variable, node)`: when it is run, the variable takes the node's number, which is also its own.

`run(fetches, feed_dict=None)` runs `fetches`, one node or a list of nodes, and returns one number or a list of numbers.
`feed_dict` maps placeholders to numbers. Each node that is needed is computed **once** in a run, even if it is used twice, and
no other is: a division by zero somewhere else does no harm. The variables are read as they are at the beginning of the run:
what is assigned in a run is seen by the next. A placeholder that is needed and not fed raises a KeyError with its name.

$$b = 2a: \quad \text{build } b = \mathrm{mul}(a, \mathrm{constant}(2)), \text{ then run it with } a = 3 \text{ to get } 6$$

Source: Abadi et al. 2016, *TensorFlow: a system for large-scale machine learning*, section 3.
"""

from __future__ import annotations

import operator

from grader.authoring import About

ABOUT = About(
    title="A graph that is built first and run later",
    difficulty=2,
    points=10,
    needs=("backpropagation/topological_order",),
    questions=("Explain a computational graph.", "What are constants, variables, placeholders and sessions in TensorFlow?"),
    hints=(
        "A node is a note of what is to be done: which operation, and on which other nodes. The methods that build do nothing "
        "but write such notes, so a placeholder can stand in a product although nobody knows its number yet. Any object will do "
        "as a note; an empty object of a class of your own can be the key under which the graph keeps what it knows of a node.",
        "To run a node is to run its operands and then to combine their numbers. Only what the fetched node depends on is ever "
        "touched that way, without any effort of yours. But a node that is used twice must not be computed twice: keep the "
        "numbers of this run in a dict that is made when the run begins and forgotten when it ends.",
        "Variables are the only thing that outlives a run, so the graph keeps their numbers. An assignment computes its operand, "
        "remembers the number as its own result, and notes it for later: only when every fetched node has been computed are the "
        "notes written into the variables. So the order in which things happen to be computed makes no difference.",
    ),
    skip={"independent": "It is a class: its hidden tests compare with numbers that are known."},
)


class Graph:
    """Nodes, to be run when everything is in place.

    Parameters
    ----------
    None: a graph is empty at first.

    Returns
    -------
    A graph to which nodes are added by its methods.

    Examples
    --------
    >>> g = Graph()
    >>> a = g.placeholder("a")
    >>> b = g.mul(a, g.constant(2.0))
    >>> [g.run(b, {a: 3.0}), g.run(b, {a: -0.5})]
    [6.0, -1.0]
    >>> g = Graph()
    >>> steps = g.variable(10.0)
    >>> one_more = g.assign(steps, g.add(steps, g.constant(1.0)))
    >>> [g.run(one_more), g.run([steps, one_more]), g.run(steps)]
    [11.0, [11.0, 12.0], 12.0]
    """

    def __init__(self) -> None:
        """Make an empty graph."""
        self._variables: dict[object, float] = {}

    def constant(self, value: float) -> object:
        """Make a node whose number never changes."""
        return lambda run: value

    def placeholder(self, name: str) -> object:
        """Make a node whose number is fed to every run."""

        def node(run: _Run) -> float:
            if node not in run.fed:
                raise KeyError(name)
            return run.fed[node]

        return node

    def variable(self, value: float) -> object:
        """Make a node whose number stays from run to run."""

        def node(run: _Run) -> float:
            return self._variables[node]

        self._variables[node] = value
        return node

    def assign(self, variable: object, node: object) -> object:
        """Make a node that gives a variable another number, from the next run on."""

        def assigned(run: _Run) -> float:
            run.later[variable] = run.number(node)
            return run.later[variable]

        return assigned

    def add(self, a: object, b: object) -> object:
        """Make the node a + b."""
        # equivalent: a, b => b, a, because a sum is the same either way.
        return _combined(operator.add, a, b)

    def sub(self, a: object, b: object) -> object:
        """Make the node a - b."""
        return _combined(operator.sub, a, b)

    def mul(self, a: object, b: object) -> object:
        """Make the node a * b."""
        # equivalent: a, b => b, a, because a product is the same either way.
        return _combined(operator.mul, a, b)

    def div(self, a: object, b: object) -> object:
        """Make the node a / b."""
        return _combined(operator.truediv, a, b)

    def run(self, fetches: object, feed_dict: dict[object, float] | None = None) -> float | list[float]:
        """Compute the number of a node, or a list of numbers of a list of nodes.

        Raises
        ------
        KeyError : if a placeholder that is needed is not fed; it names the placeholder.
        """
        run = _Run(feed_dict or {})
        found = [run.number(node) for node in fetches] if isinstance(fetches, list) else run.number(fetches)
        self._variables.update(run.later)
        return found


class _Run:
    """What is known during one run: numbers that were fed, that were computed, and that variables are going to have."""

    def __init__(self, fed: dict[object, float]) -> None:
        self.fed = fed
        self.computed: dict[object, float] = {}
        self.later: dict[object, float] = {}

    def number(self, node: object) -> float:
        if node not in self.computed:
            self.computed[node] = node(self)
        return self.computed[node]


def _combined(operation, a: object, b: object) -> object:
    return lambda run: operation(run.number(a), run.number(b))
