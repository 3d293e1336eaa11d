"""The known mistakes of boltzmann/hopfield_energy, as people write them in PyTorch."""

from solutions.boltzmann.torch.hopfield_energy import hopfield_energy


def forgets_the_half(state, weight):
    return -(state @ weight * state).sum(-1)


def forgets_the_minus(state, weight):
    return -hopfield_energy(state, weight)


def halves_pairs_counted_once(state, weight):
    return hopfield_energy(state, weight.triu())


def counts_the_upper_triangle(state, weight):
    return -(state @ weight.triu(1) * state).sum(-1)


def leaves_out_the_diagonal(state, weight):
    return hopfield_energy(state, weight - weight.diagonal().diag())


def sums_over_the_batch(state, weight):
    return -(state @ weight * state).sum() / 2


def mixes_the_states(state, weight):
    return -(state @ weight @ state.mT) / 2 if state.ndim > 1 else hopfield_energy(state, weight)


def takes_the_mean(state, weight):
    return -(state @ weight * state).mean(-1) / 2


def uses_the_state_once(state, weight):
    return -(state @ weight).sum(-1) / 2


def keeps_the_axis(state, weight):
    return -(state @ weight * state).sum(-1, keepdim=True) / 2


def returns_float64(state, weight):
    return hopfield_energy(state.double(), weight.double())
