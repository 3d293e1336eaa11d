"""Hidden tests of initialization/train_constant_init."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.train_constant_init import train_constant_init


def sample(rng, size="small"):
    """Every axis has its own length; the steps are few and short."""
    n, d, hidden = (1, 1, 1) if size == "ones" else (6, 3, 4)
    return rng.normal(size=(n, d)), rng.normal(0.5, 1, size=n), 0.4, hidden, 0.06, 5


def curve():
    """Nine points of a curve that a single tanh unit can follow."""
    x = np.linspace(-2, 2, 9)[:, None]
    return x, 1.5 * np.tanh(1.2 * x[:, 0] - 0.5) + 0.3


def test_it_learns(yours):
    """Equal weights do not keep a network from learning: the loss falls to less than a tenth."""
    losses = yours(*curve(), 0.5, 3, 0.1, 150)["losses"]
    agree("learnt" if losses[-1] < 0.1 * losses[0] else f"from {losses[0]:.3g} to {losses[-1]:.3g}", "learnt")
    agree(losses, train_constant_init(*curve(), 0.5, 3, 0.1, 150)["losses"])


def test_units_stay_alike(yours, rng):
    """All hidden units are the same unit after forty steps: weight1 has rank 1, and weight2 one value."""
    x, target, _, _, _, _ = sample(rng)
    result = yours(x, target, -0.7, 5, 0.05, 40)
    agree(result["weight1"] - result["weight1"][:1], np.zeros((5, 3)), scale=1.0)
    agree(result["weight2"] - result["weight2"][:, :1], np.zeros((1, 5)), scale=1.0)
    agree(int(np.linalg.matrix_rank(result["weight1"], tol=1e-9)), 1)


def test_one_unit_does_the_same(yours, rng):
    """After the training a single unit, with the outgoing weights of all, has the same loss."""
    x, target, value, hidden, lr, steps = sample(rng)
    result = yours(x, target, value, hidden, lr, steps)
    unit = np.tanh(x @ result["weight1"][0] + result["bias1"][0])
    predictions = unit * result["weight2"].sum() + result["bias2"]
    agree(result["losses"][-1], np.mean((predictions - target) ** 2))
    agree(
        yours(x, 40 * target, value, hidden, 0.01, 3)["losses"],
        train_constant_init(x, 40 * target, value, hidden, 0.01, 3)["losses"],
    )


def test_zero_is_special(yours, rng):
    """From zero only the output bias moves; with a learning rate of 1/2 it is the mean of the targets after one step."""
    x, target, _, hidden, _, _ = sample(rng)
    result = yours(x, target, 0.0, hidden, 0.5, 2)
    agree(result["bias2"], np.array([target.mean()]))
    agree(result["losses"], np.array([np.mean(target**2), target.var(), target.var()]))
    agree((result["weight1"], result["weight2"]), (np.zeros((4, 3)), np.zeros((1, 4))), exact=True)
    agree(yours(x, target, 0.0, hidden, 0.5, 6)["losses"][1:], np.full(6, target.var()))


def test_turned_sign(yours, rng):
    """Started at minus the value, all hidden units are turned round, and the losses are the same: tanh is odd."""
    x, target, value, hidden, lr, steps = sample(rng)
    result, want = yours(x, target, -value, hidden, lr, steps), train_constant_init(x, target, value, hidden, lr, steps)
    agree(result["losses"], want["losses"])
    agree((result["weight1"], result["bias1"], result["weight2"]), (-want["weight1"], -want["bias1"], -want["weight2"]))


def test_no_steps(yours):
    """Without a step there is one loss, that of the start."""
    result = yours(np.array([[0.5], [-1.0]]), np.array([2.0, 1.0]), 2.0, 3, 0.1, 0)
    agree(result["losses"], np.array([((6 * np.tanh(1.0) - 2) ** 2 + (6 * np.tanh(2.0) + 1) ** 2) / 2]))
    agree((result["bias1"], result["bias2"]), (np.zeros(3), np.zeros(1)))


@pytest.mark.parametrize("hidden", [1, 6])
def test_first_step(yours, rng, hidden):
    """Each weight of the first step is its start less lr times the derivative of the loss."""
    x, target, value, _, lr, _ = sample(rng)
    result, step = yours(x, target, value, hidden, lr, 1), 1e-30
    for name, shape in {"weight1": (hidden, 3), "bias1": (hidden,), "weight2": (1, hidden), "bias2": (1,)}.items():
        at = {"weight1": np.full((hidden, 3), value), "bias1": np.zeros(hidden), "weight2": np.full((1, hidden), value)}
        at = {key: array.astype(complex) for key, array in (at | {"bias2": np.zeros(1)}).items()}
        start, last = at[name][(-1,) * len(shape)].real, (-1,) * len(shape)
        at[name][last] += 1j * step  # a step into the complex plane: no rounding error
        y = np.tanh(x @ at["weight1"].T + at["bias1"]) @ at["weight2"].T + at["bias2"]
        agree(result[name][last], start - lr * np.mean((y[:, 0] - target) ** 2).imag / step)


def train(x, target, value, hidden, lr, steps, wrong="", frozen=(), start=None):
    """The training, written out with the slips of the mistakes below."""
    p = {"weight1": np.full((hidden, x.shape[1]), value), "bias1": np.zeros(hidden), "weight2": np.full((1, hidden), value)}
    p = {name: array.astype(x.dtype) for name, array in (p | {"bias2": np.zeros(1)} | (start or {})).items()}
    losses = []
    for step in range(steps + 1):
        z = x @ p["weight1"].T + p["bias1"]
        a = np.tanh(z)
        error = a @ p["weight2"].T + p["bias2"] - target[:, None]
        losses.append(np.mean(error * error) / (2 if wrong == "half" else 1))
        if step == steps:
            break
        delta2 = error * x.dtype.type((1 if wrong in ("no 2", "half") else 2) / (1 if wrong == "sum" else len(x)))
        gradients = {"weight2": delta2.T @ a, "bias2": delta2.sum(0)}
        above = p["weight2"] - lr * gradients["weight2"] if wrong == "one after the other" else p["weight2"]
        slope = 1 - z * z if wrong == "slope at z" else 1 if wrong == "no slope" else 1 - a * a
        delta1 = delta2 * above * slope
        gradients |= {"weight1": delta1.T @ x, "bias1": delta1.sum(0)}
        rate = -lr if wrong == "sign" else lr
        p = {name: array if name in frozen else array - rate * gradients[name] for name, array in p.items()}
    return {"losses": np.array(losses), **p}


@mistake("The biases start at value, too. Only the weights do: both biases start at 0.")
def starts_the_biases_at_value(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, start={"bias1": np.full(hidden, value), "bias2": np.full(1, value)})


@mistake("You start each unit a little apart, which breaks the symmetry. Here every weight starts at exactly the same value.")
def breaks_the_symmetry(x, target, value, hidden, lr, steps):
    apart = 1 + 0.01 * np.arange(hidden)
    start = {"weight1": value * np.tile(apart[:, None], (1, x.shape[1])), "weight2": value * apart[None]}
    return train(x, target, value, hidden, lr, steps, start=start)


@mistake("You return the start, as if equal weights could not learn. They do, all in step: let the gradients tell.")
def believes_that_nothing_is_learnt(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, 0.0, steps)


@mistake("Only the output bias is trained. That is all that happens from zero; from another value everything moves.")
def believes_that_no_weight_moves(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, frozen=("weight1", "bias1", "weight2"))


@mistake("The biases stay at zero. They start there, but they are trained like any other parameter.")
def never_trains_the_biases(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, frozen=("bias1", "bias2"))


@mistake("The hidden gradient is made with output weights that have moved already. Take all gradients first, then move.")
def moves_one_layer_after_the_other(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "one after the other")


@mistake("The 2 is missing in the gradient. The loss is the square as it stands, and its derivative is twice the error.")
def forgets_the_two(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "no 2")


@mistake("You train on half of the squared error. The loss here is the mean of the squares as it stands, with no half in front.")
def halves_the_loss(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "half")


@mistake("The gradient is added up over the batch. The loss is a mean: divide by the number of examples.")
def forgets_the_mean(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "sum")


@mistake("You walk uphill. The step goes against the gradient: subtract lr times the gradient.")
def climbs(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "sign")


@mistake("The slope of tanh is missing on the way back. Multiply by one minus the square of the activation.")
def forgets_the_hidden_slope(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "no slope")


@mistake("You square z for the slope. It is one minus the square of tanh(z), of the activation itself.")
def takes_the_slope_at_z(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps, "slope at z")


@mistake("The loss of the start is missing. Note it before the first step: there is one loss more than there are steps.")
def leaves_out_the_first_loss(x, target, value, hidden, lr, steps):
    result = train(x, target, value, hidden, lr, steps)
    return {**result, "losses": result["losses"][1:].copy()}


@mistake("The loss after the last step is missing. Go forward once more at the end: there is one loss more than steps.")
def leaves_out_the_last_loss(x, target, value, hidden, lr, steps):
    result = train(x, target, value, hidden, lr, steps)
    return {**result, "losses": result["losses"][:-1].copy()}


@mistake("The results are float64 whatever x is. Fill the weights with the dtype of x: float32 stays float32.")
def returns_float64(x, target, value, hidden, lr, steps):
    return train(x.astype(np.float64), target.astype(np.float64), value, hidden, lr, steps)


@right
def written_out(x, target, value, hidden, lr, steps):
    return train(x, target, value, hidden, lr, steps)


@right
def one_unit_stands_for_all(x, target, value, hidden, lr, steps):
    number = x.dtype.type
    w, b, v, c = np.full(x.shape[1], value, dtype=x.dtype), number(0), number(value), number(0)
    losses = np.zeros(steps + 1, dtype=x.dtype)
    for step in range(steps + 1):
        a = np.tanh(x @ w + b)
        error = a * v * number(hidden) + c - target
        losses[step] = error @ error / number(len(x))
        if step < steps:
            pull = error * number(2 * lr / len(x))
            down = pull * v / np.cosh(x @ w + b) ** 2
            w, b, v, c = w - down @ x, b - down.sum(), v - pull @ a, c - pull.sum()
    return {
        "losses": losses,
        "weight1": np.tile(w, (hidden, 1)),
        "bias1": np.full(hidden, b),
        "weight2": np.full((1, hidden), v),
        "bias2": np.full(1, c),
    }
