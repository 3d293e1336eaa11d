# verdict: passed
# style: PyTorch, no_grad, flat clones reshaped for every call
import torch


def numerical_gradient(f, x, eps=1e-6):
    with torch.no_grad():
        base = x.detach().to(torch.float64).reshape(-1)
        grad = torch.zeros(base.numel(), dtype=torch.float64)
        for i in range(base.numel()):
            plus, minus = base.clone(), base.clone()
            plus[i] += eps
            minus[i] -= eps
            grad[i] = (float(f(plus.reshape(x.shape))) - float(f(minus.reshape(x.shape)))) / (2 * eps)
        return grad.reshape(x.shape)
