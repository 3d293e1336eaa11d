# verdict: wrong
# mistake: Reads the rank from the first axis of lora_b, which is the number of outputs.
# told: divides_by_the_outputs
import numpy as np


def lora_linear(x, weight, bias, lora_a, lora_b, alpha):
    rank = lora_b.shape[0]
    scaling = float(alpha) / rank
    return (x @ weight.T + bias + scaling * ((x @ lora_a.T) @ lora_b.T)).astype(x.dtype)
