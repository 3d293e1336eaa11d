"""Hidden tests of initialization/train_from_zero."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.train_from_zero import train_from_zero

ACTS = ("tanh", "relu", "sigmoid")


def sample(rng, size="small"):
    """Sigmoid units, the only ones that move, and labels of which there are not as many zeros as ones."""
    n, d, hidden = (1, 1, 1) if size == "ones" else (7, 3, 4)
    act = str(rng.choice(ACTS)) if size == "random" else "sigmoid"
    target = np.arange(n) % 3 == 1
    return rng.normal(0.3, 1, size=(n, d)), target.astype(float), hidden, act, 1.7, 5


def three_of_ten(rng):
    """Ten examples, three of them with label 1; which ones depends on the first input."""
    x = np.column_stack([np.arange(10) - 6.5, rng.normal(size=10)])
    return x, (x[:, 0] > 0).astype(float)


def binary_entropy(p):
    return -p * np.log(p) - (1 - p) * np.log(1 - p)


@pytest.mark.parametrize("act", ["tanh", "relu"])
def test_no_weight_ever_moves(yours, rng, act):
    """With tanh and ReLU nothing moves but the output bias: all weights are exactly zero after any number of steps."""
    result = yours(*three_of_ten(rng), 4, act, 0.5, 1)
    agree(result["bias2"], np.array([-0.1]))
    result = yours(*three_of_ten(rng), 4, act, 4.0, 30)
    for name, shape in {"weight1": (4, 2), "bias1": (4,), "weight2": (1, 4)}.items():
        agree(result[name], np.zeros(shape), exact=True)


@pytest.mark.parametrize("act", ["tanh", "relu"])
def test_the_base_rate_is_all_it_learns(yours, rng, act):
    """With tanh and ReLU the model becomes a constant, no linear model: the share of ones for every example."""
    result = yours(*three_of_ten(rng), 4, act, 4.0, 60)
    agree(result["predictions"], np.full(10, 0.3))
    agree(result["loss"], binary_entropy(0.3))


def test_sigmoid_units_learn(yours, rng):
    """Sigmoid units do learn from zero: the loss falls far below that of the base rate, though it is one unit that learns."""
    x, target = three_of_ten(rng)
    result = yours(x, target, 4, "sigmoid", 1.0, 80)
    agree("learnt" if result["loss"] < 0.5 * binary_entropy(0.3) else f"a loss of {result['loss']:.3f}", "learnt")
    agree(result, train_from_zero(x, target, 4, "sigmoid", 1.0, 80))


def test_sigmoid_units_stay_alike(yours, rng):
    """All hidden units are the same unit after fifty steps: weight1 has rank 1."""
    result = yours(*three_of_ten(rng), 5, "sigmoid", 1.0, 50)
    agree(result["weight1"] - result["weight1"][:1], np.zeros((5, 2)), scale=1.0)
    agree(result["weight2"] - result["weight2"][:, :1], np.zeros((1, 5)), scale=1.0)
    agree(int(np.linalg.matrix_rank(result["weight1"], tol=1e-9)), 1)


def test_hidden_weights_wait_one_step(yours, rng):
    """In the first step the output weights are zero, so nothing reaches the hidden layer: it moves from the second one on."""
    x, target = three_of_ten(rng)
    result = yours(x, target, 3, "sigmoid", 2.0, 1)
    agree(result["weight1"], np.zeros((3, 2)), exact=True)
    agree(result["weight2"], np.full((1, 3), -0.2))
    agree(yours(x, target, 3, "sigmoid", 2.0, 2), train_from_zero(x, target, 3, "sigmoid", 2.0, 2))


@pytest.mark.parametrize("act", ACTS)
def test_no_steps(yours, rng, act):
    """Before the first step every prediction is 1/2 and the loss is log 2, the price of not knowing."""
    result = yours(*three_of_ten(rng), 2, act, 1.0, 0)
    agree(result["predictions"], np.full(10, 0.5))
    agree(result["loss"], np.log(2.0))


def test_certain_network(yours, rng):
    """A step that is far too long makes the network certain, and the loss stays finite: here 1000 for every 0 called 1."""
    x, target = np.array([[1.0], [2.0], [-1.0], [0.5]]), np.array([1.0, 1.0, 1.0, 0.0])
    result = yours(x, target, 2, "relu", 4000.0, 1)
    agree(result["predictions"], np.full(4, 1.0))
    agree(result["loss"], 250.0)


@pytest.mark.parametrize("act", ["gelu", ""], ids=["other", "empty"])
def test_unknown_activation(yours, rng, act):
    """An activation that is none of the three raises a ValueError that names act."""
    with pytest.raises(ValueError, match=r"\bact\b"):
        yours(*three_of_ten(rng), 4, act, 1.0, 2)


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


PHI = {
    "tanh": (np.tanh, lambda a: 1 - a * a),
    "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
}


def train(x, target, hidden, act, lr, steps, start=0.0, frozen=(), wrong=""):
    """The training, written out for any start, with the slips of the mistakes below."""
    if act not in PHI:
        raise ValueError("act")
    phi, slope = PHI[act]
    shapes = {"weight1": (hidden, x.shape[1]), "bias1": (hidden,), "weight2": (1, hidden), "bias2": (1,)}
    p = {name: np.full(shape, start if "weight" in name else 0.0, dtype=x.dtype) for name, shape in shapes.items()}
    logits = np.zeros_like(target)
    for _ in range(steps):
        a = phi(x @ p["weight1"].T + p["bias1"])
        logits = (a @ p["weight2"].T + p["bias2"])[:, 0]
        out = sigmoid(logits)[:, None]
        delta2 = (out - target[:, None]) / x.dtype.type(1 if wrong == "sum" else len(x))
        delta2 = delta2 * out * (1 - out) if wrong == "squared error" else delta2
        gradients = {"weight2": delta2.T @ a, "bias2": delta2.sum(0)}
        above = p["weight2"] - lr * gradients["weight2"] if wrong == "one after the other" else p["weight2"]
        delta1 = delta2 * above * (1 if wrong == "no slope" else slope(a))
        gradients |= {"weight1": delta1.T @ x, "bias1": delta1.sum(0)}
        rate = -lr if wrong == "sign" else lr
        p = {name: value if name in frozen else value - rate * gradients[name] for name, value in p.items()}
    if wrong != "stale":
        logits = (phi(x @ p["weight1"].T + p["bias1"]) @ p["weight2"].T + p["bias2"])[:, 0]
    loss = np.mean(np.logaddexp(0, logits) - target * logits)
    return {"loss": loss, "predictions": sigmoid(logits), **p}


@mistake("The weights start at 0.01. This exercise is about zero: a small number is another story, and equal ones no better.")
def starts_at_a_hundredth(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, start=0.01)


@mistake("You return the start, as if nothing could be learnt from zero. The output bias moves, and so do sigmoid units.")
def believes_that_nothing_moves(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, 0)


@mistake("Only the output bias is trained, whatever the activation. Sigmoid units say 1/2 at zero, and their weights do move.")
def believes_that_no_weight_moves(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, frozen=("weight1", "bias1", "weight2"))


@mistake("The biases stay at zero. They start there, as is usual, but they are trained like any other parameter.")
def never_trains_the_biases(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, frozen=("bias1", "bias2"))


@mistake("The hidden gradient is made with output weights that have moved already. Take all gradients first, then move.")
def moves_one_layer_after_the_other(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="one after the other")


@mistake("The gradient is added up over the batch. The loss is a mean: divide by the number of examples.")
def forgets_the_mean(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="sum")


@mistake("You walk uphill. The step goes against the gradient: subtract lr times the gradient.")
def climbs(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="sign")


@mistake("The slope of the output's sigmoid is there, as for a squared error. With cross-entropy it cancels: p minus label.")
def keeps_the_slope_of_the_output(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="squared error")


@mistake("The slope of the hidden sigmoid is missing on the way back. Multiply by a (1 - a).")
def forgets_the_hidden_slope(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="no slope")


@mistake("Loss and predictions are those before the last step. Go forward once more with the final parameters.")
def reports_before_the_last_step(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps, wrong="stale")


@mistake("One step is missing. Take as many as steps says; the loss at the start is no step.")
def takes_one_step_too_few(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, max(steps - 1, 0))


@mistake("The hidden units are sigmoids whatever act says. Apply the activation that is asked for: tanh and ReLU give 0 at zero.")
def ignores_act(x, target, hidden, act, lr, steps):
    train(x, target, hidden, act, lr, 0)
    return train(x, target, hidden, "sigmoid", lr, steps)


@mistake("Your loss takes the logarithm of a probability that has become 0, which is infinite or NaN. Take it from the logit.")
def takes_the_logarithm_of_zero(x, target, hidden, act, lr, steps):
    result = train(x, target, hidden, act, lr, steps)
    p = result["predictions"]
    return {**result, "loss": -np.mean(target * np.log(p) + (1 - target) * np.log(1 - p))}


@mistake("You keep p away from 0 and 1 before you take logarithms, which hides how wrong a certain network is. Use the logit.")
def clips_the_probabilities(x, target, hidden, act, lr, steps):
    result = train(x, target, hidden, act, lr, steps)
    p = np.clip(result["predictions"], x.dtype.type(1e-7), x.dtype.type(1 - 1e-7))
    return {**result, "loss": -np.mean(target * np.log(p) + (1 - target) * np.log(1 - p))}


@mistake("The loss is added up over the batch. It is the mean of the examples' losses.")
def adds_up_the_loss(x, target, hidden, act, lr, steps):
    result = train(x, target, hidden, act, lr, steps)
    return {**result, "loss": result["loss"] * x.dtype.type(len(x))}


@mistake("The results are float64 whatever x is. Make the zeros with the dtype of x: float32 stays float32.")
def returns_float64(x, target, hidden, act, lr, steps):
    return train(x.astype(np.float64), target.astype(np.float64), hidden, act, lr, steps)


@mistake("An unknown activation is taken for another one. Only three are known: raise a ValueError that names act.")
def takes_any_activation(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act if act in PHI else "tanh", lr, steps)


@right
def with_real_slopes(x, target, hidden, act, lr, steps):
    return train(x, target, hidden, act, lr, steps)


@right
def one_unit_stands_for_all(x, target, hidden, act, lr, steps):
    if act not in ACTS:
        raise ValueError("act")
    w, b, v, c = np.zeros(x.shape[1], dtype=x.dtype), 0.0, 0.0, 0.0
    phi, slope = PHI[act]
    for _ in range(steps):
        a = phi(x @ w + x.dtype.type(b))
        error = (sigmoid(a * x.dtype.type(hidden * v) + x.dtype.type(c)) - target) / x.dtype.type(len(x))
        down = error * x.dtype.type(v) * slope(a)
        w, b = w - x.dtype.type(lr) * (down @ x), b - lr * float(down.sum())
        v, c = v - lr * float(error @ a), c - lr * float(error.sum())
    logits = phi(x @ w + x.dtype.type(b)) * x.dtype.type(hidden * v) + x.dtype.type(c)
    softplus = np.maximum(logits, 0) + np.log1p(np.exp(-np.abs(logits)))
    return {
        "loss": float(np.mean(softplus - target * logits)),
        "predictions": sigmoid(logits),
        "weight1": np.tile(w, (hidden, 1)),
        "bias1": np.full(hidden, b, dtype=x.dtype),
        "weight2": np.full((1, hidden), v, dtype=x.dtype),
        "bias2": np.array([c], dtype=x.dtype),
    }
