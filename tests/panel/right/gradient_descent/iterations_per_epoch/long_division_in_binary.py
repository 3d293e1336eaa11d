# verdict: passed
# style: long division by shifting and subtracting whole numbers
def iterations_per_epoch(n, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if n < 0:
        raise ValueError(f"n must be at least 0, got {n}")
    left, b = int(n), int(batch_size)
    shift = 0
    while (b << shift) <= left:
        shift += 1
    full = 0
    for s in range(shift, -1, -1):
        if (b << s) <= left:
            left -= b << s
            full += 1 << s
    if left > 0 and not drop_last:
        full += 1
    return full
