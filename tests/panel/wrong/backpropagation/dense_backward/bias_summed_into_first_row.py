# verdict: wrong
# mistake: The bias gradient is accumulated in place on the first row of grad_output, so the input is changed and the result is a view of it.
# told: updates_the_weight
import numpy as np


def dense_backward(grad_output, x, weight):
    dx = grad_output @ weight
    dweight = grad_output.T @ x
    dbias = grad_output[0]
    for row in grad_output[1:]:
        dbias += row
    return dx, dweight, dbias
