"""Hidden tests of backpropagation/Value: programs that use the class."""

import heapq
import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.Value import Value, _in_order, _node, _value


def sample(rng, size="small"):
    """A program in which every number is used twice, and every operation once."""
    a, b = rng.uniform(0.5, 2.0, size=2) * (-1, 1)
    if size == "ones":
        return (f"a = Value({b})\nb = a.exp()\nb.backward()\n[b.data, a.grad, b.grad]",)
    lines = [f"a, b = Value({a}), Value({b})", "c = a * b - b / a + (2.0 - a) ** 3", "d = b.log() + (a * 0.5).exp() * c.tanh()"]
    return ("\n".join([*lines, "e = (d - b).relu() + d * 3", "e.backward()", "[v.data for v in (c, d, e)] + [a.grad, b.grad]"]),)


SLOPES = {  # of x, where it is 0.8, and 1.6 where the other operand is a number
    "add": ("x + 3.0", 1.0),
    "add_to_a_number": ("3.0 + x", 1.0),
    "subtract": ("x - 3.0", 1.0),
    "subtract_from_a_number": ("3.0 - x", -1.0),
    "negative": ("-x", -1.0),
    "multiply": ("x * -2.5", -2.5),
    "multiply_a_number": ("-2.5 * x", -2.5),
    "divide": ("x / 4", 0.25),
    "divide_a_number": ("4 / x", -4 / 0.64),
    "power": ("x ** 3", 1.92),
    "negative_power": ("x ** -2", -2 * 0.8**-3),
    "root": ("x ** 0.5", 0.5 * 0.8**-0.5),
    "exp": ("x.exp()", math.exp(0.8)),
    "log": ("x.log()", 1.25),
    "tanh": ("x.tanh()", 1 - math.tanh(0.8) ** 2),
    "relu": ("x.relu()", 1.0),
}


@pytest.mark.parametrize(("formula", "slope"), list(SLOPES.values()), ids=list(SLOPES))
def test_every_operation(yours, rng, formula, slope):
    """Every operation has the right number and the right slope, with a plain number on either side."""
    named = {"x.exp()": math.exp(0.8), "x.log()": math.log(0.8), "x.tanh()": math.tanh(0.8), "x.relu()": 0.8}
    data = named[formula] if formula in named else eval(formula, {"x": 0.8})
    agree(yours(f"x = Value(0.8)\ny = {formula}\ny.backward()\n[y.data, x.grad, y.grad]"), [data, slope, 1.0])


def test_both_operands(yours, rng):
    """Both operands of an operation get their gradient."""
    a, b = 1.5, -0.4
    for formula, slopes in [("a + b", [1, 1]), ("a - b", [1, -1]), ("a * b", [b, a]), ("a / b", [1 / b, -a / b**2])]:
        got = yours(f"a, b = Value({a}), Value({b})\nc = {formula}\nc.backward()\n[a.grad, b.grad]")
        agree(got, [float(slope) for slope in slopes])


def test_flat_places(yours, rng):
    """Below zero and at zero, relu gives 0 and passes no gradient; far out, tanh gives 1 and passes none either."""
    agree(yours("x = Value(800.0)\ny = x.tanh()\ny.backward()\n[y.data, x.grad]"), [1.0, 0.0])
    for x in (-2.0, 0.0):
        agree(yours(f"x = Value({x})\ny = x.relu()\ny.backward()\n[y.data, x.grad]"), [0.0, 0.0])


def test_a_number_used_twice(yours, rng):
    """A number that is used twice gets the sum of both gradients."""
    agree(yours("x = Value(3.0)\ny = x * x + x\ny.backward()\nx.grad"), 7.0)


def test_diamond(yours, rng):
    """A node passes its gradient on only when everything that it goes into has paid in."""
    agree(yours("a = Value(2.0)\nb = a * 3\nc = b + 1\nd = b * c\nd.backward()\n[a.grad, b.grad, c.grad]"), [39.0, 13.0, 6.0])
    agree(yours("a = Value(2.0)\nb = a * 3\nc = b * 5\nd = c * 7\ne = d + c + b\ne.backward()\na.grad"), 3.0 * (1 + 5 + 35))


def test_random_formula(yours, rng):
    """A random formula has the derivatives that a step into the complex plane gives."""
    numbers = dict(zip("abcd", rng.uniform(0.5, 2.0, size=4).tolist(), strict=True))
    formula = "a"
    for _ in range(12):
        formula = f"({formula} {rng.choice(list('+-*/'))} {rng.choice(list('abcd'))})"
    want = []
    for name in numbers:
        shifted = {key: value + (1e-30j if key == name else 0) for key, value in numbers.items()}
        want.append(complex(eval(formula, {}, shifted)).imag / 1e-30)
    leaves = "\n".join(f"{key} = Value({value!r})" for key, value in numbers.items())
    got = yours(f"{leaves}\ny = {formula}\ny.backward()\n[a.grad, b.grad, c.grad, d.grad]")
    agree(np.array(got), np.array(want))


def test_gradients_add_up(yours, rng):
    """Gradients add up over calls, until they are set to 0; what a call has left is not passed on by the next."""
    program = "x = Value(2.0)\ny = x * x\nz = y * 3\nz.backward()\nz.backward()\n"
    agree(yours(f"{program}[x.grad, y.grad, z.grad]"), [24.0, 6.0, 2.0])
    agree(yours(f"{program}x.grad = y.grad = 0.0\ny.backward()\n[x.grad, y.grad]"), [4.0, 1.0])
    agree(yours("x = Value(2.0)\n(x * 3).backward()\n(x ** 2).backward()\nx.grad"), 7.0)


def test_stays_inside_its_graph(yours, rng):
    """Only what went into the number gets a gradient."""
    got = yours("a, b = Value(2.0), Value(5.0)\nc = a * 4\nd = c * b\nc.backward()\n[a.grad, b.grad, c.grad, d.grad]")
    agree(got, [4.0, 0.0, 1.0, 0.0])


def test_leaf(yours, rng):
    """A fresh Value has its number as a float and the gradient 0.0, and its own derivative is 1."""
    agree(yours("x = Value(3)\n[x.data, x.grad, isinstance(x.data, float)]"), [3.0, 0.0, True])
    agree(yours("x = Value(-3)\nx.backward()\nx.grad"), 1.0)


def test_results_are_new(yours, rng):
    """Every operation makes a new Value and leaves its operands as they were."""
    program = "x = Value(2.0)\ny = x\ny += 1\nz = [x + 0, x * 1, x - 0, x / 1, x ** 1, x.relu()]\n"
    agree(yours(f"{program}[x.data, y.data, any(v is x for v in z)]"), [2.0, 3.0, False])


def test_deep_graph(yours, rng):
    """A sum of 5000 terms, each added to the last, is not too deep, and sixty doublings take sixty steps."""
    agree(yours("x = Value(0.5)\ny = x\nfor _ in range(5000):\n    y = y + x\ny.backward()\n[y.data, x.grad]"), [2500.5, 5001.0])
    agree(yours("x = Value(0.5)\ny = x\nfor _ in range(60):\n    y = y + y\ny.backward()\n[y.data, x.grad]"), [2.0**59, 2.0**60])


def _recursive(node, order):
    if node not in order:
        for operand, _ in node._operands:
            _recursive(operand, order)
        order[node] = None
    return list(order)


@mistake(
    "A gradient takes the place of what was there already, so a number that is used twice keeps one of its two gradients. "
    "Add to the gradient instead of setting it."
)
class overwrites_the_gradient(Value):
    def backward(self):
        order = _in_order(self)
        self.grad = 1.0
        for node in reversed(order):
            for operand, derivative in node._operands:
                operand.grad = node.grad * derivative


@mistake(
    "A second call passes on what the first has left in grad, so its gradients are counted again. Collect the gradients of one "
    "call apart, and add them to grad at the end."
)
class passes_old_gradients_on(Value):
    def backward(self):
        order = _in_order(self)
        self.grad += 1.0
        for node in reversed(order):
            for operand, derivative in node._operands:
                operand.grad += node.grad * derivative


@mistake("A new call sets the gradients of the whole graph to zero first. They add up over calls; whoever wants zeros sets them.")
class starts_from_zero(Value):
    def backward(self):
        for node in _in_order(self):
            node.grad = 0.0
        super().backward()


@mistake(
    "The nodes are visited level by level from the result, so a node may pass its gradient on before all of it is there. Visit "
    "a node only after everything that it goes into."
)
class visits_in_the_wrong_order(Value):
    def backward(self):
        found, queue = {self: 1.0}, [self]
        for node in queue:
            for operand, derivative in node._operands:
                if operand not in found:
                    queue.append(operand)
                found[operand] = found.get(operand, 0.0) + found[node] * derivative
        for node, gradient in found.items():
            node.grad += gradient


@mistake(
    "The order is found by recursion, which ends with a RecursionError after about a thousand nodes. Keep a stack of your own, "
    "and push a node once more, as finished, below its operands."
)
class recurses(Value):
    def backward(self):
        found = dict.fromkeys(order := _recursive(self, {}), 0.0)
        found[self] = 1.0
        for node in reversed(order):
            for operand, derivative in node._operands:
                found[operand] += found[node] * derivative
        for node in order:
            node.grad += found[node]


@mistake("The result itself has no gradient: its derivative by itself is 1, and its grad says so, too.")
class leaves_the_result_out(Value):
    def backward(self):
        super().backward()
        self.grad -= 1.0


@mistake("A product hands each operand its own number. The derivative of a * b by a is b, and by b it is a: exchange them.")
class exchanges_the_factors(Value):
    def __mul__(self, other):
        other = _value(self, other)
        return _node(self, self.data * other.data, (self, self.data), (other, other.data))


@mistake(
    "x += 1 changes the number of x itself, and of whatever else it is used in. Leave it to __add__, which makes a new Value."
)
class adds_in_place(Value):
    def __iadd__(self, other):
        self.data += _value(self, other).data
        return self


@mistake("A number minus a Value comes out as the Value minus the number. In __rsub__ the other operand stands first: negate.")
class subtracts_the_wrong_way_round(Value):
    def __rsub__(self, other):
        return self - other


@mistake("A number over a Value comes out as the Value over the number. In __rtruediv__ the other operand is the numerator.")
class divides_the_wrong_way_round(Value):
    def __rtruediv__(self, other):
        return self / other


@mistake("The slope of a power has the exponent n where n - 1 belongs: the derivative of x ** n is n * x ** (n - 1).")
class keeps_the_exponent(Value):
    def __pow__(self, exponent):
        return _node(self, self.data**exponent, (self, exponent * self.data**exponent))


@mistake("The slope of tanh is taken as 1 - x ** 2. It is one minus the square of the result, not of the argument.")
class squares_the_argument(Value):
    def tanh(self):
        return _node(self, math.tanh(self.data), (self, 1 - self.data**2))


@mistake("relu passes the gradient on although its argument is negative. Its slope there, and at 0, is 0.")
class leaks_through_relu(Value):
    def relu(self):
        return _node(self, max(self.data, 0.0), (self, 1.0))


@mistake("relu has slope 1 at 0 exactly. The statement says that it is 0 there.")
class passes_at_zero(Value):
    def relu(self):
        return _node(self, max(self.data, 0.0), (self, float(self.data >= 0)))


@mistake("Only a Value may stand on the left: 3.0 + x fails. Define __radd__, __rmul__ and the like for a number on that side.")
class knows_no_numbers_on_the_left(Value):
    __radd__ = __rsub__ = __rmul__ = __rtruediv__ = None


@right
class counts_what_is_missing(Value):
    """Kahn's order: a node is ready when all that it goes into has paid in."""

    def backward(self):
        missing, stack = {}, [self]
        while stack:
            for operand, _ in stack.pop()._operands:
                stack += [operand] * (operand not in missing)
                missing[operand] = missing.get(operand, 0) + 1
        found, ready = {self: 1.0}, [self]
        while ready:
            node = ready.pop()
            node.grad += found[node]
            for operand, slope in node._operands:
                found[operand] = found.get(operand, 0.0) + slope * found[node]
                missing[operand] -= 1
                ready += [operand] * (not missing[operand])


@right
class writes_its_own_arithmetic(Value):
    """Differences and quotients with slopes of their own, and tanh by exponentials."""

    def __sub__(self, other):
        other = _value(self, other)
        return _node(self, self.data - other.data, (self, 1), (other, -1))

    def __truediv__(self, other):
        other = _value(self, other)
        return _node(self, self.data / other.data, (self, 1 / other.data), (other, -self.data / other.data**2))

    def __rtruediv__(self, other):
        return _value(self, other) / self

    def tanh(self):
        e = math.exp(-2 * abs(self.data))
        return _node(self, math.copysign((1 - e) / (1 + e), self.data), (self, 4 * e / (1 + e) ** 2))


@right
class numbers_its_nodes(Value):
    """Operands are older than what is made of them: the order of birth, backwards, is an order."""

    def __init__(self, data):
        super().__init__(data)
        self.number = len(born)
        born.append(self)

    def backward(self):
        found, waiting = {self.number: 1.0}, [-self.number]
        while waiting:
            node = born[-heapq.heappop(waiting)]
            node.grad += found[node.number]
            for operand, slope in node._operands:
                if operand.number not in found:
                    heapq.heappush(waiting, -operand.number)
                found[operand.number] = found.get(operand.number, 0.0) + found[node.number] * slope


born = []
