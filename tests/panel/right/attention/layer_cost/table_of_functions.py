# verdict: passed
# style: a dictionary of functions, the path as a generator search over integer powers
from itertools import count

_COSTS = {
    "attention": lambda n, d, k: (n**2 * d, 1, 1),
    "rnn": lambda n, d, k: (n * d**2, n, n),
    "conv": lambda n, d, k: (k * n * d**2, 1, next(m for m in count(1) if k**m >= n)),
}


def layer_cost(kind, n, d, k=3):
    try:
        cost = _COSTS[kind]
    except (KeyError, TypeError):
        raise ValueError(f"kind must be one of {sorted(_COSTS)}, got {kind!r}") from None
    return cost(n, d, k)
