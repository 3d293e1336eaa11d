"""Hidden tests of attention/grouped_query_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right

independent = "torch.clone(F.scaled_dot_product_attention(query, key, value, enable_gqa=True))"


def sample(rng, size="small"):
    """Every axis has its own length, and two query heads share each of three key heads."""
    return arguments(rng, 1, 1, 1, 1, 1, 1, 1) if size == "ones" else arguments(rng, 2, 6, 3, 4, 5, 7, 8)


def arguments(rng, n, heads, groups, q, k, e, v):
    return tuple(rng.normal(size=shape) for shape in [(n, heads, q, e), (n, groups, k, e), (n, groups, k, v)])


def attend(query, key, value):
    """Ordinary attention, in words of NumPy."""
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True) @ value


def test_neighbours_share(yours, rng):
    """With one key in each head the output of a query head is the value of its key head: 0, 0, 0, 1, 1, 1."""
    query, key, value = rng.normal(size=(1, 6, 1, 2)), rng.normal(size=(1, 2, 1, 2)), np.array([[[[5.0]], [[-3.0]]]])
    agree(yours(query, key, value).reshape(-1), np.array([5.0, 5.0, 5.0, -3.0, -3.0, -3.0]))


def test_as_many_keys_as_queries(yours, rng):
    """With as many key heads as query heads it is ordinary multi-head attention."""
    args = arguments(rng, 2, 4, 4, 3, 5, 6, 2)
    agree(yours(*args), attend(*args))


def test_one_head_for_all(yours, rng):
    """With one key head all query heads share it: multi-query attention."""
    query, key, value = arguments(rng, 2, 5, 1, 3, 4, 6, 2)
    agree(yours(query, key, value), attend(query, key, value))


@pytest.mark.parametrize(("heads", "groups"), [(8, 2), (6, 3), (9, 3)])
def test_heads_written_out(yours, rng, heads, groups):
    """Query head h gets the key head that it shares with its neighbours."""
    query, key, value = arguments(rng, 2, heads, groups, 3, 4, 5, 6)
    chosen = [h * groups // heads for h in range(heads)]
    agree(yours(query, key, value), attend(query, key[:, chosen], value[:, chosen]))


def test_scores_are_halved(yours, rng):
    """With four features a head a dot product of 2 log 3, next to one of 0, is worth a weight of 3/4."""
    query = np.array([[[[2.0, -1.0, 0.0, 0.0]], [[-2.0, 1.0, 0.0, 0.0]]]])
    key = np.array([[[[math.log(3), 0.0, 5.0, 2.0], [0.0, 0.0, 1.0, 7.0]]]])
    agree(yours(query, key, np.array([[[[8.0], [0.0]]]])), np.array([[[[6.0]], [[2.0]]]]))


def test_queries_far_apart(yours, rng):
    """A query whose scores are all small is not drowned by one whose scores are large."""
    query, key = np.array([[[[900.0], [-900.0]], [[-900.0], [0.0]]]]), np.array([[[[3.0], [2.0]]]])
    agree(yours(query, key, np.array([[[[1.0], [5.0]]]])), np.array([[[[1.0], [5.0]], [[5.0], [3.0]]]]))


@pytest.mark.parametrize(("heads", "groups"), [(6, 4), (3, 6)])
def test_heads_that_do_not_divide(yours, rng, heads, groups):
    """Query heads that cannot be shared evenly raise a ValueError that names key."""
    with pytest.raises(ValueError, match=r"\bkey\b"):
        yours(*arguments(rng, 2, heads, groups, 3, 4, 5, 2))


def variant(query, key, value, choose=None, *, scale=None, axis=-1, stable=True):
    """The right answer, with one part of it replaced; `choose` says which key head a query head uses."""
    heads, groups = query.shape[1], key.shape[1]
    if heads % groups:
        raise ValueError("key")
    chosen = [choose(h, groups) if choose else h * groups // heads for h in range(heads)]
    scores = query @ key[:, chosen].mT / math.sqrt(scale or query.shape[-1])
    weights = np.exp(scores - scores.max(axis=axis, keepdims=True) * stable)
    return weights / weights.sum(axis=axis, keepdims=True) @ value[:, chosen]


@mistake(
    "The key heads are dealt out in turn, 0, 1, 2, 0, 1, 2. Neighbouring query heads share one, 0, 0, 1, 1, 2, 2: repeat each "
    "key head, not the whole row of them."
)
def deals_out_the_keys(query, key, value):
    return variant(query, key, value, lambda h, groups: h % groups)


@mistake("You divide the number of the query head by the number of key heads. Divide it by the size of a group, H / G.")
def divides_by_the_number_of_groups(query, key, value):
    return variant(query, key, value, lambda h, groups: min(h // groups, groups - 1))


@mistake("All query heads use the first key head. That is multi-query attention: here each group has a head of its own.")
def uses_one_head_for_all(query, key, value):
    return variant(query, key, value, lambda h, groups: 0)


@mistake("Keys and values are averaged over the heads. A group uses one head of keys and values, as it is.")
def averages_the_keys(query, key, value):
    if query.shape[1] % key.shape[1]:
        raise ValueError("key")
    return variant(query, key.mean(axis=1, keepdims=True), value.mean(axis=1, keepdims=True))


@mistake("The keys of a group are right, but the values are dealt out in turn. Keys and values are shared in the same way.")
def deals_out_the_values(query, key, value):
    heads, groups = query.shape[1], key.shape[1]
    if heads % groups:
        raise ValueError("key")
    return variant(query, np.repeat(key, heads // groups, axis=1), value[:, np.arange(heads) % groups])


@mistake("The heads come out with the place in the group first. Keep the order of the query heads: the group comes first.")
def orders_by_place_in_the_group(query, key, value):
    n, heads, groups = *query.shape[:2], key.shape[1]
    output = variant(query, key, value)
    split = output.reshape(n, groups, heads // groups, *output.shape[2:])
    return split.swapaxes(1, 2).reshape(output.shape)


@mistake("There is an output for each key head only: you add up the query heads of a group. Each query head has its own output.")
def adds_up_the_group(query, key, value):
    n, heads, groups = *query.shape[:2], key.shape[1]
    output = variant(query, key, value)
    return output.reshape(n, groups, heads // groups, *output.shape[2:]).sum(axis=2)


@mistake("The scores are not scaled. Divide them by the square root of the features of a head before the softmax.")
def forgets_the_scale(query, key, value):
    return variant(query, key, value, scale=1)


@mistake("You scale as if the features of a group were one vector. Each head multiplies E features: divide by the root of E.")
def scales_by_the_group(query, key, value):
    if query.shape[1] % key.shape[1]:
        raise ValueError("key")
    return variant(query, key, value, scale=query.shape[-1] * (query.shape[1] // key.shape[1]))


@mistake("The softmax runs over the queries. Each query hands out a weight of 1 to the keys: take it along the last axis.")
def normalizes_over_the_queries(query, key, value):
    return variant(query, key, value, axis=-2)


@mistake("The exponential of a large score overflows. Subtract the largest score of each query first.")
def overflows(query, key, value):
    return variant(query, key, value, stable=False)


@mistake("Query heads that cannot be shared evenly are not noticed. Raise a ValueError that names key.")
def does_not_check_the_heads(query, key, value):
    if query.shape[1] % key.shape[1]:
        return variant(query, key[:, :1], value[:, :1])
    return variant(query, key, value)


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(query, key, value):
    return variant(query.astype(np.float64), key, value)


@mistake("You scale the query in place. The caller still needs it: write the quotient into a new array.")
def overwrites_query(query, key, value):
    result = variant(query, key, value)
    query /= math.sqrt(query.shape[-1])
    return result


@right
def by_repeating(query, key, value):
    if query.shape[1] % key.shape[1] != 0:
        raise ValueError("heads of key do not divide heads of query")
    times = query.shape[1] // key.shape[1]
    return attend(query, np.repeat(key, times, axis=1), np.repeat(value, times, axis=1))


@right
def head_by_head(query, key, value):
    size, rest = divmod(query.shape[1], key.shape[1])
    if rest:
        raise ValueError("key")
    return np.stack([attend(query[:, h], key[:, h // size], value[:, h // size]) for h in range(query.shape[1])], axis=1)


@right
def by_einsum(query, key, value):
    n, heads, length, features = query.shape
    if heads % key.shape[1]:
        raise ValueError("key has a wrong number of heads")
    shared = query.reshape(n, key.shape[1], -1, length, features) * features**-0.5
    scores = np.einsum("ngrle,ngse->ngrls", shared, key)
    a = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.einsum("ngrls,ngsv->ngrlv", a / a.sum(axis=-1, keepdims=True), value).reshape(n, heads, length, -1)
