"""Hidden tests of initialization/zero_init_gradients."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.zero_init_gradients import zero_init_gradients

ACTS = ("tanh", "relu", "sigmoid")
SHAPES = {"weight1": (4, 3), "bias1": (4,), "weight2": (1, 4), "bias2": (1,)}  # of four units with three inputs

independent = (
    "torch.func.grad(lambda p: F.binary_cross_entropy_with_logits(F.linear(getattr(torch, act)("
    "F.linear(x, p['weight1'], p['bias1'])), p['weight2'], p['bias2'])[:, 0], target))"
    "({'weight1': torch.full((hidden, x.shape[1]), value, dtype=x.dtype), 'bias1': torch.zeros(hidden, dtype=x.dtype),"
    " 'weight2': torch.full((1, hidden), value, dtype=x.dtype), 'bias2': torch.zeros(1, dtype=x.dtype)})"
)


def sample(rng, size="small"):
    """Every axis has its own length, and the weights are not zero, so that every gradient shows.  It is ReLU that is tried with
    large values: there the slopes of the others are so small that one right formula says zero and another does not.
    """
    n, d, hidden = (1, 1, 1) if size == "ones" else (7, 3, 4)
    act = str(rng.choice(ACTS)) if size == "random" else "relu"
    target = (rng.uniform(size=n) < 0.4).astype(float)
    if n > 1:
        target[:2] = 0, 1
    return rng.normal(0.5, 1, size=(n, d)), target, hidden, act, 0.4


def unbalanced(rng):
    """Ten examples, three of them with label 1."""
    return rng.normal(size=(10, 3)), np.array([0.0, 1, 0, 0, 1, 0, 0, 0, 1, 0])


@pytest.mark.parametrize("act", ["tanh", "relu"])
def test_only_the_output_bias_moves(yours, rng, act):
    """With tanh and ReLU all weights at zero stay there; the output bias alone has a gradient, 1/2 minus the share of ones."""
    gradients = yours(*unbalanced(rng), 4, act)
    agree(gradients["bias2"], np.array([0.2]))
    for name in ("weight1", "bias1", "weight2"):
        agree(gradients[name], np.zeros(SHAPES[name]), exact=True)


def test_sigmoid_units_are_not_stuck(yours, rng):
    """A sigmoid unit says 1/2 at zero, so its output weight moves: by the same for every unit, and that is not zero."""
    gradients = yours(*unbalanced(rng), 4, "sigmoid")
    agree(gradients["weight2"], np.full((1, 4), 0.1))
    agree(gradients["bias2"], np.array([0.2]))
    agree(gradients["weight1"], np.zeros((4, 3)), exact=True)


@pytest.mark.parametrize("act", ["relu", "sigmoid"])
def test_equal_is_not_zero(yours, rng, act):
    """Weights of one value other than 0 have gradients: the same for every hidden unit, so the units stay alike."""
    x, target = unbalanced(rng)
    gradients, want = yours(x, target, 4, act, 0.7), zero_init_gradients(x, target, 4, act, 0.7)
    agree(gradients, want)
    agree(gradients["weight1"] - gradients["weight1"][:1], np.zeros((4, 3)), scale=1.0)


@pytest.mark.parametrize("act", ["tanh", "sigmoid"])
def test_is_the_derivative(yours, rng, act):
    """Every entry is the derivative of the loss with respect to its parameter."""
    x, target = unbalanced(rng)
    phi = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[act]
    gradients, step = yours(x, target, 4, act, -0.3), 1e-30
    for name, shape in SHAPES.items():
        want = np.zeros(shape)
        for index in np.ndindex(shape):
            at = {key: np.full(size, -0.3 if "weight" in key else 0.0, dtype=complex) for key, size in SHAPES.items()}
            at[name][index] += 1j * step  # a step into the complex plane: no rounding error
            z = (phi(x @ at["weight1"].T + at["bias1"]) @ at["weight2"].T + at["bias2"])[:, 0]
            want[index] = np.mean(np.log(1 + np.exp(z)) - target * z).imag / step
        agree(gradients[name], want)


def test_relu_at_exactly_zero(yours):
    """Where a ReLU unit stands at exactly 0, its slope is 0."""
    gradients = yours(np.array([[2.0, -2.0], [-3.0, 1.0]]), np.array([1.0, 0.0]), 3, "relu", 0.5)
    agree(gradients["weight1"], np.zeros((3, 2)), exact=True)
    agree(gradients["bias2"], np.array([0.0]), scale=1.0)


def test_confidently_wrong(yours):
    """Far from zero the output is as good as 1, and the gradient stays finite: 1 minus the label, times what came in."""
    gradients = yours(np.array([[4000.0, 2000.0]]), np.array([0.0]), 2, "relu", 0.5)
    agree(gradients["weight1"], np.array([[2000.0, 1000.0], [2000.0, 1000.0]]))
    agree(gradients["weight2"], np.array([[3000.0, 3000.0]]))


def test_mean_over_the_batch(yours, rng):
    """The loss is a mean: a batch that is given three times over has the same gradients."""
    x, target = unbalanced(rng)
    thrice = yours(np.tile(x, (3, 1)), np.tile(target, 3), 2, "tanh", 0.6)
    agree(thrice, zero_init_gradients(x, target, 2, "tanh", 0.6))


@pytest.mark.parametrize("act", ["gelu", ""], ids=["other", "empty"])
def test_unknown_activation(yours, rng, act):
    """An activation that is none of the three raises a ValueError that names act."""
    with pytest.raises(ValueError, match=r"\bact\b"):
        yours(*unbalanced(rng), 4, act)


def forward(x, hidden, act, value):
    """Hidden sums, hidden activations, their slopes and the probabilities, with the reference's complaint."""
    zero_init_gradients(x, x[:, 0], hidden, act, value)
    z = x @ np.full((hidden, x.shape[1]), value, dtype=x.dtype).T
    sigmoid = np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
    a = {"tanh": np.tanh(z), "relu": np.maximum(z, 0), "sigmoid": sigmoid}[act]
    slope = {"tanh": 1 - a * a, "relu": (z > 0).astype(z.dtype), "sigmoid": a * (1 - a)}[act]
    out = a @ np.full((hidden, 1), value, dtype=x.dtype)
    return z, a, slope, np.exp(np.minimum(out, 0)) / (1 + np.exp(-np.abs(out)))


def collect(x, a, delta2, delta1):
    return {"weight1": delta1.T @ x, "bias1": delta1.sum(0), "weight2": delta2.T @ a, "bias2": delta2.sum(0)}


@mistake("You return zeros throughout. At zero the output bias still moves, and sigmoid units too: write the backward pass out.")
def believes_that_nothing_moves(x, target, hidden, act, value=0.0):
    return {name: 0 * gradient for name, gradient in zero_init_gradients(x, target, hidden, act, value).items()}


@mistake(
    "The gradient of weight2 is zero in any case here. It is delta times the hidden activations, and a sigmoid says 1/2 at 0."
)
def believes_that_weight2_is_stuck(x, target, hidden, act, value=0.0):
    gradients = zero_init_gradients(x, target, hidden, act, value)
    return {**gradients, "weight2": 0 * gradients["weight2"]}


@mistake("You add up over the batch. The loss is the mean of the examples' losses: divide by their number.")
def forgets_the_mean(x, target, hidden, act, value=0.0):
    gradients = zero_init_gradients(x, target, hidden, act, value)
    return {name: gradient * x.dtype.type(len(x)) for name, gradient in gradients.items()}


@mistake("All signs are turned round. The gradient in front of the output's sigmoid is p minus the label.")
def turns_the_sign(x, target, hidden, act, value=0.0):
    return {name: -gradient for name, gradient in zero_init_gradients(x, target, hidden, act, value).items()}


@mistake(
    "The slope of the output's sigmoid is still there, as for a squared error. With cross-entropy it cancels: p minus the label."
)
def keeps_the_slope_of_the_output(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) * p * (1 - p) / len(x)
    return collect(x, a, delta2, delta2 * x.dtype.type(value) * slope)


@mistake("The slope of the hidden activation is missing. On the way back multiply by it before you reach the hidden weights.")
def forgets_the_hidden_slope(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * x.dtype.type(value) * np.ones_like(slope))


@mistake("The output weights are missing on the way back: delta of the hidden layer is that of the output times weight2.")
def goes_back_without_the_output_weights(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * slope)


@mistake("The gradient of weight2 is made with z. What comes in through these weights are the activations.")
def multiplies_by_z(x, target, hidden, act, value=0.0):
    z, _, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, z, delta2, delta2 * x.dtype.type(value) * slope)


@mistake("The slope of a ReLU at exactly 0 is 1 here. Libraries take 0 there: let a unit pass gradients where z is above 0 only.")
def takes_a_slope_of_one_at_zero(x, target, hidden, act, value=0.0):
    z, a, slope, p = forward(x, hidden, act, value)
    delta2 = (p - target[:, None]) / len(x)
    slope = (z >= 0).astype(z.dtype) if act == "relu" else slope
    return collect(x, a, delta2, delta2 * x.dtype.type(value) * slope)


@mistake("The gradient of weight1 is transposed. In PyTorch's layout a row belongs to a hidden unit, a column to an input.")
def transposes_weight1(x, target, hidden, act, value=0.0):
    gradients = zero_init_gradients(x, target, hidden, act, value)
    return {**gradients, "weight1": gradients["weight1"].T.copy()}


@mistake("The biases start at value, too. Only the weights do; both biases are zero, as is usual.")
def starts_the_biases_at_value(x, target, hidden, act, value=0.0):
    if act not in ACTS:
        raise ValueError("act")
    wide = np.hstack([x, np.ones((len(x), 1), dtype=x.dtype)])  # a bias is the weight of an input that is always 1
    _, a, slope, _ = forward(wide, hidden, act, value)
    p = 1 / (1 + np.exp(-(a.sum(1, keepdims=True) + 1) * x.dtype.type(value)))
    delta2 = (p - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * x.dtype.type(value) * slope)


@mistake("value has no effect, and the weights are always zero. Zero is the default only: fill both weights with value.")
def ignores_value(x, target, hidden, act, value=0.0):
    return zero_init_gradients(x, target, hidden, act)


@mistake("Your sigmoid takes the exponential of large numbers, and inf / inf is NaN. Let only exp(-|z|) be computed.")
def overflows_in_the_sigmoid(x, target, hidden, act, value=0.0):
    _, a, slope, _ = forward(x, hidden, act, value)
    up = np.exp(a.sum(1, keepdims=True) * x.dtype.type(value))
    delta2 = (up / (1 + up) - target[:, None]) / len(x)
    return collect(x, a, delta2, delta2 * x.dtype.type(value) * slope)


@mistake("The gradients are float64 whatever x is. Fill the weights with the dtype of x: float32 stays float32.")
def returns_float64(x, target, hidden, act, value=0.0):
    return zero_init_gradients(x.astype(np.float64), target.astype(np.float64), hidden, act, value)


@mistake("An unknown activation is taken for another one. Only three are known: raise a ValueError that names act.")
def takes_any_activation(x, target, hidden, act, value=0.0):
    return zero_init_gradients(x, target, hidden, act if act in ACTS else "sigmoid", value)


@right
def one_unit_stands_for_all(x, target, hidden, act, value=0.0):
    z = x.sum(axis=1) * value
    if act == "tanh":
        a, slope = np.tanh(z), 1 / np.cosh(np.clip(z, -700, 700)) ** 2 if z.dtype == np.float64 else 1 - np.tanh(z) ** 2
    elif act == "relu":
        a, slope = np.where(z > 0, z, 0), np.where(z > 0, 1, 0)
    elif act == "sigmoid":
        a = (1 + np.tanh(z / 2)) / 2
        slope = a * (1 - a)
    else:
        raise ValueError(f"unknown act {act}")
    error = (1 + np.tanh(hidden * value * a / 2)) / 2 - target
    row = ((error * slope * value) @ x / len(x)).astype(x.dtype)
    unit = np.mean(error * slope * value).astype(x.dtype)
    out = np.mean(error * a).astype(x.dtype)
    return {
        "weight1": np.tile(row, (hidden, 1)),
        "bias1": np.full(hidden, unit),
        "weight2": np.full((1, hidden), out),
        "bias2": np.array([np.mean(error)]),
    }


@right
def example_by_example(x, target, hidden, act, value=0.0):
    if act not in ACTS:
        raise ValueError("act is unknown")
    shapes = {"weight1": (hidden, x.shape[1]), "bias1": (hidden,), "weight2": (1, hidden), "bias2": (1,)}
    total = {name: np.zeros(shape, dtype=x.dtype) for name, shape in shapes.items()}
    for row, y in zip(x, target, strict=True):
        _, a, slope, p = (part[0] for part in forward(row[None], hidden, act, value))
        error = p[0] - y
        total["bias2"] += error / x.dtype.type(len(x))
        total["weight2"] += error * a / x.dtype.type(len(x))
        total["bias1"] += error * slope * x.dtype.type(value / len(x))
        total["weight1"] += np.outer(error * slope, row) * x.dtype.type(value / len(x))
    return total


@right
def with_einsum(x, target, hidden, act, value=0.0):
    _, a, slope, p = forward(x, hidden, act, value)
    error = (p[:, 0] - target) / len(x)
    return {
        "weight1": np.einsum("n,nh,nd->hd", error, slope, x) * x.dtype.type(value),
        "bias1": np.einsum("n,nh->h", error, slope) * x.dtype.type(value),
        "weight2": np.einsum("n,nh->h", error, a)[None],
        "bias2": error.sum(keepdims=True),
    }
