# grades: backpropagation/numerical_gradient
import numpy as np


def rest(f, x, eps, index):
    # one more entry each time
    return rest(f, x, eps, index + 1)


def numerical_gradient(f, x, eps=1e-6):
    return rest(f, x, eps, 0)
