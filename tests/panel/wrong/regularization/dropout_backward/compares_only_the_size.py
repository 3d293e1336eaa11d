# verdict: wrong
# mistake: Only the number of entries is compared, so a mask of another shape with as many entries, such as a transposed one, is accepted.
# told: compares_sizes_only
import numpy as np


def dropout_backward(grad_output, mask):
    if mask.size != grad_output.size:
        raise ValueError(f"mask has {mask.size} entries, grad_output {grad_output.size}")
    out = np.empty_like(grad_output)
    g, m = grad_output.ravel(), mask.ravel()
    out[...] = (g * m).reshape(grad_output.shape)
    return out
