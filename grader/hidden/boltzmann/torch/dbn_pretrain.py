"""The known mistakes of boltzmann/dbn_pretrain, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.dbn_pretrain import dbn_pretrain


def checked(sizes):
    if any(size < 1 for size in sizes):
        raise ValueError("sizes")


def stacked(x, sizes, rbm_train, lift):
    """A stack in which lift(data, parameters) makes the data of the next machine."""
    checked(sizes)
    stack = []
    for size in sizes:
        stack.append(rbm_train(x, size))
        x = lift(x, *stack[-1])
    return stack


def trains_all_on_the_raw_data(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, *_: data)


def forgets_the_hidden_bias(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: torch.sigmoid(data @ weight.T))


def hands_up_sums(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: data @ weight.T + c)


def hands_up_rounded_states(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: torch.sigmoid(data @ weight.T + c).round())


def hands_up_the_reconstruction(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: torch.sigmoid(torch.sigmoid(data @ weight.T + c) @ weight + b))


def centres_what_goes_up(x, sizes, rbm_train):
    def lift(data, weight, b, c):
        up = torch.sigmoid(data @ weight.T + c)
        return up - up.mean(0)

    return stacked(x, sizes, rbm_train, lift)


def joins_the_data(x, sizes, rbm_train):
    return stacked(x, sizes, rbm_train, lambda data, weight, b, c: torch.hstack([torch.sigmoid(data @ weight.T + c), data]))


def lists_from_the_top(x, sizes, rbm_train):
    return dbn_pretrain(x, sizes, rbm_train)[::-1]


def builds_from_the_last_size(x, sizes, rbm_train):
    return dbn_pretrain(x, sizes[::-1], rbm_train)


def skips_the_first_size(x, sizes, rbm_train):
    checked(sizes)
    return dbn_pretrain(x, sizes[1:], rbm_train)


def returns_the_last_machine(x, sizes, rbm_train):
    return dbn_pretrain(x, sizes, rbm_train)[-1:]


def returns_weights_only(x, sizes, rbm_train):
    return [weight for weight, _, _ in dbn_pretrain(x, sizes, rbm_train)]


def overflows(x, sizes, rbm_train):
    def lift(data, weight, b, c):
        e = torch.exp(data @ weight.T + c)
        return e / (1 + e)

    return stacked(x, sizes, rbm_train, lift)


def checks_nothing(x, sizes, rbm_train):
    stack = []
    for size in sizes:
        stack.append(rbm_train(x, size))
        x = torch.sigmoid(x @ stack[-1][0].T + stack[-1][2])
    return stack
