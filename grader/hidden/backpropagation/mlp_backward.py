"""Hidden tests of backpropagation/mlp_backward."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.backward_221 import backward_221
from solutions.backpropagation.mlp_backward import mlp_backward
from solutions.backpropagation.mlp_forward import mlp_forward

independent = (
    "torch.func.vjp(lambda x, params: [z := torch.nn.functional.linear(z.tanh() if number else x, *pair) "
    "for number, pair in enumerate(params)][-1].sigmoid(), x, params)[1](grad_output)"
)


def sample(rng, size="small"):
    """Three layers whose widths all differ, with one activation inside and another one at the end."""
    widths, n = ([1, 1, 1, 1], 1) if size == "ones" else ([4, 7, 3, 2], 6)
    return arguments(rng, widths, n, "tanh", "sigmoid")


def arguments(rng, widths, n, hidden, out):
    sizes = zip(widths[1:], widths, strict=False)
    params = [(rng.normal(size=(o, i)) / math.sqrt(i), rng.normal(size=o)) for o, i in sizes]
    x = rng.normal(size=(n, widths[0]))
    y, cache = mlp_forward(x, params, hidden, out)
    return rng.normal(size=y.shape), x, params, cache, hidden, out


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
@pytest.mark.parametrize(("hidden", "out"), [("tanh", "identity"), ("sigmoid", "tanh")])
def test_is_the_derivative(yours, rng, depth, hidden, out):
    """It is the derivative of the forward pass: a step in a random direction changes the cost as the gradients say."""
    grad_output, x, params, cache, *names = arguments(rng, [3, 5, 4, 2, 3][: depth + 1], 4, hidden, out)
    dx, gradients = yours(grad_output, x, params, cache, *names)
    other, moves = rng.normal(size=x.shape), [tuple(rng.normal(size=a.shape) for a in pair) for pair in params]

    def cost(step):  # a step into the complex plane: no rounding error
        moved = [tuple(a + step * d for a, d in zip(*pairs, strict=True)) for pairs in zip(params, moves, strict=True)]
        a = x + step * other
        for number, (weight, bias) in enumerate(moved):
            a = FUNCTIONS[out if number == depth - 1 else hidden](a @ weight.T + bias)
        return np.sum(grad_output * a)

    inner = sum(float(np.sum(g * d)) for pairs in zip(gradients, moves, strict=True) for g, d in zip(*pairs, strict=True))
    agree(inner + float(np.sum(dx * other)), float(np.imag(cost(1e-30j)) / 1e-30), scale=10.0)


FUNCTIONS = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)), "identity": lambda z: z}


def test_two_two_one_network(yours):
    """For the 2-2-1 network of sigmoids the gradients are those that were derived by hand."""
    x, y = np.array([2.0, -1.0]), 1.0
    given = {"weight1": np.array([[0.5, 0.1], [-0.3, 0.8]]), "bias1": np.array([0.2, -0.4]), "weight2": np.array([0.7, -1.2])}
    params = [(given["weight1"], given["bias1"]), (given["weight2"][None], np.array([0.3]))]
    y_hat, cache = mlp_forward(x[None], params, "sigmoid", "sigmoid")
    _, ((dweight1, dbias1), (dweight2, dbias2)) = yours(y_hat - y, x[None], params, cache, "sigmoid", "sigmoid")
    want = backward_221(x, y, {**given, "bias2": 0.3})
    agree([dweight1, dbias1, dweight2[0], dbias2[0]], [want["weight1"], want["bias1"], want["weight2"], float(want["bias2"])])


def test_half_batches_add_up(yours, rng):
    """The gradients of a batch are the sums of those of its two halves."""
    grad_output, x, params, cache, *names = sample(rng)
    _, whole = yours(grad_output, x, params, cache, *names)
    parts = []
    for half in (slice(2), slice(2, None)):
        _, kept = mlp_forward(x[half], params, *names)
        parts.append(yours(grad_output[half], x[half], params, kept, *names)[1])
    agree(whole, [tuple(a + b for a, b in zip(*pairs, strict=True)) for pairs in zip(*parts, strict=True)])


def test_silent_relu(yours):
    """Where a weighted sum is below 0, or exactly 0, a ReLU passes nothing on to its own weights and inputs."""
    x, first = np.array([[1.0, 2.0]]), (np.array([[1.0, 1.0], [-1.0, 0.0], [2.0, -1.0]]), np.array([0.0, 0.0, 0.0]))
    params = [first, (np.array([[3.0, 5.0, 7.0]]), np.array([1.0]))]
    cache = mlp_forward(x, params)[1]
    dx, gradients = yours(np.array([[2.0]]), x, params, cache)
    agree(dx, np.array([[6.0, 6.0]]), exact=True)
    agree(gradients[0][0], np.array([[6.0, 12.0], [0.0, 0.0], [0.0, 0.0]]), exact=True)
    agree(gradients[1][0], np.array([[6.0, 0.0, 0.0]]), exact=True)


def test_default_activations(yours, rng):
    """By default hidden layers are ReLUs and the output is linear."""
    args = arguments(rng, [3, 4, 2], 5, "relu", "identity")[:4]
    agree(yours(*args), mlp_backward(*args))


def test_gradient_of_the_input_is_its_own(yours, rng):
    """Row n of the gradient by x is what sample n gets when it is alone in its batch."""
    grad_output, x, params, _, *names = sample(rng)
    whole = yours(grad_output, x, params, mlp_forward(x, params, *names)[1], *names)[0]
    alone = yours(grad_output[4:5], x[4:5], params, mlp_forward(x[4:5], params, *names)[1], *names)[0]
    agree(whole[4:5], alone)


def walked(grad_output, x, params, cache, hidden, out, *, slope=None, step=None, through=None):
    """The backward pass with another slope, another step through the layer, or other weights to go through."""
    grad, gradients, inputs = grad_output, [], [x, *cache["a"]]
    for number in reversed(range(len(params))):
        last = number == len(params) - 1
        z, a, name = cache["z"][number], cache["a"][number], out if last else hidden
        delta = grad * (slope or (lambda name, z, a, number: slopes(name, z, a)))(name, z, a, number)
        dweight, dbias = step(delta, inputs[number], number) if step else (delta.T @ inputs[number], delta.sum(axis=0))
        gradients.append((dweight, dbias))
        grad = delta @ (through(number, dweight) if through else params[number][0])
    return grad, gradients[::-1]


def slopes(name, z, a):
    if name == "relu":
        return (z > 0).astype(z.dtype)
    return {"tanh": 1 - a * a, "sigmoid": a * (1 - a), "identity": np.ones_like(a)}[name]


@mistake(
    "You take a step with the weights. Backpropagation only computes gradients: leave params as they are, and the step to "
    "the optimiser."
)
def updates_the_weights(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    for pair, gradient in zip(params, gradients, strict=True):
        for number in range(2):
            pair[number][...] -= 0.1 * gradient[number]
    return dx, gradients


@mistake(
    "The gradient goes back through weights after a step. Every gradient belongs to the weights of the forward pass: change "
    "none before all gradients are there."
)
def goes_back_through_updated_weights(grad_output, x, params, cache, hidden="relu", out="identity"):
    return walked(grad_output, x, params, cache, hidden, out, through=lambda number, dweight: params[number][0] - 0.1 * dweight)


@mistake(
    "The slope of the last activation is missing. grad_output is the gradient by the output a_L: multiply by the slope of `out` "
    "to get to z_L."
)
def forgets_the_slope_of_the_output(grad_output, x, params, cache, hidden="relu", out="identity"):
    return mlp_backward(grad_output, x, params, cache, hidden, "identity")


@mistake("The slopes of the hidden activations are missing. On the way back multiply by the slope in every layer.")
def forgets_the_slopes_of_hidden_layers(grad_output, x, params, cache, hidden="relu", out="identity"):
    return mlp_backward(grad_output, x, params, cache, "identity", out)


@mistake("All layers get the slope of the hidden activation. The last layer has its own: `out`.")
def takes_the_hidden_slope_everywhere(grad_output, x, params, cache, hidden="relu", out="identity"):
    return mlp_backward(grad_output, x, params, cache, hidden, hidden)


@mistake(
    "tanh and sigmoid get their slopes at the activation a, where z belongs: the function is applied twice. With a in hand they "
    "are simply 1 - a * a and a * (1 - a)."
)
def takes_the_slope_at_the_activation(grad_output, x, params, cache, hidden="relu", out="identity"):
    def slope(name, z, a, number):
        again = {"tanh": np.tanh(a), "sigmoid": 1 / (1 + np.exp(-a))}.get(name, a)
        return slopes(name, z, again)

    return walked(grad_output, x, params, cache, hidden, out, slope=slope)


@mistake("At a weighted sum of exactly 0 your ReLU has the slope 1. Here it counts as 0: z > 0 instead of z >= 0.")
def passes_at_zero(grad_output, x, params, cache, hidden="relu", out="identity"):
    def slope(name, z, a, number):
        return (z >= 0).astype(z.dtype) if name == "relu" else slopes(name, z, a)

    return walked(grad_output, x, params, cache, hidden, out, slope=slope)


@mistake(
    "A weight's gradient is made with the weighted sum z of the layer before. What comes in through a weight is the activation a."
)
def multiplies_by_z(grad_output, x, params, cache, hidden="relu", out="identity"):
    inputs = [x, *cache["z"]]
    step = lambda delta, _, number: (delta.T @ inputs[number], delta.sum(axis=0))  # noqa: E731
    return walked(grad_output, x, params, cache, hidden, out, step=step)


@mistake("The gradients of the weights are transposed. A weight is (out, in), and so is its gradient.")
def transposes_the_gradients(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx, [(dweight.T.copy(), dbias) for dweight, dbias in gradients]


@mistake("You divide by the size of the batch. If the cost is a mean, that factor is in grad_output: add up over the samples.")
def averages_over_the_batch(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx, [(dweight / len(x), dbias / len(x)) for dweight, dbias in gradients]


@mistake("The gradients of the biases have a row for each sample. One bias serves all samples: add up over axis 0.")
def keeps_dbias_per_sample(grad_output, x, params, cache, hidden="relu", out="identity"):
    return walked(grad_output, x, params, cache, hidden, out, step=lambda delta, a, number: (delta.T @ a, delta.copy()))


@mistake("The pairs come from the last layer to the first, as you found them. Turn the list round: it has the order of params.")
def returns_the_last_layer_first(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx, gradients[::-1]


@mistake("The first result is the delta of the first layer. Go one step further, through its weight, to the gradient by x.")
def stops_at_the_first_layer(grad_output, x, params, cache, hidden="relu", out="identity"):
    deltas = []

    def step(delta, a, number):
        deltas.append(delta)
        return delta.T @ a, delta.sum(axis=0)

    _, gradients = walked(grad_output, x, params, cache, hidden, out, step=step)
    return deltas[-1], gradients


@mistake("The gradients are float64 whatever the inputs are: a mask or a row of ones has its own dtype. Use that of x.")
def returns_float64(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return np.float64(dx), [tuple(np.float64(g) for g in pair) for pair in gradients]


@mistake("You multiply grad_output in place, and it belongs to the caller. Put each product into a new array.")
def overwrites_grad_output(grad_output, x, params, cache, hidden="relu", out="identity"):
    result = mlp_backward(grad_output, x, params, cache, hidden, out)
    grad_output *= 0.5
    return result


@right
def by_recursion(grad_output, x, params, cache, hidden="relu", out="identity"):
    *below, (weight, _) = params
    z, a = cache["z"][-1], cache["a"][-1]
    before = cache["a"][-2] if below else x
    if out == "relu":
        delta = np.where(z > 0, grad_output, np.zeros_like(grad_output))
    else:
        delta = grad_output - grad_output * a**2 if out == "tanh" else grad_output.copy()
        delta = grad_output * a - grad_output * a**2 if out == "sigmoid" else delta
    pair = np.einsum("no,ni->oi", delta, before), np.einsum("no->o", delta)
    grad = np.einsum("no,oi->ni", delta, weight)
    if not below:
        return grad, [pair]
    dx, pairs = by_recursion(grad, x, below, {name: kept[:-1] for name, kept in cache.items()}, hidden, hidden)
    return dx, [*pairs, pair]


@right
def slopes_from_the_weighted_sums(grad_output, x, params, cache, hidden="relu", out="identity"):
    formulas = {
        "relu": lambda z: np.heaviside(z, np.zeros((), z.dtype)),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "sigmoid": lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
        "identity": lambda z: 0 * z + 1,
    }
    names = [hidden] * (len(params) - 1) + [out]
    deltas = [grad_output * formulas[out](cache["z"][-1])]
    for number in range(len(params) - 1, 0, -1):
        deltas.insert(0, deltas[0] @ params[number][0] * formulas[names[number - 1]](cache["z"][number - 1]))
    inputs = [x, *cache["a"][:-1]]
    return deltas[0] @ params[0][0], [[d.T @ a, d.sum(0)] for d, a in zip(deltas, inputs, strict=True)]
