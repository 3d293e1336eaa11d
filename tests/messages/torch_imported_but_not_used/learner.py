# grades: activations/relu
import numpy as np


def relu(x):
    y = x.copy()
    y[y < 0] = 0
    return y


if __name__ == "__main__":
    import torch

    scores = np.random.default_rng(0).normal(size=(3, 4))
    print(relu(scores) - torch.relu(torch.from_numpy(scores)).numpy())
