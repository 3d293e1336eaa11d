# verdict: wrong
# mistake: Merges the change into the caller's weight in place, so the frozen weight is changed and a second call adds it again.
# told: merges_in_place
import numpy as np


def lora_linear(x, weight, bias, lora_a, lora_b, alpha):
    weight += (float(alpha) / lora_a.shape[0]) * (lora_b @ lora_a)
    return np.dot(x, weight.T) + bias
