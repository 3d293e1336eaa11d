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

from grader.authoring import About

ABOUT = About(
    title="Scalar automatic differentiation",
    difficulty=3,
    points=15,
    needs=("backpropagation/topological_order", "backpropagation/backward_221"),
    questions=("Explain a computational graph.", "What is backpropagation, and what are its steps?"),
    hints=(
        "Begin with one operation, the product, and a graph of three nodes. The new node needs to know its two operands and, "
        "for each of them, one number: the derivative of the product by it, which you can work out at once, because the data of "
        "both operands is at hand. Every other operation is the same with other numbers. Subtraction and division need nothing "
        "new: they can be made of those that you have.",
        "For the way back, list the nodes so that each comes after its operands, then go through the list from its end. The "
        "gradient of the last node is 1. At every node, each operand gets the node's gradient times the stored derivative, added "
        "to what it has already. With a walk in any other order, a node that is used twice hands on too little.",
        "Two traps are left. Recursion gives out after about a thousand nodes, so keep a stack of your own: push a node a second "
        "time, marked as finished, below its operands. And gradients of an earlier call must not be passed on once more: collect "
        "those of this call in a dict, by the identity of the node, and add them to the attribute when the walk is over.",
    ),
    forbid=("autograd", "jax"),
    skip={"independent": "It is a class: its hidden tests compare with derivatives that are known."},
)


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
        self.data = float(data)
        self.grad = 0.0
        self._operands: tuple[tuple[Value, float], ...] = ()  # each with the derivative of this node by it

    def __add__(self, other: Value | float) -> Value:
        """Add a Value or a number."""
        other = _value(self, other)
        # equivalent: (self, 1.0), (other, 1.0) => (other, 1.0), (self, 1.0), because operands stand in no order.
        return _node(self, self.data + other.data, (self, 1.0), (other, 1.0))

    def __radd__(self, other: float) -> Value:
        """Add to a number."""
        return self + other

    def __neg__(self) -> Value:
        """Change the sign."""
        return _node(self, -self.data, (self, -1.0))

    def __sub__(self, other: Value | float) -> Value:
        """Subtract a Value or a number."""
        return self + -_value(self, other)

    def __rsub__(self, other: float) -> Value:
        """Subtract from a number."""
        return other + -self

    def __mul__(self, other: Value | float) -> Value:
        """Multiply by a Value or a number."""
        other = _value(self, other)
        # equivalent: (self, other.data), (other, self.data) => (other, self.data), (self, other.data), because of the same.
        return _node(self, self.data * other.data, (self, other.data), (other, self.data))

    def __rmul__(self, other: float) -> Value:
        """Multiply a number."""
        return self * other

    def __truediv__(self, other: Value | float) -> Value:
        """Divide by a Value or a number."""
        return self * _value(self, other) ** -1

    def __rtruediv__(self, other: float) -> Value:
        """Divide a number."""
        return other * self**-1

    def __pow__(self, exponent: float) -> Value:
        """Raise to a constant power."""
        return _node(self, self.data**exponent, (self, exponent * self.data ** (exponent - 1)))

    def exp(self) -> Value:
        """The exponential."""
        return _node(self, math.exp(self.data), (self, math.exp(self.data)))

    def log(self) -> Value:
        """The natural logarithm."""
        return _node(self, math.log(self.data), (self, 1 / self.data))

    def tanh(self) -> Value:
        """The hyperbolic tangent."""
        y = math.tanh(self.data)
        return _node(self, y, (self, 1 - y * y))

    def relu(self) -> Value:
        """The larger of the number and 0."""
        return _node(self, self.data, (self, 1.0)) if self.data > 0 else _node(self, 0.0, (self, 0.0))

    def backward(self) -> None:
        """Add the derivative of this Value by every Value of its graph to that one's `grad`."""
        order = _in_order(self)
        found = dict.fromkeys(order, 0.0)
        found[self] = 1.0
        for node in reversed(order):
            for operand, derivative in node._operands:
                found[operand] += found[node] * derivative
        for node in order:
            node.grad += found[node]


def _value(like: Value, number: Value | float) -> Value:
    return number if isinstance(number, Value) else type(like)(number)


def _node(like: Value, data: float, *operands: tuple[Value, float]) -> Value:
    made = type(like)(data)
    made._operands = operands
    return made


def _in_order(last: Value) -> dict[Value, None]:
    """Every node of the graph, operands first, without recursion."""
    order: dict[Value, None] = {}
    stack = [(last, False)]
    while stack:
        node, finished = stack.pop()
        if finished:
            order[node] = None
        elif node not in order:
            stack.append((node, True))
            stack += [(operand, False) for operand, _ in node._operands]
    return order
