# verdict: passed
# style: PyTorch, broadcast and sum, sigmoid as exp of logsigmoid
import torch
import torch.nn.functional as F


def neuron(weight, inputs, bias):
    z = torch.sum(weight * inputs, dim=-1) + bias
    return z, torch.exp(F.logsigmoid(z))


def forward_221(x, params):
    z1, a1 = neuron(params["weight1"], x, params["bias1"])
    z2, y_hat = neuron(params["weight2"], a1, params["bias2"])
    return {"z1": z1.to(x.dtype), "a1": a1.to(x.dtype), "z2": z2, "y_hat": y_hat}
