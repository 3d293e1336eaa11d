# verdict: passed
# style: torch, gradients by autograd.grad, loss by logsigmoid
import torch
import torch.nn.functional as F


def train_from_zero(x, target, hidden, act, lr, steps):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, not {act}")
    phi = getattr(torch, act)
    names = ["weight1", "bias1", "weight2", "bias2"]
    shapes = [(hidden, x.shape[1]), (hidden,), (1, hidden), (1,)]
    params = [x.detach().new_zeros(s).requires_grad_() for s in shapes]

    def score_and_loss():
        w1, b1, w2, b2 = params
        score = F.linear(phi(F.linear(x, w1, b1)), w2, b2).squeeze(1)
        each = -target * F.logsigmoid(score) - (1 - target) * F.logsigmoid(-score)
        return score, each.mean()

    for _ in range(steps):
        grads = torch.autograd.grad(score_and_loss()[1], params)
        params = [(p - lr * g).detach().requires_grad_() for p, g in zip(params, grads)]
    score, loss = score_and_loss()
    result = {k: p.detach() for k, p in zip(names, params)}
    result["loss"] = loss.item()
    result["predictions"] = torch.sigmoid(score).detach()
    return result
