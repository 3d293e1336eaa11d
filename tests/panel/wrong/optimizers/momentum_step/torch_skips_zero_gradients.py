# verdict: wrong
# mistake: Where the gradient is zero the buffer keeps its old value, instead of decaying by the factor momentum.
import torch


def momentum_step(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if not 0 <= momentum < 1:
        raise ValueError("momentum must be >= 0 and < 1")
    v = momentum * momentum_buffer + grad
    # parameters without a gradient took no part in this step
    v = torch.where(grad == 0, momentum_buffer, v)
    d = grad + momentum * v if nesterov else v
    return param - lr * d, v
