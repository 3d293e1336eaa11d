# verdict: wrong
# mistake: zip silently stops at the shorter list, so a missing bias raises no ValueError.
# told: stops_at_the_shorter_list
import torch


def collapse_linear_network(weights, biases):
    weight, bias = None, None
    for w, b in zip(weights, biases):
        if weight is None:
            weight, bias = w.clone(), b.clone()
        else:
            bias = torch.addmv(b, w, bias)
            weight = w @ weight
    return weight, bias
