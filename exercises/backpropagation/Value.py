r"""A number that remembers where it came from: automatic differentiation in one class.

Every operation on a `Value` makes a new `Value` and notes which ones went in. So a formula, computed once, has drawn its own
graph. `backward` walks this graph from the result to the leaves and applies the chain rule at every node: for each operand
$u$ of a node $v$,

$$\frac{\partial L}{\partial u} \mathrel{+}= \frac{\partial L}{\partial v} \cdot \frac{\partial v}{\partial u}$$

The sum matters. A number that is used twice acts on the result in two ways, and its gradient is the sum over both. So does the
order: a node may pass its gradient on only when everything that it goes into has paid in.

What a `Value` can do, with another `Value` or with a Python number on either side:

* `a + b`, `a - b`, `a * b`, `a / b` and `-a`,
* `a ** n` for a Python number n, which is a constant (where n is below 1, a is not 0),
* `a.exp()`, `a.log()`, `a.tanh()`, which must not overflow, and `a.relu()`, whose slope at 0 is 0.

Every result is a new `Value`. `data` is its number, a float, and `grad` what `backward` has found, 0.0 at first.
`a.backward()` **adds** $\partial a / \partial u$ to the `grad` of every `Value` u in the graph of a, a itself included, where
it is 1. So gradients add up over calls, as in PyTorch; set `u.grad = 0.0` to begin anew. A call adds what *this* call finds and
nothing else: what an earlier call has left in `grad` is not passed on.

A graph may be deep: a sum of 5000 terms, each added to the last, must not exceed Python's limit of recursion.

Source: Baydin, Pearlmutter, Radul and Siskind 2018, *Automatic differentiation in machine learning: a survey*, section 3.2.
"""

from __future__ import annotations

import math


# To be written without PyTorch's autograd, jax, by whatever name.
class Value:
    """A number in a computational graph, with its gradient.

    Parameters
    ----------
    data : the number; it is kept as a float.

    Returns
    -------
    A leaf of a graph: `data` as given, and `grad` 0.0.

    Examples
    --------
    >>> a, b = Value(2.0), Value(-3.0)
    >>> c = a * b + a ** 2
    >>> c.backward()
    >>> [c.data, a.grad, b.grad]
    [-2.0, 1.0, 2.0]
    >>> x = Value(0.5)
    >>> y = (1.0 - x) / x
    >>> y.backward()
    >>> [y.data, x.grad]
    [1.0, -4.0]
    """

    def __init__(self, data: float) -> None:
        """Make a leaf."""
        raise NotImplementedError("write Value here")

    def __add__(self, other: Value | float) -> Value:
        """Add a Value or a number."""
        raise NotImplementedError("write Value here")

    def __radd__(self, other: float) -> Value:
        """Add to a number."""
        raise NotImplementedError("write Value here")

    def __neg__(self) -> Value:
        """Change the sign."""
        raise NotImplementedError("write Value here")

    def __sub__(self, other: Value | float) -> Value:
        """Subtract a Value or a number."""
        raise NotImplementedError("write Value here")

    def __rsub__(self, other: float) -> Value:
        """Subtract from a number."""
        raise NotImplementedError("write Value here")

    def __mul__(self, other: Value | float) -> Value:
        """Multiply by a Value or a number."""
        raise NotImplementedError("write Value here")

    def __rmul__(self, other: float) -> Value:
        """Multiply a number."""
        raise NotImplementedError("write Value here")

    def __truediv__(self, other: Value | float) -> Value:
        """Divide by a Value or a number."""
        raise NotImplementedError("write Value here")

    def __rtruediv__(self, other: float) -> Value:
        """Divide a number."""
        raise NotImplementedError("write Value here")

    def __pow__(self, exponent: float) -> Value:
        """Raise to a constant power."""
        raise NotImplementedError("write Value here")

    def exp(self) -> Value:
        """The exponential."""
        raise NotImplementedError("write Value here")

    def log(self) -> Value:
        """The natural logarithm."""
        raise NotImplementedError("write Value here")

    def tanh(self) -> Value:
        """The hyperbolic tangent."""
        raise NotImplementedError("write Value here")

    def relu(self) -> Value:
        """The larger of the number and 0."""
        raise NotImplementedError("write Value here")

    def backward(self) -> None:
        """Add the derivative of this Value by every Value of its graph to that one's `grad`."""
        raise NotImplementedError("write Value here")
