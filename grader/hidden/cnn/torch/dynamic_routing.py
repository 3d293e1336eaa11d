"""The known mistakes of cnn/dynamic_routing, as people write them in PyTorch."""

import torch

from solutions.cnn.torch.dynamic_routing import dynamic_routing


def squashed(s):
    length = torch.linalg.vector_norm(s, dim=-1, keepdim=True)
    return s * (length / (1 + length**2))


def route(
    u_hat,
    n_iters,
    over=lambda b: torch.softmax(b, 2),
    squash=squashed,
    update=lambda b, agreement: b + agreement,
    measured=squashed,
):
    """Routing with its parts exchanged."""
    dynamic_routing(u_hat, n_iters)
    b = torch.zeros_like(u_hat[..., 0])
    for _ in range(n_iters):
        c = over(b)
        s = torch.einsum("nij,nijd->njd", c, u_hat)
        b = update(b, torch.einsum("nijd,njd->nij", u_hat, measured(s)))
    return squash(s), c


def lets_capsules_above_choose(u_hat, n_iters=3):
    return route(u_hat, n_iters, over=lambda b: torch.softmax(b, dim=1))


def divides_one_vote_among_all(u_hat, n_iters=3):
    return route(u_hat, n_iters, over=lambda b: torch.softmax(b.flatten(1), dim=1).reshape(b.shape))


def returns_the_next_coefficients(u_hat, n_iters=3):
    return dynamic_routing(u_hat, n_iters)[0], dynamic_routing(u_hat, n_iters + 1)[1]


def does_one_round_more(u_hat, n_iters=3):
    dynamic_routing(u_hat, n_iters)
    return dynamic_routing(u_hat, n_iters + 1)


def always_does_three_rounds(u_hat, n_iters=3):
    dynamic_routing(u_hat, n_iters)
    return dynamic_routing(u_hat, 3)


def forgets_earlier_rounds(u_hat, n_iters=3):
    return route(u_hat, n_iters, update=lambda b, agreement: agreement)


def turns_away(u_hat, n_iters=3):
    return route(u_hat, n_iters, update=lambda b, agreement: b - agreement)


def measures_before_squashing(u_hat, n_iters=3):
    return route(u_hat, n_iters, measured=lambda s: s)


def measures_with_directions(u_hat, n_iters=3):
    return route(u_hat, n_iters, measured=lambda s: torch.nn.functional.normalize(s, dim=-1))


def forgets_the_last_squash(u_hat, n_iters=3):
    return route(u_hat, n_iters, squash=lambda s: s)


def squashes_number_by_number(u_hat, n_iters=3):
    def each(s):
        return s * s.abs() / (1 + s**2)

    return route(u_hat, n_iters, squash=each, measured=each)


def divides_by_zero(u_hat, n_iters=3):
    def divided(s):
        length = s.norm(dim=-1, keepdim=True)
        return length**2 / (1 + length**2) * s / length

    return route(u_hat, n_iters, squash=divided, measured=divided)


def shares_logits_in_the_batch(u_hat, n_iters=3):
    return route(u_hat, n_iters, update=lambda b, agreement: b + agreement.mean(dim=0, keepdim=True))


def averages_the_predictions(u_hat, n_iters=3):
    def divided(s):
        return squashed(s / u_hat.shape[1])

    return route(u_hat, n_iters, squash=divided, measured=divided)


def overflows(u_hat, n_iters=3):
    return route(u_hat, n_iters, over=lambda b: b.exp() / b.exp().sum(dim=2, keepdim=True))


def accepts_no_round(u_hat, n_iters=3):
    return dynamic_routing(u_hat, max(n_iters, 1))


def returns_float64(u_hat, n_iters=3):
    return tuple(part.double() for part in dynamic_routing(u_hat, n_iters))


def overwrites_the_input(u_hat, n_iters=3):
    v, c = dynamic_routing(u_hat, n_iters)
    u_hat *= c[..., None]
    return v, c
