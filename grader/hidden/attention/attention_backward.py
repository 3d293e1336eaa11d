"""Hidden tests of attention/attention_backward."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.attention_backward import attention_backward

independent = "torch.autograd.functional.vjp(F.scaled_dot_product_attention, (query, key, value), grad_output)[1]"


def sample(rng, size="small"):
    """Every axis has its own length; two queries and keys at least, as a single one hides an average."""
    n, h, q, k, e, v = (1, 1, 2, 2, 1, 1) if size == "ones" else (2, 3, 4, 5, 7, 6)
    return tuple(rng.normal(size=(n, h, *shape)) for shape in [(q, v), (q, e), (k, e), (k, v)])


def weights_of(query, key, scale=None, axis=-1):
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    e = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@pytest.mark.parametrize("which", [0, 1, 2], ids=["query", "key", "value"])
def test_is_the_derivative(yours, rng, which):
    """Each of the three is the derivative of the forward pass, times the gradient from above."""
    grad_output, *args = rng.normal(size=(2, 3)), rng.normal(size=(2, 4)), rng.normal(size=(5, 4)), rng.normal(size=(5, 3))
    want = np.zeros_like(args[which])
    for place in np.ndindex(want.shape):
        moved = [arg.astype(complex) for arg in args]
        moved[which][place] += 1e-30j  # a step into the complex plane: no rounding error
        e = np.exp(moved[0] @ moved[1].T / 2)
        want[place] = (grad_output * np.imag(e / e.sum(axis=1, keepdims=True) @ moved[2])).sum() / 1e-30
    agree(yours(grad_output, *args)[which], want)


def test_equal_keys(yours, rng):
    """Where all keys are equal every value gets the same share of the gradient, and the queries get none."""
    grad_output, query = np.array([[3.0, -6.0], [6.0, 9.0]]), np.array([[2.0, -1.0], [0.5, 4.0]])
    value = np.array([[1.0, 0.0], [4.0, 1.0], [-2.0, 5.0]])
    grad_query, _, grad_value = yours(grad_output, query, np.tile([[0.5, 2.0]], (3, 1)), value)
    agree(grad_value, np.tile([[3.0, 1.0]], (3, 1)))
    agree(grad_query, np.zeros((2, 2)), scale=30.0)


def test_equal_values(yours, rng):
    """Where all values are equal the weights do not matter: nothing comes back to queries and keys."""
    grad_output, query, key, value = sample(rng)
    grad_query, grad_key, grad_value = yours(grad_output, query, key, 0 * value + value[:, :, :1])
    agree((grad_query, grad_key), (0 * query, 0 * key), scale=10.0)
    agree(grad_value, weights_of(query, key).mT @ grad_output)


def test_moving_all_keys(yours, rng):
    """Moving all keys by the same vector changes no weight, so the gradients of the keys of a head add up to zero."""
    args = sample(rng)
    _, grad_key, _ = yours(*args)
    agree(grad_key.sum(axis=2), np.zeros((2, 3, 7)), scale=np.abs(grad_key).sum())
    agree(grad_key, attention_backward(*args)[1])


def test_gradient_of_the_values_adds_up(yours, rng):
    """Each query hands out a weight of 1, so the gradients of the values add up to what came from above."""
    grad_output, *args = sample(rng)
    agree(yours(grad_output, *args)[2].sum(axis=2), grad_output.sum(axis=2))


def test_longer_queries(yours, rng):
    """Queries that are c times as long, with keys that are shorter by c, have gradients that are shorter and longer by c."""
    grad_output, query, key, value = sample(rng)
    want = attention_backward(grad_output, query, key, value)
    agree(yours(grad_output, 4 * query, key / 4, value), (want[0] / 4, want[1] * 4, want[2]))


def test_saturated_weights(yours, rng):
    """Where one key has all the weight its value gets all of the gradient, and huge scores of either sign give no NaN."""
    query, key = np.array([[1000.0, 0.0], [-1000.0, 0.0]]), np.array([[5.0, 1.0], [4.0, 2.0], [3.0, 3.0]])
    grad_output, value = np.array([[2.0, -1.0], [4.0, 3.0]]), np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.0]])
    grad_query, grad_key, grad_value = yours(grad_output, query, key, value)
    agree(grad_value, np.array([[2.0, -1.0], [0.0, 0.0], [4.0, 3.0]]))
    agree((grad_query, grad_key), (np.zeros((2, 2)), np.zeros((3, 2))), scale=1000.0)


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_square_tables(yours, rng, batch):
    """As many queries as keys and features, where a missing transpose goes unnoticed, and any number of leading axes."""
    args = rng.normal(size=(4, *batch, 3, 3))
    agree(yours(*args), attention_backward(*args))


def backward(grad_output, query, key, value, *, jacobian=None, axis=-1, forward=None, scales=None):
    """The right answer, with one part of it replaced."""
    root = math.sqrt(query.shape[-1])
    weights = weights_of(query, key, forward, axis)
    grad_weights = grad_output @ value.mT
    usual = weights * (grad_weights - (grad_weights * weights).sum(axis=axis, keepdims=True))
    grad_scores = jacobian(weights, grad_weights) if jacobian else usual
    to_query, to_key = scales or (root, root)
    return grad_scores @ key / to_query, grad_scores.mT @ query / to_key, weights.mT @ grad_output


@mistake("The gradient of the keys is not scaled. The scale stands between queries and keys: both gradients have it.")
def forgets_the_scale_of_the_keys(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(math.sqrt(query.shape[-1]), 1))


@mistake("The gradient of the queries is not scaled. The scale stands between queries and keys: both gradients have it.")
def forgets_the_scale_of_the_queries(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(1, math.sqrt(query.shape[-1])))


@mistake("The scale comes back in neither gradient. Scores were multiplied by it: so are the gradients of queries and keys.")
def scales_forward_only(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(1, 1))


@mistake("The scale is applied twice on the way back. It stands in the forward pass once, and so in each gradient.")
def scales_twice(grad_output, query, key, value):
    return backward(grad_output, query, key, value, scales=(query.shape[-1],) * 2)


@mistake(
    "The weights are computed without the scale. Divide the scores by the root of the length of a query, as in the forward pass."
)
def scales_backward_only(grad_output, query, key, value):
    return backward(grad_output, query, key, value, forward=1)


@mistake(
    "There is no scale at all, neither in the scores nor in the gradients. Divide both by the root of the length of a query."
)
def forgets_all_scales(grad_output, query, key, value):
    return backward(grad_output, query, key, value, forward=1, scales=(1, 1))


@mistake(
    "You use the diagonal of softmax's Jacobian only, as for a sigmoid. Each weight depends on all scores of its row: subtract "
    "the average of the row."
)
def uses_the_diagonal_only(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * (1 - a) * g)


@mistake("The average of the row is missing. Take it from each incoming gradient before you multiply by the weight.")
def forgets_the_average(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * g)


@mistake("The weights are missing in front. Each element is its weight times the distance from the average of the row.")
def forgets_the_weights_in_front(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: g - (a * g).sum(axis=-1, keepdims=True))


@mistake("You subtract the plain mean of the row. The mean that belongs here is weighted by the weights of attention.")
def averages_without_weights(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * (g - g.mean(axis=-1, keepdims=True)))


@mistake("You average over the queries. The softmax ran along the keys, the last axis, and so does the average.")
def averages_over_the_queries(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: a * (g - (a * g).sum(axis=-2, keepdims=True)))


@mistake("The softmax runs over the queries. Each query hands out a weight of 1 to the keys: take it along the last axis.")
def normalizes_over_the_queries(grad_output, query, key, value):
    return backward(grad_output, query, key, value, axis=-2)


@mistake("The softmax is skipped on the way back: you use the gradient of the weights as that of the scores.")
def skips_the_softmax(grad_output, query, key, value):
    return backward(grad_output, query, key, value, jacobian=lambda a, g: g)


@mistake("A transpose is missing. Key j and value j collect from all queries: use the tables of weights and scores by columns.")
def forgets_to_transpose(grad_output, query, key, value):
    a, g = weights_of(query, key), grad_output @ value.mT
    s = a * (g - (a * g).sum(axis=-1, keepdims=True)) / math.sqrt(query.shape[-1])
    return s @ key, s @ query, a @ grad_output


@mistake("The exponential of a large score overflows. Subtract the largest score of each query first, as in the forward pass.")
def overflows(grad_output, query, key, value):
    e = np.exp(query @ key.mT / math.sqrt(query.shape[-1]))
    a, g = e / e.sum(axis=-1, keepdims=True), grad_output @ value.mT
    grad_scores = a * (g - (a * g).sum(axis=-1, keepdims=True)) / math.sqrt(query.shape[-1])
    return grad_scores @ key, grad_scores.mT @ query, a.mT @ grad_output


@mistake("The gradients come in the order in which they were computed. Return those of query, key and value, in this order.")
def returns_the_values_first(grad_output, query, key, value):
    return attention_backward(grad_output, query, key, value)[::-1]


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(grad_output, query, key, value):
    return attention_backward(grad_output.astype(np.float64), query, key, value)


@mistake("You scale the query in place. The caller still needs it: make a new array.")
def overwrites_query(grad_output, query, key, value):
    result = attention_backward(grad_output, query, key, value)
    query /= math.sqrt(query.shape[-1])
    return result


@right
def by_einsum(grad_output, query, key, value):
    scale = query.shape[-1] ** -0.5
    a = weights_of(query, key)
    g = np.einsum("...lv,...sv->...ls", grad_output, value)
    output = a @ value
    s = a * (g - np.einsum("...lv,...lv->...l", grad_output, output)[..., None])  # the average is what the output says
    by_query, by_key = np.einsum("...ls,...se->...le", s, key), np.einsum("...ls,...le->...se", s, query)
    return by_query * scale, by_key * scale, np.einsum("...ls,...lv->...sv", a, grad_output)


@right
def query_by_query(grad_output, query, key, value):
    results = np.zeros_like(query), np.zeros_like(key), np.zeros_like(value)
    for place in np.ndindex(query.shape[:-1]):
        here, q, g = place[:-1], query[place], grad_output[place]
        k, v = key[here], value[here]
        scores = k @ q / math.sqrt(len(q))
        a = np.exp(scores - max(scores))
        a /= a.sum()
        s = (np.diag(a) - np.outer(a, a)) @ (v @ g) / math.sqrt(len(q))  # the Jacobian of one row
        results[0][place] = s @ k
        results[1][here] += np.outer(s, q)
        results[2][here] += np.outer(a, g)
    return results


@right
def scaled_query(grad_output, query, key, value):
    scale = 1 / math.sqrt(query.shape[-1])
    scores = (query * scale) @ np.swapaxes(key, -1, -2)
    top = scores.max(axis=-1, keepdims=True)
    a = np.exp(scores - top - np.log(np.exp(scores - top).sum(axis=-1, keepdims=True)))
    product = a * (grad_output @ np.swapaxes(value, -1, -2))
    s = product - a * product.sum(axis=-1, keepdims=True)
    return s @ key * scale, np.swapaxes(s, -1, -2) @ (query * scale), np.swapaxes(a, -1, -2) @ grad_output
