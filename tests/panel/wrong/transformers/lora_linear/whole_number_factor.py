# verdict: wrong
# mistake: Divides alpha by the rank with //, so alpha = 1 with rank 4 gives no change at all.
import numpy as np


def lora_linear(x, weight, bias, lora_a, lora_b, alpha):
    rank = len(lora_a)
    scale = alpha // rank
    h = np.matmul(x, lora_a.T)
    delta = np.matmul(h, lora_b.T) * scale
    out = np.matmul(x, weight.T) + bias + delta
    return out.astype(x.dtype)
