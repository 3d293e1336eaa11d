# verdict: wrong
# mistake: Sums over axis 1 and not over the last one, so a batch with two axes gives the wrong shape and numbers.
import torch


def hopfield_energy(state, weight):
    terms = -0.5 * (state @ weight) * state
    return terms.sum(dim=0) if state.ndim == 1 else terms.sum(dim=1)
