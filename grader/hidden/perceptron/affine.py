"""Hidden tests of perceptron/affine."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.perceptron.affine import affine

independent = "torch.nn.functional.linear(x, weight, bias)"


def sample(rng, size="small"):
    """Every axis has its own length."""
    n, d, h = (1, 1, 1) if size == "ones" else (2, 3, 4)
    return rng.normal(size=(n, d)), rng.normal(size=(h, d)), rng.normal(scale=2.0, size=h)


def whole(rng, *shape):
    return rng.integers(-9, 10, shape).astype(float)


def test_one_neuron_by_hand(yours):
    """With weights 2 and -3 and a bias of 10 the inputs 4 and 5 give 3."""
    agree(yours(np.array([[4.0, 5.0]]), np.array([[2.0, -3.0]]), np.array([10.0])), np.array([[3.0]]), exact=True)


def test_zero_input(yours, rng):
    """Where all inputs are 0 the biases are left, in every row."""
    _, weight, bias = sample(rng)
    agree(yours(np.zeros((2, 3)), weight, bias), np.array([bias, bias]), exact=True)


def test_weights_are_rows(yours):
    """Row h of the weight belongs to neuron h: feature d alone brings out column d of the weight."""
    weight = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    agree(yours(np.eye(3), weight, np.zeros(3)), weight.T, exact=True)


def test_bias_of_each_neuron(yours):
    """Each neuron has a bias of its own, the same for all examples, also where there are as many neurons as examples."""
    x, weight = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[5.0, 6.0], [7.0, 8.0]])
    agree(yours(x, weight, np.array([100.0, -100.0])), np.array([[105.0, -93.0], [106.0, -92.0]]), exact=True)


@pytest.mark.parametrize(("n", "d", "h"), [(4, 4, 4), (1, 5, 3), (6, 1, 2), (3, 2, 1)])
def test_sizes(yours, rng, n, d, h):
    """Any number of examples, features and neurons: entry by entry it is a dot product plus a bias."""
    x, weight, bias = whole(rng, n, d), whole(rng, h, d), whole(rng, h)
    want = np.array([[sum(weight[k] * x[i]) + bias[k] for k in range(h)] for i in range(n)])
    agree(yours(x, weight, bias), want, exact=True)


def test_examples_do_not_meet(yours, rng):
    """Each example is treated for itself: the others of the batch do not matter."""
    x, weight, bias = whole(rng, 3, 4), whole(rng, 2, 4), whole(rng, 2)
    y = yours(x, weight, bias)
    agree(yours(x[1:2], weight, bias), y[1:2], exact=True)
    agree(y, affine(x, weight, bias), exact=True)


def test_affine_and_not_linear(yours, rng):
    """Twice the input moves the output by the weighted sum once more, and not by the bias."""
    x, weight, bias = whole(rng, 2, 3), whole(rng, 4, 3), whole(rng, 4)
    agree(yours(2 * x, weight, bias) - yours(x, weight, bias), x @ weight.T, exact=True)


@pytest.mark.parametrize("shape", [(4, 2), (3, 4), (4, 1)], ids=str)
def test_bad_weight(yours, rng, shape):
    """A weight that does not have one column for each feature raises a ValueError that names it."""
    with pytest.raises(ValueError, match="weight"):
        yours(whole(rng, 2, 3), whole(rng, *shape), whole(rng, shape[0]))


@pytest.mark.parametrize("shape", [(1,), (2,), (5,), (), (1, 4), (2, 4)], ids=str)
def test_bad_bias(yours, rng, shape):
    """A bias without exactly one number for each neuron raises a ValueError that names it, also if it could be broadcast."""
    with pytest.raises(ValueError, match="bias"):
        yours(whole(rng, 2, 3), whole(rng, 4, 3), np.asarray(rng.normal(size=shape)))


@mistake(
    "You multiply element by element, and nothing is added up. It is a matrix product: each output is a sum over all features."
)
def multiplies_element_by_element(x, weight, bias):
    affine(x, weight, bias)
    return x * weight + bias


@mistake(
    "The weight is not turned: for square weights you get wrong numbers, else an error. It is stored as (out, in), and its "
    "second axis meets the features."
)
def forgets_to_transpose(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight + bias


@mistake("The result is turned: neurons by examples. Return one example a row and one neuron a column.")
def returns_columns_of_examples(x, weight, bias):
    return affine(x, weight, bias).T.copy()


@mistake(
    "The bias runs along the examples, down the columns. It has one number for each neuron: add it to every row of the result."
)
def adds_the_bias_to_the_columns(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight.T + bias[:, None]


@mistake("The bias is missing. Add one number for each neuron, whatever the inputs are.")
def forgets_the_bias(x, weight, bias):
    return affine(x, weight, bias) - bias


@mistake("You subtract the bias, as one does with a threshold. A bias is minus the threshold: add it.")
def subtracts_the_bias(x, weight, bias):
    return affine(x, weight, -bias)


@mistake("All neurons share one bias, the first or the sum. Each neuron has its own.")
def shares_one_bias(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight.T + bias[0]


@mistake("You add the bias to each product, so that it counts once for every feature. Add it once, to the finished sum.")
def adds_the_bias_for_each_feature(x, weight, bias):
    return affine(x, weight, bias * x.shape[1])


@mistake("You divide the sum by the number of features. A weighted sum is no average: leave it as it is.")
def averages_over_the_features(x, weight, bias):
    return (affine(x, weight, bias) - bias) / x.shape[1] + bias


@mistake("A bias of another shape is broadcast. Check that it has exactly one number for each neuron, and raise a ValueError.")
def broadcasts_the_bias(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise ValueError("weight")
    return x @ weight.T + bias


@mistake("A weight that does not fit is stretched by broadcasting. Compare its columns with those of x, and raise a ValueError.")
def broadcasts_the_weight(x, weight, bias):
    if bias.shape != weight.shape[:1]:
        raise ValueError("bias")
    if weight.shape[1] not in (1, x.shape[1]):
        raise ValueError("weight")
    return (x[:, None, :] * weight[None]).sum(-1) + bias


@mistake("A weight that does not fit raises an error of the library that does not name it. Check its shape yourself.")
def leaves_the_check_to_the_library(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise TypeError("shapes do not match")
    return affine(x, weight, bias)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, weight, bias):
    return affine(x.astype(np.float64), weight, bias)


@mistake("The result has been cut down to float32. Keep the dtype of the inputs.")
def returns_float32(x, weight, bias):
    return affine(x.astype(np.float32), weight.astype(np.float32), bias.astype(np.float32))


@mistake("You add up into bias itself, in place, so that it changes for the caller. Start from a new array.")
def overwrites_bias(x, weight, bias):
    result = affine(x, weight, bias)
    bias += (x @ weight.T)[0]
    return result


@right
def number_by_number(x, weight, bias):
    (n, d), h = x.shape, len(weight)
    if weight.shape != (h, d):
        raise ValueError("weight")
    if bias.shape != (h,):
        raise ValueError("bias")
    y = np.empty((n, h), x.dtype)
    for i in range(n):
        for k in range(h):
            y[i, k] = bias[k] + sum(weight[k, j] * x[i, j] for j in range(d))
    return y


@right
def by_einsum(x, weight, bias):
    if weight.shape[-1] != x.shape[-1]:
        raise ValueError("weight")
    if bias.ndim != 1 or len(bias) != len(weight):
        raise ValueError("bias")
    return np.einsum("nd,hd->nh", x, weight) + bias[None, :]


@right
def bias_as_a_weight(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise ValueError("weight")
    if bias.shape != (weight.shape[0],):
        raise ValueError("bias")
    with_one = np.concatenate([x, np.ones((len(x), 1), x.dtype)], axis=1)
    return np.dot(with_one, np.concatenate([weight, bias[:, None]], axis=1).T)
