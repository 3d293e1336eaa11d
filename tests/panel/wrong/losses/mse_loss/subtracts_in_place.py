# verdict: wrong
# mistake: It subtracts the target from the input in place, so the caller's predictions are overwritten with errors.
# told: overwrites_input
import numpy as np


def mse_loss(input, target):
    if input.shape != target.shape:
        raise ValueError(f"target.shape {target.shape} != input.shape {input.shape}")
    error = input
    error -= target          # saves one temporary
    loss = np.mean(np.square(error))
    return loss, np.asarray(error * (2.0 / error.size))
