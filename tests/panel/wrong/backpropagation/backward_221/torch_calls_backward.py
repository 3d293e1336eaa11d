# verdict: forbidden
# mistake: It lets torch.Tensor.backward do the work, which the statement rules out.
import torch


def backward_221(x, y, params):
    leaves = {k: torch.as_tensor(v, dtype=x.dtype).detach().clone().requires_grad_() for k, v in params.items()}
    a1 = torch.sigmoid(leaves["weight1"] @ x.detach() + leaves["bias1"])
    y_hat = torch.sigmoid(leaves["weight2"] @ a1 + leaves["bias2"])
    cost = 0.5 * (y_hat - y) ** 2
    cost.backward()
    return {k: v.grad for k, v in leaves.items()}
