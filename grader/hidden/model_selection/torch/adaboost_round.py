"""The known mistakes of model_selection/adaboost_round, as people write them in PyTorch."""

import math

import torch

from solutions.model_selection.torch.adaboost_round import adaboost_round

ABSENT = {"returns_float64": "PyTorch keeps float32 when it meets integers."}


def updated(w, y, pred, alpha, factors):
    adaboost_round(w, y, pred)
    new = w * factors
    return alpha, new / new.sum()


def forgets_the_half(w, y, pred):
    alpha = 2 * adaboost_round(w, y, pred)[0]
    return updated(w, y, pred, alpha, torch.exp(-alpha * y * pred))


def takes_the_vote_of_samme(w, y, pred):
    alpha, new = adaboost_round(w, y, pred)
    return 2 * alpha, new


def counts_samples(w, y, pred):
    adaboost_round(w, y, pred)
    error = (y != pred).to(w.dtype).mean()
    alpha = torch.log((1 - error) / error) / 2
    return updated(w, y, pred, alpha, torch.exp(-alpha * y * pred))


def selects_the_wrong_ones(w, y, pred):
    return updated(w, y, pred, adaboost_round(w, y, pred)[0], (y != pred).to(w.dtype))


def forgets_to_normalise(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return alpha, w * torch.exp(-alpha * y * pred)


def rewards_the_right_ones(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return updated(w, y, pred, alpha, torch.exp(alpha * y * pred))


def turns_the_fraction(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return updated(w, y, pred, -alpha, torch.exp(alpha * y * pred))


def leaves_the_right_ones(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return updated(w, y, pred, alpha, torch.exp(alpha * (y != pred)))


def takes_another_base(w, y, pred):
    alpha = adaboost_round(w, y, pred)[0] / math.log(10)
    return updated(w, y, pred, alpha, torch.exp(-alpha * y * pred))


def takes_a_sum_of_one_for_granted(w, y, pred):
    adaboost_round(w, y, pred)
    error = w[y != pred].sum()
    alpha = torch.log((1 - error) / error) / 2
    return updated(w, y, pred, alpha, torch.exp(-alpha * y * pred))


def protects_the_logarithm(w, y, pred):
    adaboost_round(w, y, pred)
    error = w[y != pred].sum() / w.sum()
    alpha = torch.log((1 - error) / (error + 1e-10)) / 2
    return updated(w, y, pred, alpha, torch.exp(-alpha * y * pred))


def leaves_the_weights(w, y, pred):
    return adaboost_round(w, y, pred)[0], w / w.sum()


def swaps_the_results(w, y, pred):
    return adaboost_round(w, y, pred)[::-1]


def overwrites_w(w, y, pred):
    alpha, new = adaboost_round(w, y, pred)
    w.copy_(new)
    return alpha, new


def votes_without_end(w, y, pred):
    if (y == pred).all():
        return math.inf, w / w.sum()
    return adaboost_round(w, y, pred)


def turns_a_bad_classifier_around(w, y, pred):
    if 2 * w[y != pred].sum() <= w.sum():
        return adaboost_round(w, y, pred)
    alpha, new = adaboost_round(w, y, -pred)
    return -alpha, new


def accepts_a_coin(w, y, pred):
    if w[y != pred].sum() * 2 == w.sum():
        return torch.zeros_like(w[0]), w / w.sum()
    return adaboost_round(w, y, pred)
