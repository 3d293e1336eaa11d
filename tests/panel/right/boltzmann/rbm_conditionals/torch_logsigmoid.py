# verdict: passed
# style: PyTorch, exp of logsigmoid, elementwise products summed over the last axis
import torch
import torch.nn.functional as F


def rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias):
    to_hidden = (visible.unsqueeze(-2) * weight).sum(-1) + hidden_bias
    to_visible = (hidden.unsqueeze(-1) * weight).sum(-2) + visible_bias
    return torch.exp(F.logsigmoid(to_hidden)), torch.exp(F.logsigmoid(to_visible))
