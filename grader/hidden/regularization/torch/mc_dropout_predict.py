"""The known mistakes of regularization/mc_dropout_predict, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.mc_dropout_predict import mc_dropout_predict


def passes(x, weight1, bias1, weight2, bias2, p, u, masks=None):
    """Logits of all passes, by the masks of u unless others are given."""
    mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    if u is None and masks is None:
        masks = torch.ones_like(x[:1, :1, None])
    if masks is None:
        masks = (u >= p).to(x.dtype) / (1 - p) if p < 1 else torch.zeros_like(u)
    return (torch.relu(x @ weight1.T + bias1) * masks.to(x.dtype)) @ weight2.T + bias2


def statistics(probabilities):
    return probabilities.mean(dim=0), probabilities.var(dim=0, correction=0)


def averages_the_logits(x, weight1, bias1, weight2, bias2, p, u=None):
    logits = passes(x, weight1, bias1, weight2, bias2, p, u)
    return logits.mean(dim=0).softmax(dim=-1), logits.softmax(dim=-1).var(dim=0, correction=0)


def takes_the_variance_of_logits(x, weight1, bias1, weight2, bias2, p, u=None):
    logits = passes(x, weight1, bias1, weight2, bias2, p, u)
    return logits.softmax(dim=-1).mean(dim=0), logits.var(dim=0, correction=0)


def forgets_the_softmax(x, weight1, bias1, weight2, bias2, p, u=None):
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u))


def forgets_the_scale(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = None if u is None else (u >= p) & (p < 1)
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks).softmax(dim=-1))


def scales_in_evaluation(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = torch.full_like(x[:1, :1, None], 1 - p) if u is None else None
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks).softmax(dim=-1))


def keeps_where_u_is_below_p(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = None if u is None else (u < p).to(x.dtype) / (1 - p) if p < 1 else torch.zeros_like(u)
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks).softmax(dim=-1))


def drops_where_u_equals_p(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = None if u is None else (u > p).to(x.dtype) / (1 - p) if p < 1 else torch.zeros_like(u)
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks).softmax(dim=-1))


def divides_zero_by_zero(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = None if u is None else (u >= p).to(x.dtype) / (1 - p)
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks).softmax(dim=-1))


def repeats_the_masks_of_one_sample(x, weight1, bias1, weight2, bias2, p, u=None):
    mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, None if u is None else u[:, :1].expand(u.shape))


def makes_one_pass_only(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, None if u is None else u[:1])


def divides_by_one_less(x, weight1, bias1, weight2, bias2, p, u=None):
    if u is None:
        return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p)
    probabilities = passes(x, weight1, bias1, weight2, bias2, p, u).softmax(dim=-1)
    return probabilities.mean(dim=0), probabilities.var(dim=0)


def returns_the_standard_deviation(x, weight1, bias1, weight2, bias2, p, u=None):
    mean, variance = mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    return mean, variance.sqrt()


def takes_the_softmax_over_samples(x, weight1, bias1, weight2, bias2, p, u=None):
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u).softmax(dim=1))


def overflows(x, weight1, bias1, weight2, bias2, p, u=None):
    e = passes(x, weight1, bias1, weight2, bias2, p, u).exp()
    return statistics(e / e.sum(dim=-1, keepdim=True))


def subtracts_one_maximum(x, weight1, bias1, weight2, bias2, p, u=None):
    logits = passes(x, weight1, bias1, weight2, bias2, p, u)
    e = torch.exp(logits - logits.max())
    return statistics(e / e.sum(dim=-1, keepdim=True))


def forgets_the_relu(x, weight1, bias1, weight2, bias2, p, u=None):
    mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    masks = torch.ones_like(x[:1, :1, None]) if u is None else (u >= p).to(x.dtype) / (1 - p) if p < 1 else torch.zeros_like(u)
    return statistics((((x @ weight1.T + bias1) * masks) @ weight2.T + bias2).softmax(dim=-1))


def returns_float64(x, weight1, bias1, weight2, bias2, p, u=None):
    arrays = (array.double() for array in (x, weight1, bias1, weight2, bias2))
    return mc_dropout_predict(*arrays, p, u)


def broadcasts_u(x, weight1, bias1, weight2, bias2, p, u=None):
    if u is not None:
        u = (u[None] if u.ndim < 3 else u)[:, : len(x)].expand(-1, len(x), len(weight1))
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)


def checks_p_in_passes_only(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, 0.0 if u is None else p, u)


def does_not_check_p(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, min(max(p, 0.0), 1.0), u)
