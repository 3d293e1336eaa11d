# verdict: wrong
# mistake: For a batch of one it returns a view of its input, where a new array is demanded.
import numpy as np


def dense_bias_grad(grad_output, shared=False):
    n = grad_output.shape[0]
    if n == 1:
        per_neuron = grad_output[0]
    else:
        per_neuron = np.add.reduce(grad_output, axis=0)
    if shared:
        return per_neuron.sum()
    return per_neuron
