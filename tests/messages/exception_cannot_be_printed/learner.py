# grades: activations/relu
import numpy as np


class Broken(Exception):
    def __init__(self, array):
        self.array = array

    def __str__(self):
        return "the array was " + self.arrray.tolist()


def relu(x):
    raise Broken(x)
