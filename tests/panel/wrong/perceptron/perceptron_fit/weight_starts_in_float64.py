# verdict: wrong
# mistake: The weight starts as np.zeros(D) and stays float64, where the dtype of x is demanded.
# told: returns_float64
import numpy as np


def perceptron_fit(x, target, max_epochs=100):
    for label in target:
        if label not in (-1, 1):
            raise ValueError(f"target contains {label}")
    weight = np.zeros(x.shape[1])
    bias = 0.0
    mistakes_per_epoch = []
    converged = False
    while not converged and len(mistakes_per_epoch) < max_epochs:
        mistakes = 0
        for i in range(len(x)):
            y = int(target[i])
            if y * (weight.dot(x[i]) + bias) <= 0:
                weight += y * x[i]
                bias += y
                mistakes += 1
        mistakes_per_epoch.append(mistakes)
        converged = mistakes == 0
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": mistakes_per_epoch, "converged": converged}
