"""The known mistakes of gradient_descent/accumulate_gradients, as people write them in PyTorch."""

from solutions.gradient_descent.torch.accumulate_gradients import accumulate_gradients


def pieces(x, y, m):
    """The micro-batches, once the size has been checked."""
    if m < 1:
        raise ValueError("micro_batch_size")
    return list(zip(x.split(m), y.split(m), strict=True))


def takes_the_mean_of_means(grad_fn, x, y, micro_batch_size):
    grads = [grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size)]
    return sum(grads) / len(grads)


def forgets_to_divide(grad_fn, x, y, micro_batch_size):
    return sum(grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size)) * 1.0


def divides_twice(grad_fn, x, y, micro_batch_size):
    return sum(grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size)) / len(x)


def returns_the_sum_over_samples(grad_fn, x, y, micro_batch_size):
    return accumulate_gradients(grad_fn, x, y, micro_batch_size) * len(x)


def takes_the_last_for_complete(grad_fn, x, y, micro_batch_size):
    return sum(micro_batch_size / len(x) * grad_fn(a, b) for a, b in pieces(x, y, micro_batch_size))


def loses_the_rest(grad_fn, x, y, micro_batch_size):
    parts = [(a, b) for a, b in pieces(x, y, micro_batch_size) if len(a) == micro_batch_size or len(x) < micro_batch_size]
    return sum(len(a) * grad_fn(a, b) for a, b in parts) / sum(len(a) for a, _ in parts)


def keeps_the_last_only(grad_fn, x, y, micro_batch_size):
    a, b = pieces(x, y, micro_batch_size)[-1]
    return grad_fn(a, b)


def keeps_the_first_only(grad_fn, x, y, micro_batch_size):
    a, b = pieces(x, y, micro_batch_size)[0]
    return grad_fn(a, b)


def repeats_the_first_labels(grad_fn, x, y, micro_batch_size):
    return sum(len(a) / len(x) * grad_fn(a, y[: len(a)]) for a, _ in pieces(x, y, micro_batch_size))


def takes_all_at_once(grad_fn, x, y, micro_batch_size):
    pieces(x, y, micro_batch_size)
    return grad_fn(x, y)


def takes_one_at_a_time(grad_fn, x, y, micro_batch_size):
    pieces(x, y, micro_batch_size)
    return accumulate_gradients(grad_fn, x, y, 1)


def makes_that_many_pieces(grad_fn, x, y, micro_batch_size):
    pieces(x, y, micro_batch_size)
    return accumulate_gradients(grad_fn, x, y, -(-len(x) // micro_batch_size))


def deals_in_turn(grad_fn, x, y, micro_batch_size):
    count = len(pieces(x, y, micro_batch_size))
    return sum(len(x[i::count]) / len(x) * grad_fn(x[i::count], y[i::count]) for i in range(count))


def ends_with_an_empty_one(grad_fn, x, y, micro_batch_size):
    grad = accumulate_gradients(grad_fn, x, y, micro_batch_size)
    return grad if len(x) % micro_batch_size else grad + float("nan")


def returns_float64(grad_fn, x, y, micro_batch_size):
    return accumulate_gradients(grad_fn, x, y, micro_batch_size).double()


def checks_nothing(grad_fn, x, y, micro_batch_size):
    return accumulate_gradients(grad_fn, x, y, max(micro_batch_size, 1))
