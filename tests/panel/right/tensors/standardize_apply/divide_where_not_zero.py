# verdict: passed
# style: one fresh array, np.divide with a where mask leaves constant features centred
import numpy as np


def standardize_apply(x, mean, std):
    z = np.subtract(x, mean)
    spreads = np.broadcast_to(std != 0, z.shape)
    np.divide(z, std, out=z, where=spreads)
    return z
