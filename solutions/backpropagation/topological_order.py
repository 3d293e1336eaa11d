r"""Put a computational graph in order: each node after everything that it is computed from.

A computational graph has a node for each value, inputs and parameters included, and an arrow for each "is computed from". Here it
is a dict: `graph[node]` is the list of the nodes that this one reads. For $y = \sigma(w x + b)$:

```
{"y": ["z"], "z": ["wx", "b"], "wx": ["w", "x"], "w": [], "x": [], "b": []}
```

To run it forward, every value must be there before it is read. To run it backward, as autograd does, go through the same order
in reverse: by then the gradient of a node has collected the contributions of everyone who read it. Return such an order, a
list in which **every node occurs exactly once, and after all nodes that it reads**:

$$v \text{ reads } u \quad\Rightarrow\quad \text{position}(u) < \text{position}(v)$$

There are often several. Any of them is right, as long as a program that asks twice gets the same one.

A node that is only read and has no entry of its own (say `"x"`, if it were missing above) is a node all the same, without
inputs. A node may read another one twice, as in $x \cdot x$: `["x", "x"]`. The graph may consist of separate pieces, and it may
be empty. It may be deep: an unrolled recurrent network is a chain of thousands of nodes. If there is a cycle, also of a single
node that reads itself, no order exists. The dict and its lists are not changed.

Source: Kahn 1962, *Topological sorting of large networks*; Goodfellow, Bengio and Courville 2016, section 6.5.1.
"""

from __future__ import annotations

from grader.authoring import About

ABOUT = About(
    title="Topological order of a computational graph",
    difficulty=1,
    points=5,
    questions=(
        "Explain a computational graph.",
        "Which data structures are common in deep learning?",
    ),
    hints=(
        "Think of getting dressed: socks before shoes. What can be put on first is what needs nothing else, and whenever "
        "something is on, others may become possible. So for each node keep the number of things that it still waits for, and "
        "keep a list of the nodes that wait for nothing any more.",
        "Make a list of all nodes first, those that occur only as inputs too. Then turn the arrows round: who reads a "
        "node? When a node is placed, go through its readers and lower their counts. A node whose count gets to zero is ready. "
        "A node that is read twice by the same reader appears twice on both sides, which comes out even.",
        "If nothing is ready any more but nodes are left, they wait for each other in a circle: raise the error. The other "
        "classical way, which autograd libraries use, visits the inputs of a node before the node itself; use a stack of "
        "your own instead of recursion, because Python gives up at a depth of about a thousand.",
    ),
    forbid=("graphlib", "networkx"),
    skip={"independent": "The order is not unique, and no library promises the same choice as ours."},
)


def topological_order(graph: dict[str, list[str]]) -> list[str]:
    """Order the nodes of a graph so that each one comes after its inputs.

    Parameters
    ----------
    graph : for each node the list of the nodes that it reads.

    Returns
    -------
    All nodes, each once and after its inputs, those without an entry of their own included.

    Raises
    ------
    ValueError
        If the graph has a cycle. The message names the argument: graph.

    Examples
    --------
    >>> topological_order({"loss": ["y"], "y": ["z"], "z": ["x"]})
    ['x', 'z', 'y', 'loss']
    >>> topological_order({"a": ["b"], "b": ["a"]})
    Traceback (most recent call last):
    ValueError: graph has a cycle among a, b
    """
    readers: dict[str, list[str]] = {node: [] for node in graph}
    for node, inputs in graph.items():
        for source in inputs:
            readers.setdefault(source, []).append(node)
    waiting_for = {node: len(graph.get(node, ())) for node in readers}
    order = [node for node in readers if not waiting_for[node]]
    for node in order:  # which grows meanwhile
        for reader in readers[node]:
            waiting_for[reader] -= 1
            if not waiting_for[reader]:
                order.append(reader)
    if len(order) < len(readers):
        raise ValueError(f"graph has a cycle among {', '.join(node for node in readers if waiting_for[node])}")
    return order
