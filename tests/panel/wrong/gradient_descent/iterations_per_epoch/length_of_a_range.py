# verdict: raised
# mistake: len(range(...)) fails with an OverflowError when there are more batches than fit into 63 bits.
def iterations_per_epoch(n, batch_size, drop_last=False):
    if n < 0:
        raise ValueError(f"n must be at least 0, got {n}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    stop = n - batch_size + 1 if drop_last else n
    return len(range(0, stop, batch_size))
