# verdict: raised
# mistake: An unknown optimizer gives a KeyError from the table in place of a ValueError that names the argument.
def training_memory_bytes(n_params, optimizer, bytes_per=4):
    s = {"sgd": 0, "momentum": 1, "adam": 2}[optimizer]
    nb = n_params * bytes_per
    return nb, nb, s * nb
