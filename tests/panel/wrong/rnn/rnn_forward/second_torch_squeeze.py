# verdict: wrong
# mistake: the final squeeze removes an axis whenever the batch, the sequence or the hidden layer has length 1.
# told: squeezes_the_result
import torch


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, steps = h0, []
    for t in range(x.size(1)):
        h = torch.tanh(x[:, t : t + 1] @ weight_ih.T + bias_ih + (h @ weight_hh.T + bias_hh).reshape(x.size(0), 1, -1))
        h = h[:, 0]
        steps.append(h)
    return torch.stack(steps, dim=1).squeeze()
