# verdict: wrong
# mistake: The recursion does not pass bias on, so with bias=False only the first layer goes without biases.
def count_parameters(sizes, bias=True):
    if not sizes or any(width < 1 for width in sizes):
        raise ValueError(f"sizes must hold at least one width, each at least 1, got {sizes}")
    if len(sizes) == 1:
        return 0
    n_in, n_out = sizes[0], sizes[1]
    here = n_out * n_in
    if bias:
        here += n_out
    return here + count_parameters(sizes[1:])
