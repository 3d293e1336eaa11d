"""Hidden tests of perceptron/perceptron_fit.  All numbers are multiples of 1/8, so that every score is exact."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.perceptron.perceptron_fit import perceptron_fit

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND, OR, XOR = np.array([-1, -1, -1, 1]), np.array([-1, 1, 1, 1]), np.array([-1, 1, 1, -1])


def sample(rng, size="small"):
    """Labels by a line that misses the origin, and few epochs: some samples are separated in time, others are not."""
    if size == "ones":
        return np.array([[-1.5]]), np.array([1]), 3
    x = rng.integers(-16, 17, (7, 3)) / 8
    scores = x @ (rng.integers(1, 9, 3) * rng.choice([-1, 1], 3)) + 2
    return x, np.where(scores > 0, 1, -1), 3


def separable(rng, n=12, d=3):
    """Examples with a margin, so that an end is not far."""
    x = rng.integers(-16, 17, (40 * n, d)) / 8
    scores = x @ np.array([2.0, -1.0, 1.0]) + 1
    kept = np.abs(scores) > 1
    return x[kept][:n], np.where(scores > 0, 1, -1)[kept][:n]


def test_logical_and(yours):
    """AND takes nine epochs, the last one without a mistake."""
    want = {"weight": np.array([3.0, 2.0]), "bias": -4.0, "mistakes_per_epoch": [2, 3, 3, 2, 2, 3, 2, 1, 0], "converged": True}
    agree(yours(CORNERS, AND), want)


def test_logical_or(yours):
    """OR takes six epochs."""
    want = {"weight": np.array([2.0, 2.0]), "bias": -1.0, "mistakes_per_epoch": [3, 1, 2, 2, 1, 0], "converged": True}
    agree(yours(CORNERS, OR), want)


def test_xor_never_ends(yours):
    """XOR has mistakes in every epoch, and stops at the limit only."""
    for limit in (1, 7):
        fitted = yours(CORNERS, XOR, limit)
        agree(fitted["mistakes_per_epoch"], [4] * limit)
        agree(fitted["converged"], False)
    agree(len(yours(CORNERS, XOR)["mistakes_per_epoch"]), 100)


def test_clean_epoch_at_the_limit(yours):
    """Nine epochs are just enough for AND, and eight are not: the ninth shows that nothing is wrong any more."""
    agree(yours(CORNERS, AND, 9)["converged"], True)
    fitted = yours(CORNERS, AND, max_epochs=8)
    agree(fitted["converged"], False)
    agree(fitted["mistakes_per_epoch"], [2, 3, 3, 2, 2, 3, 2, 1])


def test_everything_is_right_in_the_end(yours, rng):
    """Where a line separates the classes, every example has the right sign in the end, and none a score of 0."""
    x, target = separable(rng)
    fitted = yours(x, target)
    agree(bool(np.all(target * (x @ fitted["weight"] + fitted["bias"]) > 0)), True)
    agree(fitted, perceptron_fit(x, target))


def test_number_of_mistakes(yours, rng):
    """Each mistake moves the bias by one: it is the mistakes on positive examples minus those on negative ones."""
    x, target = separable(rng)
    fitted = yours(x, target)
    agree(int((sum(fitted["mistakes_per_epoch"]) + fitted["bias"]) % 2), 0)
    agree(sum(fitted["mistakes_per_epoch"]), sum(perceptron_fit(x, target)["mistakes_per_epoch"]))


def test_permuted_features(yours, rng):
    """Another order of the features gives the weights in that order, and all else as before."""
    x, target = separable(rng)
    want = perceptron_fit(x, target)
    agree(yours(x[:, [2, 0, 1]].copy(), target), {**want, "weight": want["weight"][[2, 0, 1]]})


def test_order_of_the_examples(yours):
    """The examples are visited in their order, each judged by the weights of that moment."""
    x, target = np.array([[1.0], [3.0], [-2.0]]), np.array([1, 1, 1])
    agree(yours(x, target, 1), {"weight": np.array([-1.0]), "bias": 2.0, "mistakes_per_epoch": [2], "converged": False})
    again = yours(x[::-1].copy(), target, 1)
    agree(again, {"weight": np.array([1.0]), "bias": 2.0, "mistakes_per_epoch": [2], "converged": False})


@pytest.mark.parametrize("label", [0, 2])
def test_bad_label(yours, label):
    """A label that is neither -1 nor +1, such as 0, raises a ValueError that names target."""
    with pytest.raises(ValueError, match="target"):
        yours(CORNERS, np.array([1, -1, label, 1]), 5)


def is_wrong(label, score):
    return label * score <= 0


def run(
    x, target, max_epochs, wrong=is_wrong, error=lambda label, score: label, bias_rate=1, start=0.0, order=1, first_only=False
):
    """The algorithm with one thing changed."""
    perceptron_fit(x, target, 1)  # refuses bad labels
    weight, bias, history = np.full_like(x[0], start), start, []
    for _ in range(max_epochs):
        history.append(0)
        for features, label in list(zip(x, target.tolist(), strict=True))[::order]:
            score = (weight * features).sum() + bias
            if wrong(label, score):
                step = float(error(label, score))
                weight, bias = weight + step * features, bias + bias_rate * step
                history[-1] += 1
                if first_only:
                    break
        if history[-1] == 0:
            break
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": history, "converged": history[-1] == 0}


@mistake("A score of exactly 0 counts as right in your code, so a start at zero is never left. Count it as a mistake.")
def takes_zero_for_right(x, target, max_epochs=100):
    return run(x, target, max_epochs, wrong=lambda label, score: label * score < 0)


@mistake(
    "A score of 0 counts as an answer of +1 in your code, so a positive example there is no mistake. It is one for either label."
)
def answers_plus_at_zero(x, target, max_epochs=100):
    return run(x, target, max_epochs, wrong=lambda label, score: label != (1 if score >= 0 else -1))


@mistake("You learn from every example, right or wrong. Move the weights only where the answer was wrong.")
def learns_from_right_examples(x, target, max_epochs=100):
    return run(x, target, max_epochs, wrong=lambda label, score: True)


@mistake(
    "You compare labels of -1 and +1 with answers of 0 and 1, so a negative example is a mistake for ever. Use the sign of the "
    "label times the score."
)
def mixes_up_the_labels(x, target, max_epochs=100):
    return run(x, target, max_epochs, lambda label, score: label != (score > 0), lambda label, score: label - int(score > 0))


@mistake("You move by label minus answer, twice as far as asked. With labels of -1 and +1 it is the label alone.")
def moves_twice_as_far(x, target, max_epochs=100):
    return run(x, target, max_epochs, error=lambda label, score: 2 * label)


@mistake("The bias never moves. Add the label to it wherever you add the example to the weights.")
def leaves_the_bias(x, target, max_epochs=100):
    return run(x, target, max_epochs, bias_rate=0)


@mistake("You start with ones. Start with zeros, for weights and bias.")
def starts_with_ones(x, target, max_epochs=100):
    return run(x, target, max_epochs, start=1.0)


@mistake("You visit the examples from the last to the first. Keep their order.")
def walks_backwards(x, target, max_epochs=100):
    return run(x, target, max_epochs, order=-1)


@mistake("You leave an epoch after its first mistake. Go on to the end with the new weights.")
def leaves_after_the_first_mistake(x, target, max_epochs=100):
    return run(x, target, max_epochs, first_only=True)


@mistake("You collect the mistakes of an epoch and learn from all of them at its end. Learn from each one at once.")
def learns_at_the_end_of_the_epoch(x, target, max_epochs=100):
    perceptron_fit(x, target, 1)
    weight, bias, history, y = np.zeros_like(x[0]), 0.0, [], target.astype(x.dtype)
    for _ in range(max_epochs):
        wrong = y * (x @ weight + bias) <= 0
        history.append(int(wrong.sum()))
        if not history[-1]:
            break
        weight, bias = weight + (y * wrong) @ x, bias + float((y * wrong).sum())
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": history, "converged": history[-1] == 0}


@mistake("The epoch without a mistake is missing from the list. It is an epoch, too: put its 0 on the list before you stop.")
def drops_the_clean_epoch(x, target, max_epochs=100):
    fitted = perceptron_fit(x, target, max_epochs)
    history = fitted["mistakes_per_epoch"]
    return {**fitted, "mistakes_per_epoch": history[:-1] if fitted["converged"] else history}


@mistake("You go on after an epoch without mistakes. Nothing can change any more: stop there.")
def goes_on_to_the_limit(x, target, max_epochs=100):
    fitted = perceptron_fit(x, target, max_epochs)
    history = fitted["mistakes_per_epoch"]
    return {**fitted, "mistakes_per_epoch": history + [0] * (max_epochs - len(history))}


@mistake("You run one epoch more than max_epochs allows. It is the largest number of epochs, not of those before the last.")
def runs_one_epoch_more(x, target, max_epochs=100):
    return perceptron_fit(x, target, max_epochs + 1)


@mistake("max_epochs has no effect. Stop after that many epochs, whether there are mistakes left or not.")
def ignores_the_limit(x, target, max_epochs=100):
    return perceptron_fit(x, target)


@mistake("You always report convergence. It is reached only if the last epoch had no mistake.")
def always_converges(x, target, max_epochs=100):
    return {**perceptron_fit(x, target, max_epochs), "converged": True}


@mistake("Any label is accepted. With a label of 0 the rule never ends: raise a ValueError that names target.")
def accepts_any_label(x, target, max_epochs=100):
    if np.all(np.abs(target) == 1):
        return perceptron_fit(x, target, max_epochs)
    return perceptron_fit(x, np.where(target == 0, -1, np.sign(target)), max_epochs)


@mistake("float32 features end in float64 weights. Multiply by plain Python integers, or convert the labels to the dtype of x.")
def returns_float64(x, target, max_epochs=100):
    return perceptron_fit(x.astype(np.float64), target, max_epochs)


@mistake("You multiply the labels into x itself, in place, and change the caller's data. Make a new array.")
def overwrites_x(x, target, max_epochs=100):
    fitted = perceptron_fit(x, target, max_epochs)
    x *= target.astype(x.dtype)[:, None]
    return fitted


@right
def with_labels_multiplied_in(x, target, max_epochs=100):
    """Each row is y * (x, 1): all scores are to be positive."""
    if not set(target.tolist()) <= {-1, 1}:
        raise ValueError("target")
    rows = np.column_stack([x, np.ones_like(x[:, 0])]) * target.astype(x.dtype)[:, None]
    w, history, clean = np.zeros_like(rows[0]), [], False
    while len(history) < max_epochs and not clean:
        before = sum(history)
        count = 0
        for row in rows:
            if row @ w <= 0:
                w, count = w + row, count + 1
        history.append(count)
        clean = sum(history) == before
    return {"weight": w[:-1].copy(), "bias": w[-1], "mistakes_per_epoch": history, "converged": clean}


@right
def by_counting_visits(x, target, max_epochs=100):
    """The dual form: weights are sums of examples, each as often as it was got wrong."""
    if not np.isin(target, (-1, 1)).all():
        raise ValueError("target")
    y = target.astype(x.dtype)
    counts, gram, history = np.zeros_like(y), x @ x.T + 1, []
    for _ in range(max_epochs):
        before = counts.sum()
        for i in range(len(x)):
            counts[i] += y[i] * ((counts * y) @ gram[:, i]) <= 0
        history.append(int(counts.sum() - before))
        if history[-1] == 0:
            break
    return {
        "converged": history[-1] == 0,
        "mistakes_per_epoch": tuple(history),
        "bias": float((counts * y).sum()),
        "weight": (counts * y) @ x,
    }
