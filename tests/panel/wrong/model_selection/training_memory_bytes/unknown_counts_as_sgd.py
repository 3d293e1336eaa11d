# verdict: wrong
# mistake: An unknown optimizer is not rejected but counted as one without state.
# told: takes_any_name
def training_memory_bytes(n_params, optimizer, bytes_per=4):
    slots = {"adam": 2, "momentum": 1}.get(optimizer, 0)
    n = n_params * bytes_per
    return (n, n, slots * n)
