# verdict: passed
# style: NumPy, running maximum over the channels with a boolean update
import numpy as np


def saliency(grad_x):
    strongest = np.abs(grad_x[:, 0])
    for c in range(1, grad_x.shape[1]):
        challenger = np.abs(grad_x[:, c])
        wins = challenger > strongest
        strongest[wins] = challenger[wins]
    return strongest
