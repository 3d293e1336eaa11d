# verdict: wrong
# mistake: It divides the product of all gates by the running product, which is 0/0 and so NaN as soon as a gate is exactly 0.
# told: divides_products
import numpy as np


def cell_gradient(f):
    running = np.cumprod(f, axis=1)
    total = running[:, -1:]
    return total / running
