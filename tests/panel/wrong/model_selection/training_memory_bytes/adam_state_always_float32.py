# verdict: wrong
# mistake: The state of Adam is counted with 4 bytes for each number whatever bytes_per says.
def training_memory_bytes(n_params, optimizer, bytes_per=4):
    weights = n_params * bytes_per
    if optimizer == "sgd":
        state = 0
    elif optimizer == "momentum":
        state = weights
    elif optimizer == "adam":
        state = 2 * n_params * 4  # the moments are kept in float32
    else:
        raise ValueError(f"unknown optimizer: {optimizer}")
    return weights, weights, state
