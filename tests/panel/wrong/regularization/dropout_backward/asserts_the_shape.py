# verdict: raised
# mistake: A mask of another shape gives an AssertionError instead of the ValueError that is asked for.
import numpy as np


def dropout_backward(grad_output, mask):
    assert mask.shape == grad_output.shape, "mask must have the same shape as grad_output"
    return np.array(grad_output * mask)
