"""The known mistakes of transformers/transformer_block, as people write them in PyTorch."""

import math
from functools import partial

import torch
from torch.nn import functional

from solutions.transformers.torch.transformer_block import transformer_block

ABSENT = {}


def norm(x, weight, bias, eps=1e-5, ddof=0):
    spread = x.var(dim=-1, keepdim=True, correction=0) * (x.shape[-1] / max(x.shape[-1] - ddof, 1))
    return (x - x.mean(dim=-1, keepdim=True)) / torch.sqrt(spread + eps) * weight + bias


softmax = partial(torch.softmax, dim=-1)
gelu = partial(functional.gelu, approximate="tanh")


def unsafe_softmax(scores):
    return scores.exp() / scores.exp().sum(dim=-1, keepdim=True)


def attention(
    h, qkvw, qkvb, projw, projb, n_heads, *, mask=0, width=None, weigh=softmax, order=(0, 1, 2), mixed=False, back=True
):
    n, t, d = h.shape
    parts = (h @ qkvw.T + qkvb).reshape(n, t, 3, *((d // n_heads, n_heads) if mixed else (n_heads, d // n_heads)))
    parts = parts.permute(2, 0, 4, 1, 3) if mixed else parts.permute(2, 0, 3, 1, 4)
    q, k, v = (parts[i] for i in order)
    scores = q @ k.mT / math.sqrt(width or d // n_heads)
    if mask is not None:
        later = torch.ones(t, t, dtype=torch.bool, device=h.device).triu(1 + mask)
        scores = scores.masked_fill(later, -math.inf)
    heads = weigh(scores) @ v
    return (heads.transpose(1, 2) if back else heads).reshape(n, t, d) @ projw.T + projb


def mlp(h, fcw, fcb, outw, outb, act=gelu):
    return act(h @ fcw.T + fcb) @ outw.T + outb


def block(x, weights, attend=attention, feed=mlp, scale=norm, skips=(1, 1)):
    n_heads, eps = weights[12], (weights[13] if len(weights) > 13 else 1e-5)
    if x.shape[-1] % n_heads:
        raise ValueError(f"n_heads must divide the features, got {n_heads}")
    h = skips[0] * x + attend(scale(x, *weights[0:2], eps), *weights[2:6], n_heads)
    return skips[1] * h + feed(scale(h, *weights[6:8], eps), *weights[8:12])


def normalizes_after_adding(x, *weights):
    eps = weights[13:]
    h = norm(block(x, weights, scale=lambda z, *_: z, feed=lambda *_: 0), *weights[0:2], *eps)
    return norm(h + mlp(h, *weights[8:12]), *weights[6:8], *eps)


def forgets_the_first_residual(x, *weights):
    return block(x, weights, skips=(0, 1))


def forgets_the_second_residual(x, *weights):
    return block(x, weights, skips=(1, 0))


def adds_the_mlp_to_x(x, *weights):
    return x + block(x, weights, skips=(1, 0))


def runs_both_parts_side_by_side(x, *weights):
    h = block(x, weights, feed=lambda *_: 0)
    return h + mlp(norm(x, *weights[6:8], *weights[13:]), *weights[8:12])


def forgets_the_second_norm(x, *weights):
    h = block(x, weights, feed=lambda *_: 0)
    return h + mlp(h, *weights[8:12])


def shares_the_norm(x, *weights):
    return block(x, (*weights[:6], *weights[:2], *weights[8:]))


def looks_ahead(x, *weights):
    return block(x, weights, partial(attention, mask=None))


def hides_each_token_from_itself(x, *weights):
    return block(x, weights, partial(attention, mask=-1))


def masks_after_the_softmax(x, *weights):
    return block(x, weights, partial(attention, mask=None, weigh=lambda scores: softmax(scores).tril()))


def forgets_the_scale(x, *weights):
    return block(x, weights, partial(attention, width=1))


def scales_by_the_models_width(x, *weights):
    return block(x, weights, partial(attention, width=x.shape[-1]))


def normalizes_over_the_queries(x, *weights):
    return block(x, weights, partial(attention, weigh=partial(torch.softmax, dim=-2)))


def takes_the_key_first(x, *weights):
    return block(x, weights, partial(attention, order=(1, 0, 2)))


def interleaves_the_heads(x, *weights):
    return block(x, weights, partial(attention, mixed=True))


def joins_heads_without_moving_them_back(x, *weights):
    return block(x, weights, partial(attention, back=False))


def overflows(x, *weights):
    return block(x, weights, partial(attention, weigh=unsafe_softmax))


def takes_the_exact_gelu(x, *weights):
    return block(x, weights, feed=partial(mlp, act=functional.gelu))


def takes_relu(x, *weights):
    return block(x, weights, feed=partial(mlp, act=torch.relu))


def takes_the_sample_variance(x, *weights):
    return block(x, weights, scale=partial(norm, ddof=1))


def ignores_eps(x, *weights):
    return block(x, weights[:13])


def returns_float64(x, *weights):
    return block(x.double(), [w.double() if torch.is_tensor(w) else w for w in weights])


def overwrites_x(x, *weights):
    result = block(x, weights)
    x += attention(norm(x, *weights[:2], *weights[13:]), *weights[2:6], weights[12])
    return result


def asserts(x, *weights):
    assert x.shape[-1] % weights[12] == 0
    return transformer_block(x, *weights)
