"""The known mistakes of gradient_descent/linear_gd, as people write them in PyTorch."""

import torch

from solutions.gradient_descent.torch.linear_gd import linear_gd


def descend(x, y, weight, orders, batch_size, step, drop_last=False):
    """All updates by step(x_batch, y_batch, weight), and their number."""
    if batch_size < 1:
        raise ValueError("batch_size")
    batches = [batch for order in orders for batch in order.split(batch_size)]
    batches = [batch for batch in batches if len(batch) == batch_size or not drop_last]
    weight = weight.clone()
    for batch in batches:
        weight = weight - step(x[batch], y[batch], weight)
    return weight, len(batches)


def gradient(x, y, weight):
    return 2 * x.T @ (x @ weight - y) / len(x)


def sums_over_the_batch(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * len(a) * gradient(a, b, w))


def divides_by_all_samples(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * len(a) / len(x) * gradient(a, b, w))


def takes_the_last_for_complete(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * len(a) / batch_size * gradient(a, b, w))


def forgets_the_two(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr / 2, batch_size, orders)


def adds_the_gradient(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, -lr, batch_size, orders)


def loses_the_rest(x, y, weight, lr, batch_size, orders):
    return descend(x, y, weight, orders, batch_size, lambda a, b, w: lr * gradient(a, b, w), drop_last=True)


def makes_one_update_per_epoch(x, y, weight, lr, batch_size, orders):
    linear_gd(x, y, weight, lr, batch_size, orders)
    return linear_gd(x, y, weight, lr, len(x), orders[:, :batch_size])


def updates_after_the_epoch(x, y, weight, lr, batch_size, orders):
    weight, updates = weight.clone(), 0
    for order in orders:
        new, more = descend(x, y, weight * 0, order[None], batch_size, lambda a, b, _, w=weight: lr * gradient(a, b, w))
        weight, updates = weight + new, updates + more
    return weight, updates


def starts_again_every_epoch(x, y, weight, lr, batch_size, orders):
    _, updates = linear_gd(x, y, weight, lr, batch_size, orders)
    return linear_gd(x, y, weight, lr, batch_size, orders[-1:])[0], updates


def ignores_the_order(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, orders.sort(dim=1).values)


def repeats_the_first_order(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, orders[:1].expand(orders.shape))


def forgets_to_shuffle_the_labels(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size")
    weight, updates = weight.clone(), 0
    for order in orders:
        weight, more = linear_gd(x[order], y, weight, lr, batch_size, torch.arange(len(x))[None])
        updates += more
    return weight, updates


def counts_the_epochs(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, orders)[0], len(orders)


def counts_the_samples(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, batch_size, orders)[0], orders.numel()


def overwrites_weight(x, y, weight, lr, batch_size, orders):
    new, updates = linear_gd(x, y, weight, lr, batch_size, orders)
    return weight.copy_(new), updates


def hands_back_what_does_not_move(x, y, weight, lr, batch_size, orders):
    new = linear_gd(x, y, weight, lr, batch_size, orders)
    return new if len(orders) else (weight, 0)


def returns_float64(x, y, weight, lr, batch_size, orders):
    return linear_gd(x.double(), y.double(), weight.double(), lr, batch_size, orders)


def checks_nothing(x, y, weight, lr, batch_size, orders):
    return linear_gd(x, y, weight, lr, max(batch_size, 1), orders)
