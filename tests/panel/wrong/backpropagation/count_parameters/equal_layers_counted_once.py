# verdict: wrong
# mistake: Equal layers are collected in a set of (in, out) pairs, so layers of the same shape are counted once only.
def count_parameters(sizes, bias=True):
    if not sizes:
        raise ValueError("sizes must have at least one entry")
    if any(width < 1 for width in sizes):
        raise ValueError("sizes must be at least 1 everywhere")
    shapes = {(n_out, n_in) for n_in, n_out in zip(sizes, sizes[1:])}
    weights = sum(n_out * n_in for n_out, n_in in shapes)
    biases = sum(n_out for n_out, _ in shapes) if bias else 0
    return weights + biases
