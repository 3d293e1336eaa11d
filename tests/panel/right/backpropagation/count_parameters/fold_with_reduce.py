# verdict: passed
# style: functools.reduce with the pair (total, previous width), biases counted apart
from functools import reduce


def _check(sizes):
    if len(sizes) == 0:
        raise ValueError("sizes is empty")
    if not all(width >= 1 for width in sizes):
        raise ValueError("sizes has an entry below 1")


def count_parameters(sizes, bias=True):
    _check(sizes)

    def step(state, width):
        total, previous = state
        return total + previous * int(width), int(width)

    weights, _ = reduce(step, sizes[1:], (0, int(sizes[0])))
    biases = sum(map(int, sizes[1:])) if bias else 0
    return weights + biases
