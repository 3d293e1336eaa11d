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


# To be written without graphlib, networkx, by whatever name.
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
    raise NotImplementedError("write topological_order here")
