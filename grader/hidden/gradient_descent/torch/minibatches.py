"""The known mistakes of gradient_descent/minibatches, as people write them in PyTorch."""

import torch

from solutions.gradient_descent.torch.minibatches import minibatches


def chunks(perm, batch_size, drop_last):
    """The batches of anything, without a look at it."""
    stop = len(perm) // batch_size * batch_size if drop_last else len(perm)
    return [perm[i : i + batch_size].clone() for i in range(0, stop, batch_size)]


def loses_the_rest(perm, batch_size, drop_last=False):
    return minibatches(perm, batch_size, True)


def ignores_drop_last(perm, batch_size, drop_last=False):
    return minibatches(perm, batch_size)


def drops_a_complete_batch(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size)
    return batches[:-1] if drop_last else batches


def forgets_to_shuffle(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return minibatches(torch.arange(len(perm)), batch_size, drop_last)


def shuffles_twice(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return minibatches(perm[perm], batch_size, drop_last)


def takes_the_inverse(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return minibatches(torch.argsort(perm), batch_size, drop_last)


def sorts_each_batch(perm, batch_size, drop_last=False):
    return [batch.sort().values for batch in minibatches(perm, batch_size, drop_last)]


def deals_in_turn(perm, batch_size, drop_last=False):
    count = len(minibatches(perm, batch_size, drop_last))
    used = perm[: count * batch_size]
    return [used[i::count].clone() for i in range(count)]


def makes_batch_size_batches(perm, batch_size, drop_last=False):
    minibatches(perm, batch_size)
    return [batch.clone() for batch in perm.tensor_split(batch_size)]


def evens_out_the_sizes(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    if drop_last or not batches:
        return batches
    return [batch.clone() for batch in perm.tensor_split(len(batches))]


def fills_up_the_last(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    if batches and len(batches[-1]) < batch_size:
        filling = perm.repeat(batch_size)[: batch_size - len(batches[-1])]
        batches[-1] = torch.cat([batches[-1], filling])
    return batches


def joins_the_last_two(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    if len(batches) < 2 or len(batches[-1]) == batch_size:
        return batches
    return [*batches[:-2], torch.cat(batches[-2:])]


def ends_with_an_empty_batch(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    return [*batches, perm[:0].clone()] if len(perm) % batch_size == 0 and not drop_last else batches


def returns_views(perm, batch_size, drop_last=False):
    count = len(minibatches(perm, batch_size, drop_last))
    return list(perm.split(batch_size))[:count]


def reuses_one_buffer(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    buffer = torch.zeros(batch_size, dtype=perm.dtype)
    for batch in batches:
        buffer[: len(batch)] = batch
    return [buffer[: len(batch)].clone() for batch in batches]


def returns_lists(perm, batch_size, drop_last=False):
    return [batch.tolist() for batch in minibatches(perm, batch_size, drop_last)]


def sorts_in_place(perm, batch_size, drop_last=False):
    batches = minibatches(perm, batch_size, drop_last)
    perm.copy_(perm.sort().values)
    return batches


def checks_the_batch_size_only(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError("batch_size")
    return chunks(perm, batch_size, drop_last)


def compares_the_sum(perm, batch_size, drop_last=False):
    if perm.sum() != len(perm) * (len(perm) - 1) // 2:
        raise ValueError("perm")
    return checks_the_batch_size_only(perm, batch_size, drop_last)


def looks_at_the_range_only(perm, batch_size, drop_last=False):
    if len(perm) and (perm.min() < 0 or perm.max() >= len(perm)):
        raise ValueError("perm")
    return checks_the_batch_size_only(perm, batch_size, drop_last)


def looks_for_doubles_only(perm, batch_size, drop_last=False):
    if len(perm.unique()) < len(perm):
        raise ValueError("perm")
    return checks_the_batch_size_only(perm, batch_size, drop_last)


def checks_perm_only(perm, batch_size, drop_last=False):
    return minibatches(perm, batch_size if batch_size > 0 else len(perm), drop_last)
