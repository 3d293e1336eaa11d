# verdict: wrong
# mistake: a batch larger than the data set is shrunk to it, so that it counts as complete with drop_last.
# told: has_at_least_one
def iterations_per_epoch(n, batch_size, drop_last=False):
    if n < 0:
        raise ValueError(f"n must be at least 0, got {n}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if n == 0:
        return 0
    batch_size = min(batch_size, n)
    full, rest = divmod(n, batch_size)
    return full if drop_last or rest == 0 else full + 1
