# verdict: wrong
# mistake: Sets the negative elements of the input itself to 0.
# told: overwrites_the_input
import numpy as np


def relu(x):
    x[x < 0] = 0
    return x.copy()
