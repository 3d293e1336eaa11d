"""Hidden tests of activations/output_head."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.output_head import output_head

independent = (
    "{'multiclass': lambda: torch.softmax(x, 1), 'count': lambda: F.softplus(x), 'regression': lambda: 1 * x}"
    ".get(task, lambda: torch.sigmoid(x))()"
)
TASKS = ("binary", "multilabel", "multiclass", "regression", "count")


def sample(rng, size="small"):
    """Scores of four samples for three classes; of one sample for one count."""
    return (
        (-rng.uniform(1.0, 2.0, size=(1, 1)), "count") if size == "ones" else (rng.normal(scale=2.0, size=(4, 3)), "multiclass")
    )


@pytest.mark.parametrize("task", ["binary", "multilabel", "regression", "count"])
def test_each_task(yours, rng, task):
    """Every task has its own activation, for scores of either sign."""
    x = rng.normal(scale=3.0, size=(4, 3))
    agree(yours(x, task), output_head(x, task))


def test_one_class_must_win(yours, rng):
    """In a multiclass task each sample's outputs add up to 1, and only differences between scores count."""
    x = rng.normal(size=(3, 5))
    agree(yours(x, "multiclass").sum(axis=1), np.ones(3))
    agree(yours(x + np.array([[7.0], [-3.0], [0.5]]), "multiclass"), yours(x, "multiclass"))


def test_labels_do_not_compete(yours):
    """In a multilabel task all labels, or none, may be probable, and equal odds are a half each."""
    odds = np.array([[9.0, 99.0, 3.0], [1.0, 1 / 3, 1 / 9]])
    agree(yours(np.log(odds), "multilabel"), np.array([[0.9, 0.99, 0.75], [0.5, 0.25, 0.1]]))


def test_yes_or_no(yours):
    """In a binary task one unit is enough: its output is a probability and not always 1."""
    agree(yours(np.log(np.array([[4.0], [0.25], [1.0]])), "binary"), np.array([[0.8], [0.2], [0.5]]))


def test_regression_is_not_squeezed(yours):
    """A regression may answer anything: prices, debts and zero pass unchanged."""
    x = np.array([[450000.0, -12.5], [0.0, 3.0]])
    agree(yours(x, "regression"), x, exact=True)


def test_counts(yours):
    """A count is positive: a score of 0 expects ln 2 events, and twice the odds add to it."""
    agree(yours(np.log(np.array([[1.0, 3.0], [0.5, 15.0]])), "count"), np.log(np.array([[2.0, 4.0], [1.5, 16.0]])))


@pytest.mark.parametrize("task", ["binary", "multiclass", "count"])
def test_large_scores(yours, task):
    """Scores of 1000 and -1000 overflow nowhere, and an ordinary sample beside them has its ordinary result."""
    x = np.array([[1000.0, -1000.0, 999.0], [-1000.0, -1001.0, -1000.5], [0.5, -0.25, 1.0]])
    agree(yours(x, task), output_head(x, task))
    agree(yours(x, task)[2], output_head(x[2:], task)[0])


@pytest.mark.parametrize("task", ["binary", "multilabel", "count"])
def test_small_results(yours, task):
    """At -40 and -50 the sigmoid and softplus are small and not zero, with all their digits."""
    agree(yours(np.array([[-40.0, -41.5], [-50.0, -44.0]]), task), np.exp(np.array([[-40.0, -41.5], [-50.0, -44.0]])))


@pytest.mark.parametrize("task", ["Binary", "classification"])
def test_unknown_task(yours, task):
    """A task that is not in the table raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="task"):
        yours(np.array([[0.5, -2.0]]), task)


def instead(task, wrong):
    """A head that does something else for one task."""
    return lambda x, asked: wrong(x) if asked == task else output_head(x, asked)


@mistake("Multilabel gets a softmax with you, so that the labels compete. Each label has its own sigmoid.")
def uses_softmax_for_multilabel(x, task):
    return instead("multilabel", lambda x: output_head(x, "multiclass"))(x, task)


@mistake("Binary gets a softmax with you. Over a single unit it is always 1: use the sigmoid.")
def uses_softmax_for_binary(x, task):
    return instead("binary", lambda x: output_head(x, "multiclass"))(x, task)


@mistake("Multiclass gets a sigmoid for each class, so the outputs do not add up to 1. Classes that exclude each other: softmax.")
def uses_sigmoid_for_multiclass(x, task):
    return instead("multiclass", lambda x: output_head(x, "binary"))(x, task)


@mistake("The softmax runs along the batch: the samples compete with each other. It runs over the units of one sample, axis 1.")
def takes_softmax_over_the_batch(x, task):
    return instead("multiclass", lambda x: output_head(x.T, "multiclass").T)(x, task)


@mistake("The softmax adds up the whole batch. Every sample has a distribution of its own: add up along axis 1.")
def takes_softmax_over_everything(x, task):
    return instead("multiclass", lambda x: output_head(x.reshape(1, -1), "multiclass").reshape(x.shape))(x, task)


@mistake(
    "A regression is squeezed between 0 and 1 by a sigmoid. Its target may be any real number: leave the scores as they are."
)
def uses_sigmoid_for_regression(x, task):
    return instead("regression", lambda x: output_head(x, "binary"))(x, task)


@mistake("A regression passes through ReLU with you and loses all negative answers. Leave the scores as they are.")
def uses_relu_for_regression(x, task):
    return instead("regression", lambda x: np.maximum(x, 0))(x, task)


@mistake("Counts pass through ReLU, which gives exactly 0, and no gradient, for every negative score. Here it is softplus.")
def uses_relu_for_counts(x, task):
    return instead("count", lambda x: np.maximum(x, 0))(x, task)


@mistake("Counts pass through exp. It is positive too, and in use, but here the head for counts is softplus, which grows like x.")
def uses_exp_for_counts(x, task):
    return instead("count", np.exp)(x, task)


@mistake("A count is left as it is and may be negative. Softplus makes it positive.")
def leaves_counts_as_they_are(x, task):
    return instead("count", np.copy)(x, task)


@mistake("softplus overflows: exp(1000) is infinite. Take the positive part of x out of the logarithm first.")
def overflows_in_softplus(x, task):
    return instead("count", lambda x: np.log1p(np.exp(x)))(x, task)


@mistake("Small counts become 0, because 1 + 4e-18 is 1 in floating point. Use log1p, or logaddexp.")
def loses_small_counts(x, task):
    return instead("count", lambda x: np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x))))(x, task)


@mistake(
    "Small probabilities of the sigmoid become 0 or lose digits: 1 minus something close to 1 has few. Use exp(x) / (1 + exp(x))."
)
def loses_small_probabilities(x, task):
    return (1 + np.tanh(x / 2)) / 2 if task in ("binary", "multilabel") else output_head(x, task)


@mistake("The sigmoid divides infinity by infinity for large scores. Take exponentials of numbers that are not positive only.")
def overflows_in_the_sigmoid(x, task):
    return np.exp(x) / (1 + np.exp(x)) if task in ("binary", "multilabel") else output_head(x, task)


@mistake("The softmax overflows for large scores. Subtract each sample's largest score before the exponential.")
def overflows_in_the_softmax(x, task):
    return instead("multiclass", lambda x: np.exp(x) / np.exp(x).sum(axis=1, keepdims=True))(x, task)


@mistake("You subtract the largest score of the whole batch: a sample of low scores underflows to 0 / 0. Take each sample's own.")
def subtracts_one_maximum_for_all(x, task):
    return instead("multiclass", lambda x: np.exp(x - x.max()) / np.exp(x - x.max()).sum(axis=1, keepdims=True))(x, task)


@mistake("Multiclass returns logarithms of probabilities. That is log-softmax, good for a loss; the output is a distribution.")
def returns_log_probabilities(x, task):
    return instead("multiclass", lambda x: np.log(output_head(x, "multiclass")))(x, task)


@mistake("You round probabilities to decisions of 0 and 1. The head returns the probabilities; thresholds come later.")
def decides(x, task):
    result = output_head(x, task)
    return np.round(result) if task in ("binary", "multilabel") else result


@mistake("A task you do not know is taken for a regression. Raise a ValueError for it: a typing error must be heard.")
def takes_any_word_for_a_regression(x, task):
    return output_head(x, task) if task in TASKS else x.copy()


@mistake("A regression hands back x itself. Return a copy: whoever changes the output would change the scores.")
def hands_back_x(x, task):
    return instead("regression", lambda x: x)(x, task)


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with dtype=x.dtype.")
def returns_float64(x, task):
    return output_head(np.asarray(x, dtype=np.float64), task)


@mistake("You write the outputs into x. Return a new array: the loss may still need the scores.")
def overwrites_x(x, task):
    x[...] = output_head(x, task)
    return x


@right
def number_by_number(x, task):
    def sigma(v):
        return 1 / (1 + np.exp(-v)) if v >= 0 else np.exp(v) / (1 + np.exp(v))

    def softmax(row):
        return np.exp(row - max(row)) / sum(np.exp(row - max(row)))

    rows = {
        "binary": lambda row: [sigma(v) for v in row],
        "multilabel": lambda row: [sigma(v) for v in row],
        "multiclass": softmax,
        "regression": list,
        "count": lambda row: [np.logaddexp(0, v) for v in row],
    }
    if task not in rows:
        raise ValueError("task")
    return np.array([rows[task](row) for row in x], dtype=x.dtype)


@right
def through_logarithms(x, task):
    if task == "multiclass":
        return np.exp(x - np.logaddexp.reduce(x, axis=1, keepdims=True))
    if task in ("binary", "multilabel"):
        return np.exp(-np.logaddexp(0, -x))
    return np.logaddexp(x, 0) if task == "count" else output_head(x, task)
