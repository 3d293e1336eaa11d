# verdict: passed
# style: the position of the name in a tuple is the number of states
KNOWN = ("sgd", "momentum", "adam")


def training_memory_bytes(n_params, optimizer, bytes_per=4):
    if optimizer not in KNOWN:
        raise ValueError("optimizer must be one of " + ", ".join(KNOWN))
    copies = (1, 1, KNOWN.index(optimizer))
    return tuple(c * n_params * bytes_per for c in copies)
