# verdict: passed
# style: PyTorch, one working copy moved through a flat view; what f gave is kept as it came, a new number
import torch


def numerical_gradient(f, x, eps=1e-6):
    with torch.no_grad():
        y = x.detach().to(torch.float64, copy=True).contiguous()
        flat = y.view(-1)
        grad = torch.zeros(flat.numel(), dtype=torch.float64)
        for i in range(flat.numel()):
            old = flat[i].item()
            flat[i] = old + eps
            up = f(y)
            flat[i] = old - eps
            down = f(y)
            grad[i] = (up - down) / (2 * eps)
            flat[i] = old
        return grad.reshape(x.shape)
