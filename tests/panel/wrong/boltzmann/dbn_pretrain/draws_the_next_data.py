# verdict: wrong
# mistake: Hands drawn binary states on to the next machine, where the probabilities are asked for.
# told: hands_up_rounded_states
import torch

torch.manual_seed(1)


def dbn_pretrain(x, sizes, rbm_train):
    if any(n < 1 for n in sizes):
        raise ValueError("sizes must all be at least 1")
    stack = []
    data = x
    for n in sizes:
        w, b, c = rbm_train(data, n)
        stack.append((w, b, c))
        probs = torch.sigmoid(data @ w.T + c)
        data = torch.bernoulli(probs)
    return stack
