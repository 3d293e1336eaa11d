# verdict: passed
# style: PyTorch, scatter_add along the flattened plane
import torch


def max_pool2d_backward(grad_output, indices, x_shape):
    if tuple(indices.shape) != tuple(grad_output.shape):
        raise ValueError(f"indices has shape {tuple(indices.shape)}, expected {tuple(grad_output.shape)}")
    N, C, H, W = x_shape
    if (N, C) != tuple(grad_output.shape[:2]):
        raise ValueError(f"x_shape begins with {(N, C)}, expected {tuple(grad_output.shape[:2])}")
    grad = torch.zeros((N, C, H * W), dtype=grad_output.dtype, device=grad_output.device)
    grad = grad.scatter_add(2, indices.flatten(2), grad_output.flatten(2))
    return grad.reshape(N, C, H, W)
