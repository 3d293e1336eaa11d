"""Hidden tests of perceptron/perceptron_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.perceptron.perceptron_step import perceptron_step


def sample(rng, size="small"):
    """An example that is wrong by far."""
    x = rng.uniform(0.5, 2.0, 1 if size == "ones" else 4) * (1 if size == "ones" else np.array([1.0, -1.0, 1.0, -1.0]))
    return rng.uniform(0.25, 1.0) * x, 0.375, x, -1


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_wrong_example(yours, target):
    """A wrong example is added to the weights for a label of +1, and subtracted for -1; the bias moves by the label."""
    weight, x = np.array([2.0, -1.0, 0.5]), np.array([1.0, 4.0, -2.0])
    bias = -10.0 * target
    agree(yours(weight, bias, x, target), (weight + target * x, bias + target), exact=True)


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_right_example(yours, target):
    """An example that is right changes nothing, by how little it may be right."""
    weight, x = np.array([2.0, -1.0, 0.5]), np.array([1.0, 4.0, -2.0])
    for margin in (2.0**-20, 0.5, 100.0):
        bias = 3.0 + target * margin
        agree(yours(weight, bias, x, target), (weight, bias), exact=True)


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_score_of_zero(yours, target):
    """A score of exactly 0 counts as wrong for either label, so that a start at zero moves."""
    x = np.array([3.0, -2.0])
    agree(yours(np.zeros(2), 0.0, x, target), (target * x, float(target)), exact=True)
    agree(yours(np.array([1.0, 2.0]), 1.0, x, target), (np.array([1.0, 2.0]) + target * x, 1.0 + target), exact=True)


def test_bias_takes_part(yours):
    """The bias belongs to the score: the same weights are right with one bias and wrong with another."""
    weight, x = np.array([1.0, 1.0]), np.array([2.0, 3.0])
    agree(yours(weight, -4.5, x, 1), (weight, -4.5), exact=True)
    agree(yours(weight, -5.5, x, 1), (np.array([3.0, 4.0]), -4.5), exact=True)


def test_score_gains(yours, rng):
    """After a step the score of the example has moved by its squared length plus one, towards the label."""
    weight, bias, x, target = sample(rng)
    after, shifted = yours(weight, bias, x, target)
    agree((after @ x + shifted) - (weight @ x + bias), target * (x @ x + 1))


def test_how_wrong_does_not_matter(yours):
    """An example wrong by 1000 moves the weights as much as one wrong by 1."""
    x = np.array([1.0, -2.0])
    for bias in (-1000.0, -1.0):
        agree(yours(np.zeros(2), bias, x, 1), (x, bias + 1), exact=True)


@pytest.mark.parametrize("target", [0, 2, -3])
def test_bad_label(yours, rng, target):
    """A label that is neither -1 nor +1, such as 0, raises a ValueError that names target."""
    weight, bias, x, _ = sample(rng)
    with pytest.raises(ValueError, match="target"):
        yours(weight, bias, x, target)


def score(weight, bias, x):
    return (weight * x).sum() + bias


@mistake("You update on every example. A perceptron learns from its mistakes only: leave it as it is where the answer was right.")
def updates_on_right_examples(weight, bias, x, target):
    perceptron_step(weight, bias, x, target)
    return weight + target * x, bias + target


@mistake("A score of exactly 0 counts as right in your rule. It counts as wrong, or a start at zero would never move.")
def takes_zero_for_right(weight, bias, x, target):
    wrong = target * score(weight, bias, x) < 0
    return perceptron_step(weight, bias, x, target) if wrong else (weight.copy(), bias)


@mistake("You take a score of 0 for an answer of +1, so a positive example there is left alone. It is wrong for either label.")
def answers_plus_at_zero(weight, bias, x, target):
    result = perceptron_step(weight, bias, x, target)
    return (weight.copy(), bias) if target == 1 and score(weight, bias, x) == 0 else result


@mistake("The step goes the wrong way. Add the example where the label is +1, subtract it where it is -1.")
def steps_away(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    return 2 * weight - after, 2 * bias - shifted


@mistake("You add the example whatever its label is. For a label of -1 subtract it: multiply by the label.")
def forgets_the_label(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    return weight + target * (after - weight), bias + target * (shifted - bias)


@mistake("The bias stays as it is. It moves as well, by the label, like a weight whose input is always 1.")
def leaves_the_bias(weight, bias, x, target):
    return perceptron_step(weight, bias, x, target)[0], bias


@mistake("You leave the bias out of the score. Whether the answer was right depends on the weighted sum plus the bias.")
def forgets_the_bias_in_the_score(weight, bias, x, target):
    after, shifted = perceptron_step(weight, 0.0, x, target)
    return after, bias + shifted


@mistake(
    "You move by the error, label minus score, as in the rule of Widrow and Hoff. The perceptron moves by the label alone, "
    "however wrong it was."
)
def moves_by_the_error(weight, bias, x, target):
    perceptron_step(weight, bias, x, target)
    error = float(target - score(weight, bias, x))
    return weight + error * x, bias + error


@mistake(
    "You move by label minus answer, which is twice the label here. That form is for answers of 0 and 1; with -1 and +1 it is "
    "the label alone."
)
def moves_twice_as_far(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    return 2 * after - weight, 2 * shifted - bias


@mistake("This is the step of logistic regression, which moves a little for every example. Move by the whole one, or not at all.")
def is_logistic_regression(weight, bias, x, target):
    perceptron_step(weight, bias, x, target)
    share = float(np.exp(-np.logaddexp(0.0, target * float(score(weight, bias, x)))))
    return weight + share * target * x, bias + share * target


@mistake("Any label is accepted. With 0 the weights would never move: raise a ValueError that names target.")
def accepts_any_label(weight, bias, x, target):
    if target * score(weight, bias, x) > 0:
        return weight.copy(), bias
    return weight + target * x, bias + target


@mistake("Where the example was right you return the caller's own array. Return a copy: a new array in every case.")
def hands_back_the_weight(weight, bias, x, target):
    result = perceptron_step(weight, bias, x, target)
    return (weight, bias) if target * score(weight, bias, x) > 0 else result


@mistake("You update the weights in place, as w += ... does. Return new ones, and leave those of the caller as they are.")
def overwrites_weight(weight, bias, x, target):
    after, shifted = perceptron_step(weight, bias, x, target)
    weight[...] = after
    return weight, shifted


@mistake("A float32 weight comes back as float64. Do not convert it, and allocate results with its dtype.")
def returns_float64(weight, bias, x, target):
    return perceptron_step(weight.astype(np.float64), bias, x, target)


@right
def by_comparing_answers(weight, bias, x, target):
    if target not in (1, -1):
        raise ValueError("target")
    answer = np.sign(np.dot(weight, x) + bias)
    wrong = int(answer != target)
    return weight + wrong * target * x, bias + wrong * target


@right
def bias_as_a_weight(weight, bias, x, target):
    if target not in {-1, 1}:
        raise ValueError("bad target")
    w, features = np.append(weight, bias).astype(weight.dtype), np.append(x, 1).astype(x.dtype)
    if w @ features * target <= 0:
        w = w + features if target == 1 else w - features
    return w[:-1].copy(), w[-1]


@right
def number_by_number(weight, bias, x, target):
    if target * target != 1:
        raise ValueError("target")
    total, new = bias, weight.copy()
    for d in range(len(x)):
        total += weight[d] * x[d]
    if not target * total > 0:
        for d in range(len(x)):
            new[d] += target * x[d]
        bias += target
    return [new, float(bias)]
