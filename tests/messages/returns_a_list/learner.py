# grades: activations/sigmoid
import math


def sigmoid(x):
    return [1 / (1 + math.exp(-min(max(value, -700), 700))) for value in x.ravel()]
