# grades: activations/relu
import numpy as np
import torch_is_not_here as torch


def relu(x):
    return torch.clamp(torch.tensor(x), min=0).numpy()
