"""Hidden tests of attention/layer_cost."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.layer_cost import layer_cost


def sample(rng, size="small"):
    """Positions, features and width differ, and the text is longer than the width squared."""
    kind = str(rng.choice(["attention", "rnn", "conv"]))
    return (kind, 1, 1, 2) if size == "ones" else (kind, int(rng.integers(40, 60)), int(rng.integers(7, 13)), 4)


def test_as_many_positions_as_features(yours, rng):
    """With as many positions as features, attention and recurrence cost the same, and convolution k times as much."""
    operations = [yours(kind, 64, 64, 5)[0] for kind in ("attention", "rnn", "conv")]
    agree(operations, [64**3, 64**3, 5 * 64**3])


def test_long_text(yours, rng):
    """With 5000 positions and 512 features attention costs 9.77 times as much as recurrence; with 50 positions a tenth."""
    operations = [yours(kind, n, 512)[0] for n in (5000, 50) for kind in ("attention", "rnn")]
    agree(operations, [12_800_000_000, 1_310_720_000, 1_280_000, 13_107_200])


def test_sequential_steps(yours, rng):
    """Only the recurrent layer has to wait, a step for each position."""
    agree([yours(kind, 300, 16)[1] for kind in ("attention", "rnn", "conv")], [1, 300, 1])


def test_path(yours, rng):
    """Attention connects any two positions directly, recurrence step by step, convolution in layers."""
    agree([yours(kind, 300, 16, 7)[2] for kind in ("attention", "rnn", "conv")], [1, 300, 3])


@pytest.mark.parametrize(("k", "m"), [(3, 5), (5, 3), (2, 29), (10, 3)])
def test_powers_of_the_width(yours, rng, k, m):
    """Layers reach exactly k to the power m positions, and one position more needs a layer more."""
    agree([yours("conv", k**m + more, 2, k)[2] for more in (-1, 0, 1)], [m, m, m + 1])


@pytest.mark.parametrize("n", [1, 2, 7])
def test_a_short_text(yours, rng, n):
    """A text that is no longer than the width needs one layer, and not none."""
    agree(yours("conv", n, 3, 7), (7 * n * 9, 1, 1))


def test_width_of_three_by_default(yours, rng):
    """Without a width it is 3, and it matters to the convolution only."""
    agree([yours(kind, 10, 4) for kind in ("attention", "rnn", "conv")], [(400, 1, 1), (160, 10, 10), (480, 1, 3)])
    agree([yours(kind, 10, 4, 9) for kind in ("attention", "rnn")], [(400, 1, 1), (160, 10, 10)])


def test_a_million_positions(yours, rng):
    """Large numbers are whole and exact."""
    agree(yours("attention", 10**9 + 1, 3), (3 * (10**18 + 2 * 10**9 + 1), 1, 1), exact=True)


@pytest.mark.parametrize("kind", ["self-attention", "", "RNN", "convolution"], ids=["longer", "empty", "capital", "written_out"])
def test_unknown_kind(yours, rng, kind):
    """A name that is none of the three raises a ValueError that names kind."""
    with pytest.raises(ValueError, match="kind"):
        yours(kind, 10, 4)


def changed(kind, n, d, k, **other):
    """The right answer, with another triple for one of the kinds; None leaves a number as it is."""
    usual = layer_cost(kind, n, d, k)
    return tuple(a if b is None else b for a, b in zip(usual, other.get(kind, (None,) * 3), strict=True))


@mistake("Length and width have changed places in the operations. Attention costs n^2 d, recurrence n d^2, convolution k n d^2.")
def swaps_length_and_width(kind, n, d, k=3):
    return changed(
        kind, n, d, k, attention=(n * d * d, None, None), rnn=(n * n * d, None, None), conv=(k * n * n * d, None, None)
    )


@mistake("The dot products have no width: each comparison of two positions costs d products, so attention costs n^2 d.")
def forgets_the_width(kind, n, d, k=3):
    return changed(kind, n, d, k, attention=(n * n, None, None))


@mistake("A recurrent step multiplies by a d by d matrix, not element by element: it costs d^2, and n steps cost n d^2.")
def takes_the_recurrence_for_diagonal(kind, n, d, k=3):
    return changed(kind, n, d, k, rnn=(n * d, None, None))


@mistake("The width of the convolution is missing in its operations. It has k matrices: k n d^2.")
def forgets_the_kernel(kind, n, d, k=3):
    return changed(kind, n, d, k, conv=(n * d * d, None, None))


@mistake(
    "Attention counts each pair of positions once. It has a score for each query and each key: n^2 of them, not n (n - 1) / 2."
)
def counts_pairs_once(kind, n, d, k=3):
    return changed(kind, n, d, k, attention=(n * (n - 1) // 2 * d, None, None))


@mistake("Attention waits at every position. While a text is read all positions are computed at once: 1 step, whatever n is.")
def makes_attention_wait(kind, n, d, k=3):
    return changed(kind, n, d, k, attention=(None, n, None))


@mistake("The recurrent layer does not wait. Each state needs the one before it: n steps, one after the other.")
def makes_recurrence_parallel(kind, n, d, k=3):
    return changed(kind, n, d, k, rnn=(None, 1, None))


@mistake("The path of attention grows with the text. Any two positions are connected directly: 1.")
def lengthens_the_path_of_attention(kind, n, d, k=3):
    return changed(kind, n, d, k, attention=(None, None, n))


@mistake("The path of the recurrent layer is one step too short: the first input passes n steps, its own among them.")
def leaves_out_the_first_step(kind, n, d, k=3):
    return changed(kind, n, d, k, rnn=(None, None, n - 1))


@mistake(
    "You divide logarithms and round up. That is not exact: log 125 / log 5 is a hair above 3. Multiply whole numbers instead."
)
def divides_logarithms(kind, n, d, k=3):
    return changed(kind, n, d, k, conv=(None, None, max(1, math.ceil(math.log(n) / math.log(k)))))


@mistake(
    "The logarithm is rounded down, so the last positions are out of reach. A layer more is needed, unless n is a power of k."
)
def rounds_down(kind, n, d, k=3):
    layers = layer_cost("conv", n, d, k)[2]
    return changed(kind, n, d, k, conv=(None, None, max(1, layers - (k**layers > n))))


@mistake("The layers are counted as if they were not dilated, n / k of them. With dilations of 1, k, k^2 the reach multiplies.")
def forgets_the_dilation(kind, n, d, k=3):
    return changed(kind, n, d, k, conv=(None, None, -(-n // k)))


@mistake("The logarithm has base 2. Each further layer multiplies the reach by k, so the base is k.")
def takes_base_two(kind, n, d, k=3):
    return changed(kind, n, d, k, conv=(None, None, max(1, (n - 1).bit_length())))


@mistake("A text of a single position needs no layer in your count. There is one layer at least.")
def counts_no_layer(kind, n, d, k=3):
    return changed(kind, n, d, k, conv=(None, None, 0 if n == 1 else None))


@mistake("The results are floats, which are not exact for long texts. Multiply whole numbers.")
def returns_floats(kind, n, d, k=3):
    return tuple(map(float, layer_cost(kind, n, d, k)))


@mistake("A kind that is misspelt passes for one of the three. Raise a ValueError that names kind.")
def takes_any_kind(kind, n, d, k=3):
    return layer_cost(kind if kind in ("attention", "rnn") else "conv", n, d, k)


@right
def branch_by_branch(kind, n, d, k=3):
    if kind == "attention":
        return n**2 * d, 1, 1
    if kind == "rnn":
        return n * d**2, n, n
    if kind == "conv":
        return k * n * d**2, 1, next(m for m in range(1, 100) if k**m >= n)
    raise ValueError(f"unknown kind: {kind}")


@right
def by_dividing(kind, n, d, k=3):
    if kind not in {"attention", "rnn", "conv"}:
        raise ValueError("kind")
    layers, left = 1, -(-n // k)
    for _ in range(n.bit_length()):
        if left > 1:
            layers, left = layers + 1, -(-left // k)
    factors = {"attention": [n, n, d], "rnn": [n, d, d], "conv": [k, n, d, d]}[kind]
    return math.prod(factors), n if kind == "rnn" else 1, {"attention": 1, "rnn": n, "conv": layers}[kind]
