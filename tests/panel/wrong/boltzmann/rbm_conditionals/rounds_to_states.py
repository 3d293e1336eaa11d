# verdict: wrong
# mistake: Inputs are rounded to binary states, although visible may hold probabilities that enter the formula as they are.
import torch


def rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias):
    v = (visible > 0.5).to(weight.dtype)  # make sure that they are binary
    h = (hidden > 0.5).to(weight.dtype)
    p_h = torch.sigmoid(torch.matmul(v, weight.t()) + hidden_bias)
    p_v = torch.sigmoid(torch.matmul(h, weight) + visible_bias)
    return p_h, p_v
