# verdict: wrong
# mistake: tanh is replaced by 2 sigmoid(2z) - 1, which cancels to 0 for tiny sums.
# told: cancels_in_tanh
import torch


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    state = h0
    states = []
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh
        state = 2 * torch.sigmoid(2 * z) - 1
        states.append(state)
    return torch.stack(states, dim=1)
