"""Hidden tests of losses/softmax_cross_entropy."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.log_softmax import log_softmax
from solutions.losses.softmax_cross_entropy import softmax_cross_entropy

independent = (
    "(F.cross_entropy(input, target, label_smoothing=label_smoothing),"
    " torch.func.grad(lambda x: F.cross_entropy(x, target, label_smoothing=label_smoothing))(input))"
)


def sample(rng, size="small"):
    """More classes than examples, and a label that comes twice."""
    if size == "ones":
        return rng.normal(size=(1, 2)), np.array([1]), 0.1
    return rng.normal(scale=2.0, size=(3, 4)), rng.permutation([1, 3, 3]), 0.3


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def test_by_hand(yours):
    """Probabilities of 1/8, 3/8 and 4/8 cost log 8, log 8/3 and log 2."""
    x = np.log(np.array([[1.0, 3.0, 4.0]]))
    for label, p in enumerate([0.125, 0.375, 0.5]):
        want = np.array([[0.125, 0.375, 0.5]]) - np.eye(3)[[label]]
        agree(yours(x, np.array([label])), (-np.log(p), want))


def test_equal_scores(yours):
    """With equal scores the loss is the logarithm of the number of classes, smoothed or not."""
    x = np.array([[7.0] * 5, [-2.0] * 5])
    for eps in (0.0, 0.4):
        agree(yours(x, np.array([4, 1]), eps)[0], np.log(5))
        agree(yours(1e16 * x, np.array([4, 1]), eps)[0], np.log(5))


def test_huge_scores(yours):
    """Scores of 1e4 are no trouble: being wrong by 10000 costs 10000, and being right nothing."""
    x = np.array([[1e4, 0.0, 0.0], [0.0, -1e4, 3.0]])
    agree(yours(x, np.array([1, 1])), (0.5 * (1e4 + 1e4 + np.log(1 + np.exp(3))), (softmax(x) - np.eye(3)[[1, 1]]) / 2))
    agree(yours(x[:1], np.array([0])), (0.0, np.zeros((1, 3))))


def test_rows_far_apart(yours):
    """A row of small scores is not crushed by a row of large ones."""
    low = np.log(np.array([1.0, 3.0, 4.0]))
    agree(yours(np.stack([low - 4096, low + 4096]), np.array([0, 2]))[0], (np.log(8) + np.log(2)) / 2)


def test_smoothing(yours):
    """With 4 classes, smoothing of 0.2 aims at 0.85 for the right class and at 0.05 for each other."""
    p = np.array([[0.1, 0.2, 0.3, 0.4]])
    q = np.array([[0.05, 0.85, 0.05, 0.05]])
    agree(yours(np.log(p), np.array([1]), 0.2), (-(q * np.log(p)).sum(), p - q))
    agree(yours(np.log(q) + 3.0, np.array([1]), 0.2)[1], np.zeros((1, 4)), scale=1.0)


def test_smoothed_away(yours):
    """With smoothing of 1 the labels no longer matter: every class is aimed at alike."""
    p = np.array([[0.1, 0.2, 0.7], [0.5, 0.25, 0.25]])
    want = -np.log(p).mean(), (p - 1 / 3) / 2
    agree(yours(np.log(p), np.array([2, 1]), 1.0), want)
    agree(yours(np.log(p), np.array([0, 0]), label_smoothing=1.0), want)


def test_rows_of_the_gradient_add_up_to_zero(yours, rng):
    """Each row of the gradient adds up to zero, since adding a number to all scores of a row changes nothing."""
    x, labels, eps = sample(rng)
    loss, grad = yours(x + np.array([[5.0], [-30.0], [0.0]]), labels, eps)
    agree(grad.sum(axis=1), np.zeros(3), scale=1.0)
    agree(loss, softmax_cross_entropy(x, labels, eps)[0])


def test_same_batch_twice(yours, rng):
    """A batch that holds everything twice has the same loss, and each entry half of the gradient."""
    x, labels, _ = sample(rng)
    loss, grad = softmax_cross_entropy(x, labels)
    agree(yours(np.concatenate([x, x]), np.concatenate([labels, labels])), (loss, np.concatenate([grad, grad]) / 2))


def test_as_many_classes_as_examples(yours, rng):
    """Where the table of scores is square, rows are still examples and columns classes."""
    x, labels = rng.normal(size=(3, 3)), np.array([0, 2, 2])
    log_p = np.log(softmax(x))
    agree(yours(x, labels), (-(log_p[0, 0] + log_p[1, 2] + log_p[2, 2]) / 3, (softmax(x) - np.eye(3)[labels]) / 3))


@pytest.mark.parametrize("label", [-1, 3], ids=["negative", "too_large"])
def test_no_such_class(yours, rng, label):
    """An index of no class raises a ValueError that names target, also a negative one."""
    with pytest.raises(ValueError, match="target"):
        yours(rng.normal(size=(2, 3)), np.array([0, label]))


@pytest.mark.parametrize("eps", [-0.1, 1.1])
def test_bad_smoothing(yours, rng, eps):
    """A label_smoothing below 0 or above 1 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="label_smoothing"):
        yours(rng.normal(size=(2, 3)), np.array([0, 2]), eps)


def towards(p, q):
    """Loss and gradient for a table q to aim at, by logarithms of probabilities."""
    return -(q * np.log(p)).sum() / len(p), (p - q) / len(p)


@mistake(
    "You apply softmax before the loss, which applies it once more. The loss can then never reach zero: hand in raw scores "
    "and take softmax once."
)
def applies_softmax_twice(input, target, label_smoothing=0.0):
    return softmax_cross_entropy(softmax(input), target, label_smoothing)


@mistake(
    "You take the logarithm of softmax, which is minus infinity for a class that is improbable enough. Compute log-softmax in "
    "one step, from the shifted scores."
)
def takes_the_logarithm_of_softmax(input, target, label_smoothing=0.0):
    _, grad = softmax_cross_entropy(input, target, label_smoothing)
    return -(((grad * -len(input)) + softmax(input)) * np.log(softmax(input))).sum() / len(input), grad


@mistake(
    "You add a small number inside the logarithm, so that no answer costs more than about 28, however wrong. Compute log-softmax "
    "from the scores instead."
)
def adds_a_small_number(input, target, label_smoothing=0.0):
    _, grad = softmax_cross_entropy(input, target, label_smoothing)
    return -((softmax(input) - grad * len(input)) * np.log(softmax(input) + 1e-12)).sum() / len(input), grad


@mistake("exp of a large score overflows. Subtract the largest score of each row before you take exponentials.")
def skips_the_shift(input, target, label_smoothing=0.0):
    _, grad = softmax_cross_entropy(input, target, label_smoothing)
    q = softmax(input) - grad * len(input)
    e = np.exp(input)
    return -(q * (input - np.log(e.sum(1, keepdims=True)))).sum() / len(input), e / e.sum(1, keepdims=True) / len(e) - q / len(e)


@mistake("You subtract one maximum for the whole table, and a row far below it has only zeros left. Subtract it row by row.")
def shifts_by_the_global_maximum(input, target, label_smoothing=0.0):
    return skips_the_shift(input - input.max(), target, label_smoothing)


@mistake("The softmax runs down the columns, over the examples. It runs along each row, over the classes.")
def normalises_the_columns(input, target, label_smoothing=0.0):
    _, grad = softmax_cross_entropy(input, target, label_smoothing)
    return towards(softmax(input.T).T, softmax(input) - grad * len(input))


@mistake(
    "You spread the smoothing over the wrong classes only, with eps / (C - 1) each. As in PyTorch every class gets eps / C, the "
    "right one included."
)
def spreads_over_the_wrong_classes(input, target, label_smoothing=0.0):
    classes = input.shape[1]
    return softmax_cross_entropy(input, target, label_smoothing * classes / (classes - 1) if label_smoothing < 1 else 1)


@mistake("label_smoothing has no effect. Move that share of the target from the right class to all classes evenly.")
def ignores_the_smoothing(input, target, label_smoothing=0.0):
    softmax_cross_entropy(input, target, label_smoothing)
    return softmax_cross_entropy(input, target)


@mistake("Every class gets eps instead of eps / C, so the targets of a row add up to more than 1. Divide by the classes.")
def spreads_too_much(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    extra = label_smoothing * (1 - 1 / input.shape[1])
    return loss - extra * log_softmax(input).sum() / len(input), grad - extra / len(input)


@mistake("The loss is smoothed, and the gradient is not. Subtract the smoothed targets from the probabilities.")
def smooths_the_loss_only(input, target, label_smoothing=0.0):
    loss, _ = softmax_cross_entropy(input, target, label_smoothing)
    return loss, softmax_cross_entropy(input, target)[1]


@mistake("You average over all entries, N times C. The mean is over the N examples: the classes of a row are added up.")
def averages_over_all_entries(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss / input.shape[1], grad / input.shape[1]


@mistake("You add up the examples without dividing by their number. The loss and the gradient are those of a mean.")
def sums(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss * len(input), grad * len(input)


@mistake("The loss is a mean, and the gradient still that of the sum. Divide the gradient by the number of examples, too.")
def forgets_the_mean_in_the_gradient(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss, grad * len(input)


@mistake("The gradient has the wrong sign: it is the probabilities minus the targets, so that a step against it helps.")
def turns_the_gradient(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss, -grad


@mistake("The gradient reaches the right class only. Every score of a row is pushed down by its probability.")
def reaches_the_right_class_only(input, target, label_smoothing=0.0):
    loss, grad = softmax_cross_entropy(input, target, label_smoothing)
    return loss, grad * np.eye(input.shape[1])[target].astype(input.dtype)


@mistake("A negative label is counted from the end, as NumPy does. It names no class: raise a ValueError that names target.")
def counts_labels_from_the_end(input, target, label_smoothing=0.0):
    classes = input.shape[1]
    return softmax_cross_entropy(input, np.where((target < 0) & (target >= -classes), target + classes, target), label_smoothing)


@mistake("A label that is no class raises an IndexError or something else. Raise a ValueError that names target.")
def leaves_the_check_to_the_library(input, target, label_smoothing=0.0):
    if np.any((target < -input.shape[1]) | (target >= input.shape[1])):
        raise IndexError("index out of bounds")
    return softmax_cross_entropy(input, target, label_smoothing)


@mistake("Any label_smoothing is accepted. Raise a ValueError that names it where it is below 0 or above 1.")
def accepts_any_smoothing(input, target, label_smoothing=0.0):
    (plain, grad0), (even, grad1) = (softmax_cross_entropy(input, target, eps) for eps in (0.0, 1.0))
    return plain + label_smoothing * (even - plain), grad0 + label_smoothing * (grad1 - grad0)


@mistake("A float32 input comes back as float64. Do not convert the scores, and make the table of targets in their dtype.")
def returns_float64(input, target, label_smoothing=0.0):
    return softmax_cross_entropy(input.astype(np.float64), target, label_smoothing)


@mistake("You shift the scores in place, as x -= ... does. Make a new array: the caller still needs the scores.")
def overwrites_input(input, target, label_smoothing=0.0):
    result = softmax_cross_entropy(input, target, label_smoothing)
    input -= input.max(axis=1, keepdims=True)
    return result


@right
def row_by_row(input, target, label_smoothing=0.0):
    if label_smoothing < 0 or label_smoothing > 1:
        raise ValueError("label_smoothing")
    total, grad, classes = 0.0, np.zeros_like(input), input.shape[1]
    for i, label in enumerate(target):
        if label not in range(classes):
            raise ValueError(f"no class {label} in target")
        x = input[i] - max(input[i])
        log_p = x - np.log(sum(np.exp(x)))
        total -= (1 - label_smoothing) * log_p[label] + label_smoothing * log_p.mean()
        grad[i] = np.exp(log_p) - label_smoothing / classes
        grad[i, label] -= 1 - label_smoothing
    return total / len(input), grad / len(input)


@right
def by_one_hot_rows(input, target, label_smoothing=0.0):
    if not 0 <= label_smoothing <= 1:
        raise ValueError("label_smoothing")
    n, classes = input.shape
    if target.min() < 0 or target.max() >= classes:
        raise ValueError("target")
    q = ((1 - label_smoothing) * np.eye(classes)[target] + label_smoothing / classes).astype(input.dtype)
    z = input - np.max(input, axis=-1, keepdims=True)
    log_sum = np.logaddexp.reduce(z, axis=-1)
    loss = (log_sum - np.einsum("nk,nk->n", q, z)).mean()
    return loss, (np.exp(z - log_sum[:, None]) - q) / n
