# verdict: wrong
# mistake: Only the first three channels are looked at, but there may be any number of channels.
import numpy as np


def saliency(grad_x):
    rgb = np.abs(grad_x[:, :3])
    return rgb.max(axis=1)
