"""Hidden tests of activations/activation_jacobian."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.activation_jacobian import activation_jacobian

independent = (
    "torch.autograd.functional.jacobian({'sigmoid': torch.sigmoid, 'tanh': torch.tanh, 'relu': torch.relu,"
    " 'softmax': lambda x: torch.softmax(x, 0), 'log_softmax': lambda x: torch.log_softmax(x, 0)}[name], x)"
)

NAMES = ("sigmoid", "tanh", "relu", "softmax", "log_softmax")
SLOPES = {  # at log 3, log 2 and -log 2
    "sigmoid": [3 / 16, 2 / 9, 2 / 9],
    "tanh": [0.36, 0.64, 0.64],
    "relu": [1.0, 1.0, 0.0],
}


def sample(rng, size="small"):
    """Scores of either sign; for numbers as sizes, one function after the other."""
    x = rng.uniform(0.1, 2.0, 4) * np.array([-1.0, 1.0, 1.0, -1.0])
    if size == "ones":
        return x[1:2], "tanh"
    return x, NAMES[size % 5] if isinstance(size, int) else "log_softmax"


@pytest.mark.parametrize("name", SLOPES)
def test_elementwise(yours, name):
    """Elementwise functions have their slopes on the diagonal and exact zeros everywhere else."""
    jacobian = yours(np.log([3.0, 2.0, 0.5]), name)
    agree(jacobian, np.diag(SLOPES[name]))
    agree(jacobian[~np.eye(3, dtype=bool)], np.zeros(6), exact=True)


def test_kink(yours):
    """At exactly zero the slope of ReLU is 0."""
    agree(yours(np.array([0.0, 3.0, -1.0]), "relu"), np.diag([0.0, 1.0, 0.0]), exact=True)


def test_of_a_softmax(yours):
    """Softmax with the probabilities 1/2, 1/3 and 1/6: p times (1 - p) on the diagonal, minus p times q beside it."""
    want = np.array([[9.0, -6.0, -3.0], [-6.0, 8.0, -2.0], [-3.0, -2.0, 5.0]]) / 36
    agree(yours(np.log([3.0, 2.0, 1.0]), "softmax"), want)
    agree(yours(np.log([3.0, 2.0, 1.0]) + 5.0, "softmax"), want)


def test_log_softmax(yours):
    """Log-softmax with the probabilities 1/2, 1/3 and 1/6: 1 on the diagonal, less the probability of the input's column."""
    want = np.array([[3.0, -2.0, -1.0], [-3.0, 4.0, -1.0], [-3.0, -2.0, 5.0]]) / 6
    agree(yours(np.log([3.0, 2.0, 1.0]), "log_softmax"), want)


def test_nothing_is_gained(yours, rng):
    """A change of one score makes changes of the probabilities that add up to zero; equal changes of all scores do nothing."""
    x = rng.normal(size=5)
    jacobian = yours(x, "softmax")
    agree(jacobian.sum(axis=0), np.zeros(5), scale=1.0)
    agree(yours(x, "log_softmax").sum(axis=1), np.zeros(5), scale=1.0)
    p = np.exp(x) / np.exp(x).sum()
    agree(np.diag(jacobian), p * (1 - p))


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_large_scores(yours, name):
    """Scores of 1000 and more give no NaN."""
    want = np.zeros((3, 3)) if name == "softmax" else np.array([[0.0, 0.0, 0.0], [-1.0, 1.0, 0.0], [-1.0, 0.0, 1.0]])
    agree(np.append(yours(np.array([2000.0, 1000.0, -1000.0]), name), 1.0), np.append(want, 1.0))


@pytest.mark.parametrize("name", NAMES)
def test_float32(yours, name):
    """A float32 input gives a float32 matrix for every name."""
    x = np.array([0.5, -1.0, 2.0, 0.25], dtype=np.float32)
    agree(yours(x, name), activation_jacobian(x, name))


def test_single_element(yours):
    """A vector of one element has a Jacobian of one row and one column; softmax of it is always 1, and its slope is 0."""
    agree(yours(np.array([0.0]), "sigmoid"), np.array([[0.25]]))
    agree(yours(np.array([7.0]), "softmax"), np.array([[0.0]]), scale=1.0)


@pytest.mark.parametrize("name", ["identity", "maxout"])
def test_unknown_name(yours, name):
    """A name that is not in the table is a ValueError."""
    with pytest.raises(ValueError, match="name"):
        yours(np.array([1.0, -2.0]), name)


def but(**others):
    """The Jacobians with some of them replaced."""
    return lambda x, name: others[name](x) if name in others else activation_jacobian(x, name)


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def elementwise(change):
    """The Jacobians with `change` made of the slopes of the elementwise functions."""

    def changed(x, name):
        jacobian = activation_jacobian(x, name)
        return change(np.diag(jacobian).copy()) if name in SLOPES else jacobian

    return changed


@mistake(
    "You treat softmax as an elementwise function. Every output depends on every input: beside the diagonal stands -p_i * p_j."
)
def takes_softmax_for_elementwise(x, name):
    return but(softmax=lambda x: np.diag(softmax(x) * (1 - softmax(x))))(x, name)


@mistake("In the Jacobian of softmax the diagonal part is missing: it is diag(p) less the outer product of p with itself.")
def forgets_the_diagonal_of_softmax(x, name):
    return but(softmax=lambda x: -np.outer(softmax(x), softmax(x)))(x, name)


@mistake(
    "You add the outer product to the diagonal of softmax. It is subtracted: when one score goes up, the other outputs fall."
)
def adds_the_outer_product(x, name):
    return but(softmax=lambda x: np.diag(softmax(x)) + np.outer(softmax(x), softmax(x)))(x, name)


@mistake("Your Jacobian of softmax has the wrong sign: raising a score raises its own probability.")
def turns_the_sign_of_softmax(x, name):
    return but(softmax=lambda x: -activation_jacobian(x, "softmax"))(x, name)


@mistake("Rows and columns of the log-softmax have changed places: rows belong to outputs, and p to the input, the column.")
def transposes(x, name):
    return activation_jacobian(x, name).T.copy()


@mistake(
    "You treat log-softmax as an elementwise function. Every output depends on every input: beside the diagonal stands -p_j."
)
def takes_log_softmax_for_elementwise(x, name):
    return but(log_softmax=lambda x: np.diag(1 - softmax(x)))(x, name)


@mistake("In the Jacobian of log-softmax the identity is missing, the derivative of the score itself.")
def forgets_the_identity(x, name):
    return but(log_softmax=lambda x: activation_jacobian(x, "log_softmax") - np.eye(len(x), dtype=x.dtype))(x, name)


@mistake("For log-softmax you return the Jacobian of softmax. Divide its row i by p_i: the logarithm has a slope, too.")
def forgets_the_logarithm(x, name):
    return but(log_softmax=lambda x: activation_jacobian(x, "softmax"))(x, name)


@mistake("For elementwise functions you return the slopes as a vector. Put them on the diagonal of a matrix.")
def returns_a_vector(x, name):
    return elementwise(lambda slopes: slopes)(x, name)


@mistake("For elementwise functions every row holds all slopes. An output depends on its own input only: the rest is zero.")
def fills_the_rows(x, name):
    return elementwise(lambda slopes: np.tile(slopes, (len(slopes), 1)))(x, name)


@mistake("For elementwise functions you multiply slopes by slopes. An output depends on its own input only: use the diagonal.")
def multiplies_slopes_by_slopes(x, name):
    return elementwise(lambda slopes: np.outer(slopes, slopes))(x, name)


@mistake("You put the outputs on the diagonal. There belong the slopes.")
def puts_outputs_on_the_diagonal(x, name):
    return but(
        sigmoid=lambda x: np.diag((1 + np.tanh(x / 2)) / 2),
        tanh=lambda x: np.diag(np.tanh(x)),
        relu=lambda x: np.diag(np.maximum(x, 0)),
    )(x, name)


@mistake("At exactly zero your ReLU has the slope 1. The statement asks for 0 there: compare with >, not with >=.")
def opens_relu_at_zero(x, name):
    return but(relu=lambda x: np.diag(x >= 0).astype(x.dtype))(x, name)


@mistake("The slope of your tanh is that of the sigmoid. It is 1 - tanh(x)**2.")
def takes_tanh_for_a_sigmoid(x, name):
    return but(tanh=lambda x: activation_jacobian(x, "sigmoid"))(x, name)


@mistake("exp overflows for large scores, and infinity divided by infinity is NaN. Subtract the largest score first.")
def overflows(x, name):
    e = np.exp(x)
    p = e / e.sum()
    full = {"softmax": np.diag(p) - np.outer(p, p), "log_softmax": np.eye(len(x), dtype=x.dtype) - p}
    return full[name] if name in full else activation_jacobian(x, name)


@mistake(
    "An unknown name gives the identity, and a typing error goes unnoticed. Raise a ValueError that names the argument: name."
)
def takes_the_unknown_for_the_identity(x, name):
    return activation_jacobian(x, name) if name in NAMES else np.eye(len(x), dtype=x.dtype)


@mistake("A float32 input comes back as float64: np.eye and np.zeros do that. Give them dtype=x.dtype.")
def returns_float64(x, name):
    return activation_jacobian(x.astype(np.float64), name)


@mistake("You subtract the maximum from x itself. Make a new array: the caller still needs x.")
def overwrites_the_input(x, name):
    x -= x.max()
    return activation_jacobian(x, name)


@right
def entry_by_entry(x, name):
    p, t, half = softmax(x), np.tanh(x), np.tanh(x / 2)
    entries = {
        "sigmoid": lambda i, j: (1 + half[i]) * (1 - half[i]) / 4 if i == j else 0,
        "tanh": lambda i, j: (1 + t[i]) * (1 - t[i]) if i == j else 0,
        "relu": lambda i, j: int(i == j and x[i] > 0),
        "softmax": lambda i, j: p[i] * ((i == j) - p[j]),
        "log_softmax": lambda i, j: (i == j) - p[j],
    }
    if name not in entries:
        raise ValueError(f"name: {name} is unknown")
    return np.array([[entries[name](i, j) for j in range(len(x))] for i in range(len(x))], dtype=x.dtype)


@right
def fills_a_matrix(x, name):
    if name not in NAMES:
        raise ValueError("name")
    jacobian = np.zeros((len(x), len(x)), dtype=x.dtype)
    if name in ("softmax", "log_softmax"):
        p = softmax(x)
        jacobian[:] = -p
        np.fill_diagonal(jacobian, 1 - p)
        return p[:, None] * jacobian if name == "softmax" else jacobian
    y = np.tanh(x) if name == "tanh" else np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))
    np.fill_diagonal(jacobian, {"sigmoid": y - y * y, "tanh": 1 - y * y, "relu": x > 0}[name])
    return jacobian
