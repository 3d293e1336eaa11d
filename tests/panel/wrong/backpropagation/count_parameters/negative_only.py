# verdict: wrong
# mistake: Only negative widths are rejected; a width of 0 is below 1 too and must raise ValueError.
def count_parameters(sizes, bias=True):
    if not sizes:
        raise ValueError("sizes must not be empty")
    if any(size < 0 for size in sizes):
        raise ValueError("sizes must not contain negative numbers")
    params = 0
    for i in range(1, len(sizes)):
        params += sizes[i] * sizes[i - 1]
        if bias:
            params += sizes[i]
    return params
