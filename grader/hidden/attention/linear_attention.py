"""Hidden tests of attention/linear_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.linear_attention import linear_attention

independent = (
    "(lambda a: (a / a.sum(-1, keepdim=True)) @ value)(((torch.nn.ELU()(query) + 1) @ (torch.nn.ELU()(key) + 1).mT).tril())"
)


def sample(rng, size="small"):
    """Every axis has its own length, and features lie on both sides of zero."""
    n, h, length, e, v = {"ones": (1,) * 5, "large": (1, 1, 120, 2, 2), "huge": (1, 1, 480, 2, 2)}.get(size, (2, 3, 6, 5, 4))
    return arguments(rng, (n, h), length, e, v)


def arguments(rng, batch, length, e, v):
    return tuple(rng.normal(size=(*batch, length, d)) for d in (e, e, v))


def phi(x):
    return np.where(x > 0, x + 1, np.exp(np.minimum(x, 0)))


def test_first_position(yours, rng):
    """The first position sees nothing but itself: its output is its own value."""
    query, key, value = arguments(rng, (2,), 4, 3, 5)
    agree(yours(query, key, value)[:, 0], value[:, 0])


def test_features_by_hand(yours, rng):
    """The features of 2, 0 and -1 are 3, 1 and 1/e: against a query with the feature 1, these are the weights."""
    output = yours(np.zeros((3, 1)), np.array([[2.0], [0.0], [-1.0]]), np.array([[4.0], [8.0], [0.0]]))
    agree(output, np.array([[4.0], [5.0], [20 / (4 + math.exp(-1))]]))


def test_equal_keys(yours, rng):
    """Where all keys are equal the output is the mean of the values so far."""
    query, key, value = arguments(rng, (), 6, 4, 2)
    agree(yours(query, 0 * key - 0.5, value), np.cumsum(value, axis=0) / np.arange(1.0, 7.0)[:, None])


def test_table_written_out(yours, rng):
    """It is what a table of weights gives, of products of features below the diagonal, divided by the sums of its rows."""
    query, key, value = arguments(rng, (2,), 7, 3, 4)
    table = np.tril(phi(query) @ phi(key).mT)
    agree(yours(query, key, value), table / table.sum(axis=-1, keepdims=True) @ value)


def test_the_future_does_not_matter(yours, rng):
    """Outputs up to a position stay as they are when everything after it changes."""
    query, key, value = arguments(rng, (2,), 6, 3, 4)
    want = linear_attention(query[:, :4], key[:, :4], value[:, :4])
    key[:, 4:], value[:, 4:] = 40 * rng.normal(size=(2, 2, 3)), 1e6
    agree(yours(query, key, value)[:, :4], want)


def test_order_of_the_past(yours, rng):
    """The last position does not notice in which order the earlier ones came: the state is a sum."""
    query, key, value = arguments(rng, (), 6, 3, 2)
    order = np.array([3, 0, 4, 1, 2, 5])
    agree(yours(query, key[order], value[order])[5], linear_attention(query, key, value)[5])


def test_tiny_features(yours, rng):
    """The feature of -40 is tiny and not zero: its queries have a mean to give, and its keys have weights."""
    query, key = np.array([[-40.0, -41.0], [-50.0, -40.0]]), np.array([[-40.0, -45.0], [-39.0, -45.0]])
    share = 1 / (1 + math.e)
    weights = np.exp([-90, -89]), np.exp([-85.0, -85.0])
    first, second = weights[0] + weights[1]
    agree(yours(query, key, np.array([[3.0], [5.0]])), np.array([[3.0], [(3 * first + 5 * second) / (first + second)]]))
    agree(yours(np.full((2, 1), -40.0), key[:, :1], np.array([[3.0], [5.0]])), np.array([[3.0], [5 - 2 * share]]))


def test_large_features(yours, rng):
    """A large positive number has the feature x + 1, and no exponential overflows."""
    output = yours(np.array([[1e4], [1e4]]), np.array([[999.0], [2999.0]]), np.array([[4.0], [8.0]]))
    agree(output, np.array([[4.0], [7.0]]))


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, and each sample and head is on its own."""
    args = arguments(rng, batch, 5, 2, 3)
    agree(yours(*args), linear_attention(*args))


def variant(query, key, value, of_query=phi, of_key=phi, *, diagonal=0, total=None):
    """The right values, by a table; `total` gives what a row is divided by, from the table with and without its mask."""
    whole = of_query(query) @ of_key(key).mT
    table = np.tril(whole, diagonal)
    return table @ value / (total(table, whole) if total else table.sum(axis=-1, keepdims=True))


def elu(x):
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


@mistake("The features are those of the ELU alone, without the 1, so weights may be negative. Add 1: e^x for negative x.")
def forgets_the_one(query, key, value):
    return variant(query, key, value, elu, elu)


@mistake("You add 1 to e^x - 1, which is exactly zero for tiny features, and then divide zero by zero. Use e^x as it is.")
def loses_tiny_features(query, key, value):
    return variant(query, key, value, lambda x: elu(x) + 1, lambda x: elu(x) + 1)


@mistake("Your features are a ReLU: zero for all negative numbers. Here they are x + 1 above zero and e^x below.")
def uses_relu(query, key, value):
    return variant(query, key, value, lambda x: np.maximum(x, 0), lambda x: np.maximum(x, 0))


@mistake("Your features are exponentials everywhere. Above zero they are x + 1, which does not overflow.")
def uses_exponentials(query, key, value):
    return variant(query, key, value, np.exp, np.exp)


@mistake("This is softmax attention. Here a weight is a product of features, and its exponential is not taken.")
def is_softmax_attention(query, key, value):
    scores = np.where(np.tri(query.shape[-2]), query @ key.mT / math.sqrt(query.shape[-1]), -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True) @ value


@mistake("You divide the queries by the square root of their length, as before a softmax. Here nothing is scaled.")
def scales_the_queries(query, key, value):
    return variant(query / math.sqrt(query.shape[-1]), key, value)


@mistake("The keys are used as they are. Take the features of queries and of keys.")
def forgets_the_features_of_the_keys(query, key, value):
    return variant(query, key, value, of_key=lambda x: x)


@mistake("The queries are used as they are. Take the features of queries and of keys.")
def forgets_the_features_of_the_queries(query, key, value):
    return variant(query, key, value, of_query=lambda x: x)


@mistake("You take features of the values, too. Values are averaged as they are.")
def takes_features_of_the_values(query, key, value):
    return variant(query, key, phi(value))


@mistake("The denominator is missing: this is a sum and no mean. Divide by the sum of the weights of the row.")
def forgets_the_denominator(query, key, value):
    return variant(query, key, value, total=lambda table, whole: 1)


@mistake("You divide by the number of positions so far. The mean is weighted: divide by the sum of the weights of the row.")
def divides_by_the_number(query, key, value):
    number = np.arange(1, query.shape[-2] + 1, dtype=query.dtype)[:, None]
    return variant(query, key, value, total=lambda table, whole: number)


@mistake("The denominator is that of the whole text, the future included. It grows from position to position like the state.")
def divides_by_the_whole_text(query, key, value):
    return variant(query, key, value, total=lambda table, whole: whole.sum(axis=-1, keepdims=True))


@mistake("Every position sees the whole text, the future included. Position i sums over the positions up to its own.")
def looks_everywhere(query, key, value):
    return variant(query, key, value, diagonal=query.shape[-2])


@mistake("You answer before the position has added its own key and value to the state. It sees itself: update first.")
def leaves_out_itself(query, key, value):
    output = variant(query, key, value, diagonal=-1)
    return np.concatenate([np.zeros_like(value[..., :1, :]), output[..., 1:, :]], axis=-2)


@mistake("The table has one diagonal too many: each position sees the key that comes next. The last one it sees is its own.")
def sees_the_next_position(query, key, value):
    return variant(query, key, value, diagonal=1)


@mistake(
    "A float32 input comes back as float64: a state that begins as zeros is float64 unless told otherwise. Give it the dtype."
)
def returns_float64(query, key, value):
    return variant(query.astype(np.float64), key, value)


@mistake("You turn the query into its features in place. The caller still needs it: make a new array.")
def overwrites_query(query, key, value):
    result = variant(query, key, value)
    query[...] = phi(query)
    return result


@right
def position_by_position(query, key, value):
    q, k, output = phi(query), phi(key), np.zeros_like(value)
    state = np.zeros((*key.shape[:-2], key.shape[-1], value.shape[-1]), value.dtype)
    total = np.zeros_like(key[..., 0, :])
    for i in range(query.shape[-2]):
        state = state + k[..., i, :, None] * value[..., i, None, :]
        total = total + k[..., i, :]
        up = np.einsum("...e,...ev->...v", q[..., i, :], state)
        output[..., i, :] = up / (q[..., i, :] * total).sum(-1)[..., None]
    return output


@right
def some_positions_at_a_time(query, key, value):
    q, k = phi(query), phi(key)
    state, total, parts = 0, 0, []
    for i in range(0, query.shape[-2], 8):
        now = slice(i, i + 8)
        table = np.tril(q[..., now, :] @ k[..., now, :].mT)  # within these few, the table is small
        up, down = table @ value[..., now, :], table.sum(axis=-1, keepdims=True)
        if i:
            up, down = up + q[..., now, :] @ state, down + q[..., now, :] @ total
        state = state + k[..., now, :].mT @ value[..., now, :]
        total = total + k[..., now, :].sum(axis=-2)[..., None]
        parts.append(up / down)
    return np.concatenate(parts, axis=-2)


@right
def feature_by_feature(query, key, value):
    q, k, up, down = phi(query), phi(key), np.zeros_like(value), np.zeros_like(value[..., :1])
    for e in range(query.shape[-1]):
        here = slice(e, e + 1)
        up += q[..., here] * np.cumsum(k[..., here] * value, axis=-2)
        down += q[..., here] * np.cumsum(k[..., here], axis=-2)
    return up / down
