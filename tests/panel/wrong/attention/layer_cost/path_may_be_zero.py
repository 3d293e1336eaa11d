# verdict: wrong
# mistake: Counting starts at m = 0, so a convolution on a single position has a path of 0 and not of 1.
# told: counts_no_layer
def layer_cost(kind, n, d, k=3):
    match kind:
        case "attention":
            return n * n * d, 1, 1
        case "rnn":
            return n * d * d, n, n
        case "conv":
            m = 0
            while k**m < n:
                m += 1
            return k * n * d * d, 1, m
        case _:
            raise ValueError(f"no such kind: {kind}")
