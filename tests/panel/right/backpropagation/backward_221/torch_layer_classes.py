# verdict: passed
# style: PyTorch, small layer objects with forward and backward methods
import torch


class Dense:
    def __init__(self, weight, bias):
        self.weight, self.bias = weight, bias

    def forward(self, inp):
        self.inp = inp
        return self.weight @ inp + self.bias

    def back(self, up):
        self.grad_weight = up.unsqueeze(-1) * self.inp
        self.grad_bias = up
        return self.weight.transpose(0, 1) @ up


class Sigmoid:
    def forward(self, z):
        self.out = z.sigmoid()
        return self.out

    def back(self, up):
        return up * self.out * (1 - self.out)


def backward_221(x, y, params):
    net = [
        Dense(params["weight1"], params["bias1"]),
        Sigmoid(),
        Dense(params["weight2"].unsqueeze(0), params["bias2"]),
        Sigmoid(),
    ]
    value = x
    for layer in net:
        value = layer.forward(value)
    up = value - y
    for layer in reversed(net):
        up = layer.back(up)
    return {
        "weight1": net[0].grad_weight,
        "bias1": net[0].grad_bias,
        "weight2": net[2].grad_weight.squeeze(0),
        "bias2": net[2].grad_bias.squeeze(0),
    }
