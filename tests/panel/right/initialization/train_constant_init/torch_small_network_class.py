# verdict: passed
# style: torch, small network class with step method, gradients by hand
import torch


class Net:
    def __init__(self, like, hidden, value):
        self.weight1 = torch.full_like(like[:1], value).repeat(hidden, 1)
        self.bias1 = like.new_zeros(hidden)
        self.weight2 = like.new_zeros(1, hidden) + value
        self.bias2 = like.new_zeros(1)

    def run(self, x, y):
        self.a = torch.tanh(torch.addmm(self.bias1, x, self.weight1.T))
        self.residual = self.a @ self.weight2[0] + self.bias2 - y
        return self.residual.square().mean()

    def step(self, x, lr):
        g = self.residual * (2 / len(x))
        delta = g[:, None] * self.weight2 * (1 - self.a.square())
        self.weight1 = self.weight1 - lr * torch.einsum("nh,nd->hd", delta, x)
        self.bias1 = self.bias1 - lr * delta.sum(0)
        self.weight2 = self.weight2 - lr * (g @ self.a)[None]
        self.bias2 = self.bias2 - lr * g.sum()[None]


def train_constant_init(x, target, value, hidden, lr, steps):
    net = Net(x, hidden, float(value))
    losses = [net.run(x, target)]
    while len(losses) <= steps:
        net.step(x, lr)
        losses.append(net.run(x, target))
    names = ("weight1", "bias1", "weight2", "bias2")
    return {"losses": torch.stack(losses), **{k: getattr(net, k) for k in names}}
