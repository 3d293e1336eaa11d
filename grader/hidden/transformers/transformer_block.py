"""Hidden tests of transformers/transformer_block."""

import math
from functools import partial

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.transformer_block import transformer_block

independent = (
    "(lambda n, t, d, ln, lin: (lambda h: h + lin(F.gelu(lin(ln(h, (d,), ln2_weight, ln2_bias, eps), fc_weight, fc_bias),"
    " approximate='tanh'), out_weight, out_bias))(x + lin(F.scaled_dot_product_attention(*(part.reshape(n, t, n_heads, -1)"
    ".transpose(1, 2) for part in lin(ln(x, (d,), ln1_weight, ln1_bias, eps), qkv_weight, qkv_bias).chunk(3, -1)),"
    " is_causal=True).transpose(1, 2).flatten(2), proj_weight, proj_bias)))(*x.shape, torch.nn.functional.layer_norm, F.linear)"
)


def sample(rng, size="small"):
    """Two sentences of four tokens, three heads of width five, seven hidden units."""
    n, t, d, h, heads = (1, 1, 1, 1, 1) if size == "ones" else (2, 4, 15, 7, 3)
    shapes = [(d,), (d,), (3 * d, d), (3 * d,), (d, d), (d,), (d,), (d,), (h, d), (h,), (d, h), (d,)]
    weights = [rng.normal(scale=0.5, size=shape) for shape in shapes]
    return rng.normal(size=(n, t, d)) + 0.5, *weights, heads, 0.01


def zeroed(args, *names):
    """The same arguments with zeros in some places."""
    order = "x ln1w ln1b qkvw qkvb projw projb ln2w ln2b fcw fcb outw outb".split()
    return tuple(0 * a if name in names else a for name, a in zip(order, args, strict=False)) + tuple(args[13:])


def test_residual_path(yours, rng):
    """With zeros in the last weights of both parts x runs straight through, and nothing is normalized on its way."""
    args = zeroed(sample(rng), "projw", "projb", "outw", "outb")
    agree(yours(*args), args[0])


def test_no_look_ahead(yours, rng):
    """A token's result does not change, whatever comes after it, and does change with what comes before."""
    x, *rest = zeroed(sample(rng), "outw")
    other = np.concatenate([x[:, :2], rng.normal(size=(2, 2, 15))], axis=1)
    agree(yours(other, *rest)[:, :2], transformer_block(x, *rest)[:, :2])
    agree(yours(other[:, ::-1], *rest), transformer_block(other[:, ::-1], *rest))


def test_queries_of_zero(yours, rng):
    """With queries of zero a token gets the average of the values up to its own, whatever the keys are."""
    args = list(zeroed(sample(rng), "outw", "outb"))
    args[1], args[2] = np.ones(15), np.zeros(15)
    args[3][:15], args[4][:15] = 0, 0
    x = args[0]
    value = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 0.01) @ args[3][30:].T + args[4][30:]
    average = np.cumsum(value, axis=1) / np.arange(1, 5)[:, None]
    agree(yours(*args), x + average @ args[5].T + args[6])


@pytest.mark.parametrize("n_heads", [1, 3, 5, 15])
def test_heads(yours, rng, n_heads):
    """Each head has its own share of queries, keys and values, and scores are divided by the root of its width."""
    *args, _, eps = zeroed(sample(rng), "outw")
    agree(yours(*args, n_heads, eps), transformer_block(*args, n_heads, eps))


def test_strong_attention(yours, rng):
    """Scores of a hundred thousand overflow nothing: a token then takes over one value whole."""
    args = list(zeroed(sample(rng), "ln1w", "qkvw", "outw", "outb"))
    args[2] = np.ones(15)
    args[4][:30] = 300.0
    args[4][30:] = np.arange(15.0)
    agree(yours(*args), args[0] + np.arange(15.0) @ args[5].T + args[6])
    args[1], args[3] = np.ones(15), rng.normal(scale=100.0, size=(45, 15))
    agree(yours(*args), transformer_block(*args))


def test_mlp(yours, rng):
    """With no attention, the second part adds a GELU between two layers, in the form with tanh, to the normalized token."""
    x, *rest = zeroed(sample(rng), "projw", "projb", "fcw", "outb")
    z = rest[9]
    gelu = [0.5 * one * (1 + math.tanh(math.sqrt(2 / math.pi) * (one + 0.044715 * one**3))) for one in z]
    agree(yours(x, *rest), x + rest[10] @ np.array(gelu))
    args = zeroed((x, *sample(rng)[1:]), "projw", "projb")
    agree(yours(*args), transformer_block(*args))


def test_mlp_sees_what_attention_added(yours, rng):
    """The second part works on the tokens after attention, and not on x."""
    args = list(zeroed(sample(rng), "projw"))
    args[6] = 10 * rng.normal(size=15)
    want = transformer_block(args[0] + args[6], *zeroed(args, "projb")[1:])
    agree(yours(*args), want)


def test_default_eps(yours, rng):
    """Without an argument eps is 1e-5, in both norms, which shows for tokens as small as that."""
    x, *rest, n_heads, _ = sample(rng)
    agree(yours(2.0**-9 * x, *rest, n_heads), transformer_block(2.0**-9 * x, *rest, n_heads, 1e-5))
    args = (2.0**-9 * x, *zeroed((x, *rest), "projw", "projb")[1:], n_heads)
    agree(yours(*args) - args[0], transformer_block(*args, 1e-5) - args[0])


@pytest.mark.parametrize("n_heads", [2, 30])
def test_heads_that_do_not_fit(yours, rng, n_heads):
    """If the features cannot be shared out evenly among the heads, a ValueError names n_heads."""
    *args, _, eps = sample(rng)
    with pytest.raises(ValueError, match="n_heads"):
        yours(*args, n_heads, eps)


def norm(x, weight, bias, eps=1e-5, ddof=0):
    spread = x.var(axis=-1, keepdims=True) * (x.shape[-1] / max(x.shape[-1] - ddof, 1))
    return (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(spread + eps) * weight + bias


def softmax(scores, axis=-1):
    e = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def unsafe_softmax(scores):
    e = np.exp(scores)
    return e / e.sum(axis=-1, keepdims=True)


def attention(
    h, qkvw, qkvb, projw, projb, n_heads, *, mask=0, width=None, weigh=softmax, order=(0, 1, 2), mixed=False, back=True
):
    n, t, d = h.shape
    parts = (h @ qkvw.T + qkvb).reshape(n, t, 3, *((d // n_heads, n_heads) if mixed else (n_heads, d // n_heads)))
    parts = parts.transpose(2, 0, 4, 1, 3) if mixed else parts.transpose(2, 0, 3, 1, 4)
    q, k, v = (parts[i] for i in order)
    scores = q @ k.mT / math.sqrt(width or d // n_heads)
    if mask is not None:
        scores = np.where(np.tri(t, k=mask, dtype=bool), scores, -math.inf)
    heads = weigh(scores) @ v
    return (heads.transpose(0, 2, 1, 3) if back else heads).reshape(n, t, d) @ projw.T + projb


def gelu(z):
    return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


def exact_gelu(z):
    return (0.5 * z * (1 + np.vectorize(math.erf, otypes=[z.dtype])(z / math.sqrt(2)))).astype(z.dtype)


def mlp(h, fcw, fcb, outw, outb, act=gelu):
    return act(h @ fcw.T + fcb) @ outw.T + outb


def block(x, weights, attend=attention, feed=mlp, scale=norm, skips=(1, 1)):
    """The block with other parts than the reference has."""
    n_heads, eps = weights[12], (weights[13] if len(weights) > 13 else 1e-5)
    if x.shape[-1] % n_heads:
        raise ValueError(f"n_heads must divide the features, got {n_heads}")
    h = skips[0] * x + attend(scale(x, *weights[0:2], eps), *weights[2:6], n_heads)
    return skips[1] * h + feed(scale(h, *weights[6:8], eps), *weights[8:12])


@mistake(
    "The norms stand behind the additions, as in the first transformer. In GPT-2 each stands before its part, and x passes by."
)
def normalizes_after_adding(x, *weights):
    eps = weights[13:]
    h = norm(x + block(x, weights, scale=lambda z, *_: z, feed=lambda *_: 0) - x, *weights[0:2], *eps)
    return norm(h + mlp(h, *weights[8:12]), *weights[6:8], *eps)


@mistake("x is not added to what attention gives. Each part adds to its input: that is the residual connection.")
def forgets_the_first_residual(x, *weights):
    return block(x, weights, skips=(0, 1))


@mistake("The input of the MLP is not added to its output. Each part adds to its input: that is the residual connection.")
def forgets_the_second_residual(x, *weights):
    return block(x, weights, skips=(1, 0))


@mistake("The MLP adds to x, and what attention gave is lost. It adds to the tokens after attention.")
def adds_the_mlp_to_x(x, *weights):
    return x + block(x, weights, skips=(1, 0))


@mistake("The MLP works on x beside attention, as in GPT-J. In GPT-2 it comes after: normalize what attention has added to.")
def runs_both_parts_side_by_side(x, *weights):
    h = block(x, weights, feed=lambda *_: 0)
    return h + mlp(norm(x, *weights[6:8], *weights[13:]), *weights[8:12])


@mistake("The second norm is missing: the MLP gets the tokens as they are. Normalize them first, with ln2_weight and ln2_bias.")
def forgets_the_second_norm(x, *weights):
    h = block(x, weights, feed=lambda *_: 0)
    return h + mlp(h, *weights[8:12])


@mistake("Both norms use ln1_weight and ln1_bias. The second one has a scale and a shift of its own.")
def shares_the_norm(x, *weights):
    return block(x, (*weights[:6], *weights[:2], *weights[8:]))


@mistake("Tokens look ahead. Set the scores of all later tokens to minus infinity before the softmax.")
def looks_ahead(x, *weights):
    return block(x, weights, partial(attention, mask=None))


@mistake(
    "The mask hides each token from itself, and the first token sees nothing. Mask what is above the diagonal, not the diagonal."
)
def hides_each_token_from_itself(x, *weights):
    with np.errstate(invalid="ignore"):
        return block(x, weights, partial(attention, mask=-1))


@mistake("The mask comes after the softmax, so that the weights of a token no longer add up to 1. Mask the scores before.")
def masks_after_the_softmax(x, *weights):
    return block(x, weights, partial(attention, mask=None, weigh=lambda scores: np.tril(softmax(scores))))


@mistake("The scores are not scaled. Divide them by the square root of the width of a head.")
def forgets_the_scale(x, *weights):
    return block(x, weights, partial(attention, width=1))


@mistake("The scores are divided by the root of D. Take the width of one head, D / n_heads.")
def scales_by_the_models_width(x, *weights):
    return block(x, weights, partial(attention, width=x.shape[-1]))


@mistake("The softmax runs over the queries. For each query the weights of the keys, the last axis, add up to 1.")
def normalizes_over_the_queries(x, *weights):
    return block(x, weights, partial(attention, weigh=partial(softmax, axis=-2)))


@mistake("Queries and keys have changed places. The first third is the query, the second the key, the last the value.")
def takes_the_key_first(x, *weights):
    return block(x, weights, partial(attention, order=(1, 0, 2)))


@mistake("The heads take every n-th number instead of neighbours. Head i owns the K numbers from iK on: split into (heads, K).")
def interleaves_the_heads(x, *weights):
    return block(x, weights, partial(attention, mixed=True))


@mistake(
    "You join the heads without moving their axis back, which mixes tokens. Exchange heads and tokens again before you reshape."
)
def joins_heads_without_moving_them_back(x, *weights):
    return block(x, weights, partial(attention, back=False))


@mistake("The exponentials of large scores overflow, and inf / inf is NaN. Subtract the largest score of each row first.")
def overflows(x, *weights):
    with np.errstate(all="ignore"):
        return block(x, weights, partial(attention, weigh=unsafe_softmax))


@mistake("This is the exact GELU, with erf. GPT-2 was trained with the form with tanh, which differs in the fourth digit.")
def takes_the_exact_gelu(x, *weights):
    return block(x, weights, feed=partial(mlp, act=exact_gelu))


@mistake("The MLP has a ReLU. GPT-2 has a GELU, in the form with tanh.")
def takes_relu(x, *weights):
    return block(x, weights, feed=partial(mlp, act=lambda z: np.maximum(z, 0)))


@mistake("The variance of the norms is divided by D - 1. Layer norm takes that of a population: divide by D.")
def takes_the_sample_variance(x, *weights):
    return block(x, weights, scale=partial(norm, ddof=1))


@mistake("The argument eps has no effect: it is always 1e-5. Add the eps that the caller asks for to both variances.")
def ignores_eps(x, *weights):
    return block(x, weights[:13])


@mistake("A float32 input comes back as float64. A NumPy number such as np.sqrt(5) widens float32: take math.sqrt.")
def returns_float64(x, *weights):
    return block(x.astype(np.float64), weights)


@mistake("You add to x in place, as x += ... does. Return a new array: the caller's tokens must stay as they are.")
def overwrites_x(x, *weights):
    result = block(x, weights)
    x += attention(norm(x, *weights[:2], *weights[13:]), *weights[2:6], weights[12])
    return result


@mistake("Heads that do not fit stop an assert, which vanishes under python -O. Raise a ValueError that names n_heads.")
def asserts(x, *weights):
    assert x.shape[-1] % weights[12] == 0
    return transformer_block(x, *weights)


@right
def head_by_head(x, *weights):
    def attend(h, qkvw, qkvb, projw, projb, n_heads):
        _, t, d = h.shape
        k, joined = d // n_heads, np.zeros_like(h)
        for i in range(n_heads):
            q, key, v = (h @ qkvw[j : j + k].T + qkvb[j : j + k] for j in (i * k, d + i * k, 2 * d + i * k))
            for place in range(t):
                scores = np.einsum("nk,nsk->ns", q[:, place], key[:, : place + 1]) / k**0.5
                joined[:, place, i * k : (i + 1) * k] = np.einsum("ns,nsk->nk", softmax(scores), v[:, : place + 1])
        return joined @ projw.T + projb

    return block(x, weights, attend)


@right
def sentence_by_sentence(x, *weights):
    def gelu_by_sigmoid(z):
        return z * (1 - 1 / (1 + np.exp(np.minimum(math.sqrt(8 / math.pi) * (z + 0.044715 * z**3), 80))))

    return np.concatenate([block(one[None], weights, feed=partial(mlp, act=gelu_by_sigmoid)) for one in x])
