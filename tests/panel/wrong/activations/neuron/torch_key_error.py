# verdict: raised
# mistake: An unknown name gives the KeyError of the dictionary, not a ValueError that names activation.
import torch

ACTIVATIONS = {
    "identity": lambda z: z,
    "step": lambda z: (z > 0).to(z.dtype),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
}


def neuron(x, weight, bias, activation):
    f = ACTIVATIONS[activation]
    z = torch.mv(x, weight) + bias
    return f(z)
