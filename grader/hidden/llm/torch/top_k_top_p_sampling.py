"""The known mistakes of llm/top_k_top_p_sampling, as people write them in PyTorch."""

import torch

from solutions.llm.torch.top_k_top_p_sampling import top_k_top_p_sampling

ABSENT = {}


def draw(p, u):
    passed = (p.cumsum(dim=1) <= u[:, None]).sum(dim=1)
    return torch.minimum(passed, torch.stack([row.nonzero()[-1, 0] for row in p]))


def keep(p, u, kept):
    p = p.masked_fill(~kept, 0)
    p = p / p.sum(dim=1, keepdim=True)
    return draw(p, u), p


def ranks(x):
    return torch.argsort(torch.argsort(x, descending=True, stable=True))


def before(p):
    q, order = torch.sort(p, descending=True, stable=True)
    return (q.cumsum(dim=1) - q).gather(1, torch.argsort(order))


def multiplies_by_the_temperature(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature and 1 / temperature, top_k, top_p)


def applies_the_temperature_last(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    kept = top_k_top_p_sampling(logits, u, 1.0, top_k, top_p)[1] > 0
    return keep(torch.softmax(logits / temperature, dim=1), u, kept)


def takes_the_nucleus_of_everything(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, 0, top_p)
    return keep(p, u, ranks(logits) < top_k) if top_k else (draw(p, u), p)


def drops_the_token_that_steps_over(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k)
    return keep(p, u, (before(p) + p <= top_p) | (ranks(p) == 0)) if top_p < 1 else (draw(p, u), p)


def wants_more_than_top_p(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k)
    return keep(p, u, before(p) <= top_p)


def does_not_renormalize(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    p = torch.softmax(logits / temperature, dim=1).masked_fill(p == 0, 0)
    return draw(p, u), p


def sets_scores_to_zero(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    p = torch.softmax((logits / temperature).masked_fill(p == 0, 0), dim=1)
    return draw(p, u), p


def leaves_them_sorted(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    tokens, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return tokens, p.sort(descending=True).values


def draws_in_sorted_order(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    order = torch.argsort(logits, descending=True, stable=True)
    return order.gather(1, draw(p.gather(1, order), u)[:, None])[:, 0], p


def is_greedy(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return p.argmax(dim=1), p


def stops_at_u(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    tokens, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    reached = p.cumsum(dim=1) >= u[:, None]
    return torch.where(reached.any(dim=1), reached.int().argmax(dim=1), tokens), p


def falls_back_to_the_first(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return (p.cumsum(dim=1) > u[:, None]).int().argmax(dim=1), p


def falls_off_the_end(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return (p.cumsum(dim=1) <= u[:, None]).sum(dim=1).clamp(max=p.shape[1] - 1), p


def keeps_all_that_tie(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if not 0 < top_k < logits.shape[1]:
        return top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    limit = logits.sort(descending=True).values[:, top_k - 1 : top_k]
    lower = torch.where(logits >= limit, logits, logits - 1e5 * temperature)
    return top_k_top_p_sampling(lower, u, temperature, 0, top_p)


def turns_ties_round(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits.flip(1), u, temperature, top_k, top_p)
    return draw(p.flip(1), u), p.flip(1)


def takes_zero_for_one(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature, top_k or 1, top_p)


def overflows(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    e = (logits / temperature).exp().masked_fill(p == 0, 0)
    p = e / e.sum(dim=1, keepdim=True)
    return draw(p, u), p


def accepts_any_temperature(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature if temperature > 0 else 1e-9, top_k, top_p)


def accepts_any_top_p(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature, top_k, min(max(top_p, 1e-9), 1.0))


def returns_float64(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits.double(), u, temperature, top_k, top_p)
