# verdict: passed
# style: PyTorch, running total over the rows, then over the neurons
import torch


def dense_bias_grad(grad_output, shared=False):
    total = torch.zeros(grad_output.shape[1], dtype=grad_output.dtype, device=grad_output.device)
    for row in grad_output:
        total = total + row
    return total.sum() if shared else total
