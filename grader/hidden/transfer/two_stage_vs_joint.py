"""Hidden tests of transfer/two_stage_vs_joint."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.transfer.two_stage_vs_joint import two_stage_vs_joint


def sample(rng, size="small"):
    """A smooth target, a few hidden units, and fewer validation examples than training examples."""
    n, d, m, h = (2, 1, 1, 1) if size == "ones" else (9, 3, 4, 2)
    x, x_val = rng.normal(size=(n, d)), rng.normal(size=(m, d))
    weight = (np.array([[0.7, -0.5, 0.2], [0.3, 0.9, -0.6]]) + rng.uniform(-0.1, 0.1, (2, 3)))[:h, :d]
    return x, 1.5 + np.sin(x.sum(1)), x_val, 1.5 + np.sin(x_val.sum(1)), weight, 0.25, 4


def test_stage_one_by_hand(yours, rng):
    """Without steps there is one number each: the error of the best head on frozen features."""
    x, weight = np.arctanh(np.array([[0.5], [-0.25]])), np.array([[1.0]])
    train, val = yours(x, np.array([1.0, 2.0]), x[:1], np.array([3.0]), weight, 0.5, 0)
    agree(train, np.array([2.5]))  # the features are 0.5 and -0.25, and the best head for 1 and 2 is 0
    agree(val, np.array([9.0]))


def test_features_are_used(yours, rng):
    """Where the frozen features can express the target, the error is zero from the start and stays there."""
    x, _, x_val, _, weight, lr, steps = sample(rng)
    head = np.array([2.0, -3.0])
    target, target_val = np.tanh(x @ weight.T) @ head, np.tanh(x_val @ weight.T) @ head
    train, val = yours(x, target, x_val, target_val, weight, lr, steps)
    agree(train, np.zeros(steps + 1), scale=1.0)
    agree(val, np.zeros(steps + 1), scale=1.0)


def test_joint_never_worse_in_training(yours, rng):
    """With a small learning rate the training error falls in every step."""
    x, target, x_val, target_val, weight, _, _ = sample(rng)
    train, _ = yours(x, target, x_val, target_val, weight, 0.02, 8)
    agree(bool(np.all(np.diff(train) < 0)), True)
    agree(len(train), 9)


def test_steps_that_hurt(yours):
    """With a large learning rate the training error rises, and the steps are made all the same."""
    x, target = np.array([[0.0], [1.0], [-2.0]]), np.array([0.5, 2.0, -1.0])
    args = x, target, np.array([[0.5]]), np.array([0.7]), np.array([[1.0]]), 2.0, 3
    train, val = yours(*args)
    agree(bool(np.any(np.diff(train) > 0)), True)
    agree((train, val), two_stage_vs_joint(*args))


def test_no_learning_rate(yours, rng):
    """With a learning rate of 0 both errors stay where two stages left them."""
    x, target, x_val, target_val, weight, _, _ = sample(rng)
    train, val = yours(x, target, x_val, target_val, weight, 0.0, 3)
    want = two_stage_vs_joint(x, target, x_val, target_val, weight, 0.0, 0)
    agree((train, val), (np.repeat(want[0], 4), np.repeat(want[1], 4)))


def test_first_step(yours, rng):
    """At the best head the slope is all in the feature layer: the first step gains the square of its gradient."""
    x, target, x_val, target_val, weight, _, _ = sample(rng)
    train, _ = yours(x, target, x_val, target_val, weight, 1e-5, 1)
    h = np.tanh(x @ weight.T)
    head = np.linalg.lstsq(h, target, rcond=None)[0]
    grad = (np.outer(2 / len(x) * (h @ head - target), head) * (1 - h**2)).T @ x
    gain = (train[0] - train[1]) / 1e-5
    agree(bool(abs(gain / (grad**2).sum() - 1) < 1e-3), True)


def test_validation_is_another_matter(yours, rng):
    """On noisy examples each step of joint training helps in training and harms on a new example."""
    x, target = np.array([[0.0], [1.0], [-2.0]]), np.array([0.5, 2.0, -1.0])
    train, val = yours(x, target, np.array([[0.5]]), np.array([0.7]), np.array([[1.0]]), 0.2, 6)
    agree(bool(np.all(np.diff(train) < 0)), True)
    agree(bool(np.all(np.diff(val) > 0)), True)


def training(x, target, x_val, target_val, weight, lr, steps, head=None, rates=(1, 1), slope=True, late=False):
    """The exercise with another head to start with, other rates, or another gradient."""
    head = np.linalg.lstsq(np.tanh(x @ weight.T), target, rcond=None)[0] if head is None else head
    errors = []
    for _ in range(steps + 1):
        errors.append([np.mean((np.tanh(a @ weight.T) @ head - b) ** 2) for a, b in ((x, target), (x_val, target_val))])
        h = np.tanh(x @ weight.T)
        g = 2 / len(x) * (h @ head - target)
        new = head - lr * rates[1] * g @ h
        weight = weight - lr * rates[0] * (np.outer(g, new if late else head) * (1 - h * h if slope else 1)).T @ x
        head = new
    train, val = np.array(errors).T
    return train.copy(), val.copy()


@mistake("Joint training does not start from the best head: yours is zero. Solve the least squares first.")
def starts_from_zero(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, head=0 * weight[:, 0])


@mistake("Only the head is trained, so nothing moves after the first stage. In joint training the feature layer learns, too.")
def keeps_the_features_frozen(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, rates=(0, 1))


@mistake("Only the feature layer is trained. In joint training the head moves as well, by its own gradient.")
def keeps_the_head_frozen(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, rates=(1, 0))


@mistake("The gradient of the feature layer uses the new head. Compute both gradients at the old values, then move both.")
def moves_the_head_first(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, late=True)


@mistake("The slope of tanh is missing in the gradient of the feature layer: one minus the square of the features.")
def forgets_the_slope(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps, slope=False)


@mistake("Your gradients are those of a sum of squares. The error is a mean: divide by the number of training examples.")
def sums_the_errors(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr * len(x), steps)


@mistake("The factor 2 is missing in the gradients: the derivative of a square is twice its root.")
def forgets_the_two(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr / 2, steps)


@mistake("You step uphill: subtract the gradients, multiplied by the learning rate.")
def steps_uphill(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, -lr, steps)


@mistake("The head is fitted to the validation examples as well. Fit it to the training examples only.")
def fits_the_head_to_validation(x, target, x_val, target_val, weight, lr, steps):
    both, y = np.concatenate([x, x_val]), np.concatenate([target, target_val])
    head = np.linalg.lstsq(np.tanh(both @ weight.T), y, rcond=None)[0]
    return training(x, target, x_val, target_val, weight, lr, steps, head=head)


@mistake("Both results are errors on the training examples. The second one is about the validation examples.")
def judges_on_the_training_set(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x, target, weight, lr, steps)


@mistake(
    "One error is missing: there are `steps` + 1, the one before the first step, which is that of two stages, and one after each."
)
def forgets_the_two_stages(x, target, x_val, target_val, weight, lr, steps):
    train, val = training(x, target, x_val, target_val, weight, lr, steps)
    return train[1:], val[1:]


@mistake("The head is fitted to the inputs and not to the features: apply the layer and tanh before you solve.")
def forgets_tanh(x, target, x_val, target_val, weight, lr, steps):
    head = np.linalg.lstsq(x @ weight.T, target, rcond=None)[0]
    return training(x, target, x_val, target_val, weight, lr, steps, head=head)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and keep the dtype when you collect the errors.")
def returns_float64(x, target, x_val, target_val, weight, lr, steps):
    return training(*(a.astype(np.float64) for a in (x, target, x_val, target_val, weight)), lr, steps)


@right
def with_errors_kept(x, target, x_val, target_val, weight, lr, steps):
    return training(x, target, x_val, target_val, weight, lr, steps)


@right
def with_a_filled_table(x, target, x_val, target_val, weight, lr, steps):
    w, n = weight.copy(), len(target)
    v = np.linalg.pinv(np.tanh(x @ w.T)) @ target
    table = np.empty((2, steps + 1), x.dtype)
    for k in range(steps + 1):
        h, h_val = np.tanh(np.einsum("nd,hd->nh", x, w)), np.tanh(np.einsum("nd,hd->nh", x_val, w))
        r = h @ v - target
        table[:, k] = r @ r / n, ((h_val @ v - target_val) ** 2).sum() / len(target_val)
        grad_w, grad_v = np.einsum("n,h,nh,nd->hd", r, v, (1 - h) * (1 + h), x), h.T @ r
        w, v = w - 2 * lr / n * grad_w, v - 2 * lr / n * grad_v
    return table[0].copy(), table[1].copy()
