# verdict: wrong
# mistake: The loop goes on until k^m exceeds n, so an exact power of k costs one layer too many.
# told: divides_logarithms
def layer_cost(kind, n, d, k=3):
    if kind not in ("attention", "rnn", "conv"):
        raise ValueError(f"kind is {kind!r}, not one of attention, rnn, conv")
    if kind == "attention":
        return n**2 * d, 1, 1
    if kind == "rnn":
        return n * d**2, n, n
    m, reach = 1, k
    while reach <= n:
        reach *= k
        m += 1
    return k * n * d**2, 1, m
