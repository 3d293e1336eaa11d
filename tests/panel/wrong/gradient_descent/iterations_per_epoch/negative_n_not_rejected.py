# verdict: wrong
# mistake: a negative n is not rejected; it gives a number of iterations below 0.
# told: lets_a_negative_n_pass
def iterations_per_epoch(n, batch_size, drop_last=False):
    if not batch_size >= 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    iterations = n // batch_size
    if n % batch_size != 0 and not drop_last:
        iterations += 1
    return iterations
