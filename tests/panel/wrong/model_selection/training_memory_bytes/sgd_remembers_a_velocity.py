# verdict: wrong
# mistake: Plain sgd is given the state of momentum, though it remembers nothing.
# told: gives_sgd_a_velocity
STATES = {"sgd": 1, "momentum": 1, "adam": 2}


def training_memory_bytes(n_params, optimizer, bytes_per=4):
    if optimizer not in STATES:
        raise ValueError(f"optimizer must be one of {sorted(STATES)}")
    base = n_params * bytes_per
    return base, base, STATES[optimizer] * base
