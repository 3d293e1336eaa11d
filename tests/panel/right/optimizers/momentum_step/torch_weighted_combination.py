# verdict: passed
# style: PyTorch, the step as one linear combination of gradient and new buffer
import torch


def momentum_step(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if momentum < 0.0 or momentum >= 1.0:
        raise ValueError("momentum has to be at least 0 and below 1")
    new_buffer = torch.add(grad, momentum_buffer, alpha=momentum)
    a, b = (1.0, momentum) if nesterov else (0.0, 1.0)
    direction = b * new_buffer
    if a:
        direction = direction + a * grad
    return torch.sub(param, direction, alpha=lr), new_buffer
