"""Hidden tests of transfer/hard_sharing_grads."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.transfer.hard_sharing_grads import hard_sharing_grads

independent = (
    "torch.func.grad(lambda p: sum(s * F.mse_loss(torch.tanh(x @ p[0].T) @ v.T, y) "
    "for s, v, y in zip(task_weights, p[1], targets)))((weight, heads))"
)


def sample(rng, size="small"):
    """Three tasks with one, three and two outputs, whose weights do not add up to 1."""
    n, d, h, ks = (1, 1, 1, (1, 1)) if size == "ones" else (5, 4, 3, (1, 3, 2))
    x, weight = rng.normal(size=(n, d)), 0.5 * rng.normal(size=(h, d))
    targets, heads = [2 + rng.normal(size=(n, k)) for k in ks], [rng.normal(size=(k, h)) for k in ks]
    return x, targets, weight, heads, [0.5, 2.0, 3.0][: len(ks)]


def loss(x, targets, weight, heads, task_weights):
    h = np.tanh(x @ weight.T)
    return sum(s * ((h @ v.T - y) ** 2).mean() for s, v, y in zip(task_weights, heads, targets, strict=True))


def test_trunk_by_a_complex_step(yours, rng):
    """The gradient of the trunk is the derivative of the whole loss, weight by weight."""
    x, targets, weight, heads, task_weights = sample(rng)
    want = np.zeros_like(weight)
    for index in np.ndindex(weight.shape):
        step = np.zeros(weight.shape, complex)
        step[index] = 1e-30j
        want[index] = loss(x, targets, weight + step, heads, task_weights).imag * 1e30
    agree(yours(x, targets, weight, heads, task_weights)[0], want)


def test_silent_task(yours, rng):
    """A task with weight 0 gets no gradient and sends none: the trunk learns as if it did not exist."""
    x, targets, weight, heads, _ = sample(rng)
    trunk, (_, silent, _) = yours(x, targets, weight, heads, [0.5, 0.0, 3.0])
    agree(silent, np.zeros_like(heads[1]), exact=True)
    agree(trunk, hard_sharing_grads(x, targets[::2], weight, heads[::2], [0.5, 3.0])[0])


def test_one_task(yours, rng):
    """A single task with weight 1 is ordinary backpropagation."""
    trunk, heads = yours(np.array([[0.5]]), [np.array([[3.0]])], np.array([[0.0]]), [np.array([[2.0]])], [1.0])
    agree(trunk, np.array([[-6.0]]))  # 2 * (0 - 3) * 2 * (1 - 0) * 0.5
    agree(heads, [np.array([[0.0]])])


def test_tasks_that_disagree(yours, rng):
    """Two tasks that pull in opposite directions leave the trunk where it is, though their heads learn."""
    x, _, weight, heads, _ = sample(rng)
    y = np.tanh(x @ weight.T) @ heads[1].T
    pair = [y + 1.0, y - 1.0]
    trunk, (first, second) = yours(x, pair, weight, [heads[1], heads[1]], [0.75, 0.75])
    agree(trunk, np.zeros_like(weight), scale=1.0)
    agree(first, hard_sharing_grads(x, pair[:1], weight, heads[1:2], [0.75])[1][0])
    agree(second, -first)


def with_changed(weights_of_trunk, weights_of_heads, *args):
    """Other task weights for the trunk than for the heads."""
    return hard_sharing_grads(*args, weights_of_trunk)[0], hard_sharing_grads(*args, weights_of_heads)[1]


@mistake("The task weights are missing in the trunk. They multiply a task's loss, and so all that comes from it.")
def forgets_the_weights_in_the_trunk(x, targets, weight, heads, task_weights):
    return with_changed([1.0] * len(heads), task_weights, x, targets, weight, heads)


@mistake("The task weights are missing in the heads. The loss of a task is multiplied by its weight, for its head, too.")
def forgets_the_weights_in_the_heads(x, targets, weight, heads, task_weights):
    return with_changed(task_weights, [1.0] * len(heads), x, targets, weight, heads)


@mistake("You average over the tasks in the trunk. The loss is a weighted sum of theirs: add the gradients up.")
def averages_over_the_tasks(x, targets, weight, heads, task_weights):
    return with_changed([s / len(heads) for s in task_weights], task_weights, x, targets, weight, heads)


@mistake("You make the task weights add up to 1. They are used as they are.")
def normalises_the_weights(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s / sum(task_weights) for s in task_weights])


@mistake("Only the last task reaches the trunk: each one overwrites what the others sent. Add it up over the tasks.")
def keeps_the_last_task(x, targets, weight, heads, task_weights):
    last = [0.0] * (len(heads) - 1) + [task_weights[-1]]
    return with_changed(last, task_weights, x, targets, weight, heads)


@mistake("You divide by the number of examples only. The loss of a task is the mean over its outputs as well.")
def forgets_the_number_of_outputs(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s * len(v) for s, v in zip(task_weights, heads, strict=True)])


@mistake("You sum the squared errors. The loss of a task is their mean: divide by examples times outputs.")
def sums_the_errors(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s * y.size for s, y in zip(task_weights, targets, strict=True)])


@mistake("The factor 2 is missing: the derivative of a square is twice its root.")
def forgets_the_two(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [s / 2 for s in task_weights])


@mistake("The slope of tanh is missing on the way to the trunk. Multiply by one minus the square of the hidden values.")
def forgets_the_slope(x, targets, weight, heads, task_weights):
    h, grad_h = np.tanh(x @ weight.T), 0
    for y, v, s in zip(targets, heads, task_weights, strict=True):
        grad_h = grad_h + 2 * s / y.size * (h @ v.T - y) @ v
    return grad_h.T @ x, hard_sharing_grads(x, targets, weight, heads, task_weights)[1]


@mistake("The gradient of the trunk is transposed. It has the shape of `weight`, outputs first.")
def transposes_the_trunk(x, targets, weight, heads, task_weights):
    trunk, grad_heads = hard_sharing_grads(x, targets, weight, heads, task_weights)
    return trunk.T, grad_heads


@mistake("The error has the wrong sign: it is the prediction minus the target. These gradients would lead uphill.")
def turns_the_sign(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x, targets, weight, heads, [-s for s in task_weights])


@mistake("A float32 input comes back as float64. Allocate with the dtype of the inputs, and do not convert them.")
def returns_float64(x, targets, weight, heads, task_weights):
    return hard_sharing_grads(x.astype(np.float64), targets, weight, heads, task_weights)


@right
def task_by_task(x, targets, weight, heads, task_weights):
    h = np.tanh(np.einsum("nd,hd->nh", x, weight))
    trunk, grad_heads = np.zeros_like(weight), []
    for s, y, v in zip(task_weights, targets, heads, strict=True):
        error = np.einsum("nh,kh->nk", h, v) - y
        grad_heads.append(2 * s * np.einsum("nk,nh->kh", error, h) / (len(y) * len(v)))
        trunk += s * np.einsum("nk,kh,nh,nd->hd", 2 * error, v, 1 - h**2, x) / (len(y) * len(v))
    return trunk, grad_heads


@right
def as_one_wide_head(x, targets, weight, heads, task_weights):
    """All heads under each other are one matrix, with a factor for each row."""
    h = np.tanh(x @ weight.T)
    factors = np.concatenate([0 * v[:, 0] + 2 * s / (len(x) * len(v)) for v, s in zip(heads, task_weights, strict=True)])
    wide = np.concatenate(heads)
    grad = (h @ wide.T - np.concatenate(targets, axis=1)) * factors
    cuts = np.cumsum([len(v) for v in heads])[:-1]
    return ((grad @ wide) * (1 + h) * (1 - h)).T @ x, [g.copy() for g in np.split(grad.T @ h, cuts)]
