# verdict: wrong
# mistake: Writes the residual into target, so the caller's data are changed (and the input too, if it is the same array).
# told: updates_the_weight
import numpy as np


def autoencoder_grads(input, target, weight, bias_enc, bias_dec):
    hidden = np.tanh(input @ weight.T + bias_enc)
    output = hidden @ weight + bias_dec
    error = np.subtract(output, target, out=target)
    loss = np.mean(error**2)
    dout = 2 * error / error.size
    dpre = (dout @ weight.T) * (1 - hidden**2)
    dweight = dpre.T @ input + hidden.T @ dout
    return loss, dweight, dpre.sum(axis=0), dout.sum(axis=0)
