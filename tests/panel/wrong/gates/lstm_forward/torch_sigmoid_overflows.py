# verdict: wrong
# mistake: The sigmoid is written as exp(a) / (exp(a) + 1), which is NaN when a large sum should just open the gate.
import torch


def sigmoid(a):
    e = torch.exp(a)
    return e / (e + 1)


def lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = h0, c0
    outputs = []
    for t in range(x.shape[1]):
        a = x[:, t] @ weight_ih.T + h @ weight_hh.T + bias_ih + bias_hh
        i, f, g, o = a.chunk(4, dim=1)
        c = sigmoid(f) * c + sigmoid(i) * torch.tanh(g)
        h = sigmoid(o) * torch.tanh(c)
        outputs.append(h)
    return torch.stack(outputs, dim=1), c
