# verdict: raised
# mistake: It asks for the truth value of the matrix proj, which NumPy refuses for more than one entry; it must compare with None.
import numpy as np


def residual_block(x, weight1, bias1, weight2, bias2, proj=None):
    n_out, n_in = weight2.shape[0], x.shape[1]
    if not proj and n_out != n_in:
        raise ValueError("need proj, because the number of features changes")
    shortcut = x @ proj.T if proj else x
    hidden = np.maximum(0, x @ weight1.T + bias1)
    return np.maximum(0, shortcut + hidden @ weight2.T + bias2)
