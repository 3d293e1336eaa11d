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
        raise NotImplementedError("write Graph here")

    def constant(self, value: float) -> object:
        """Make a node whose number never changes."""
        raise NotImplementedError("write Graph here")

    def placeholder(self, name: str) -> object:
        """Make a node whose number is fed to every run."""
        raise NotImplementedError("write Graph here")

    def variable(self, value: float) -> object:
        """Make a node whose number stays from run to run."""
        raise NotImplementedError("write Graph here")

    def assign(self, variable: object, node: object) -> object:
        """Make a node that gives a variable another number, from the next run on."""
        raise NotImplementedError("write Graph here")

    def add(self, a: object, b: object) -> object:
        """Make the node a + b."""
        raise NotImplementedError("write Graph here")

    def sub(self, a: object, b: object) -> object:
        """Make the node a - b."""
        raise NotImplementedError("write Graph here")

    def mul(self, a: object, b: object) -> object:
        """Make the node a * b."""
        raise NotImplementedError("write Graph here")

    def div(self, a: object, b: object) -> object:
        """Make the node a / b."""
        raise NotImplementedError("write Graph here")

    def run(self, fetches: object, feed_dict: dict[object, float] | None = None) -> float | list[float]:
        """Compute the number of a node, or a list of numbers of a list of nodes.

        Raises
        ------
        KeyError : if a placeholder that is needed is not fed; it names the placeholder.
        """
        raise NotImplementedError("write Graph here")
