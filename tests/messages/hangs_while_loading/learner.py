# grades: activations/relu
# deadline: 0.5
import numpy as np

numbers = [1]
for number in numbers:
    numbers.append(number + 1)
    numbers.pop(0)


def relu(x):
    return np.maximum(x, 0)
