# verdict: passed
# style: PyTorch, states are pushed on a list and popped on the way back, each norm put in front
import torch


def time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    stack = [h0]
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + stack[-1] @ weight_hh.T + bias_hh
        stack.append(torch.tanh(z))

    sizes = []
    upstream = grad_output
    while len(stack) > 1:
        h = stack.pop()
        delta = upstream * (1 - h * h)
        share = torch.einsum("ni,nj->ij", delta, stack[-1])
        sizes.insert(0, share.square().sum().sqrt())
        upstream = delta @ weight_hh
    return torch.stack(sizes)
