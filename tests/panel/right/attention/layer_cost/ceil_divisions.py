# verdict: passed
# style: the path by repeated division, rounded up, until a single position is left
def _path(n, k):
    layers = 1
    n = -(-n // k)
    while n > 1:
        n = -(-n // k)
        layers += 1
    return layers


def layer_cost(kind, n, d, k=3):
    if kind == "attention":
        return n * n * d, 1, 1
    if kind == "rnn":
        return n * d * d, n, n
    if kind == "conv":
        return k * n * d * d, 1, _path(n, k)
    raise ValueError(f"unknown kind: {kind!r}")
