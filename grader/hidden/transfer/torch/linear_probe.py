"""The known mistakes of transfer/linear_probe, as people write them in PyTorch."""

import torch

from solutions.transfer.torch.linear_probe import linear_probe


def with_ones(features, target, penalty):
    f = torch.cat([features, torch.ones_like(features[:, :1])], dim=1)
    solution = torch.linalg.solve(f.T @ f + torch.diag(torch.tensor(penalty)).to(f), f.T @ target)
    return solution[:-1].T, solution[-1]


def penalises_the_bias(features, target, lam):
    linear_probe(features, target, lam)
    return with_ones(features, target, [lam] * (features.shape[1] + 1))


def fits_without_a_bias(features, target, lam):
    linear_probe(features, target, lam)
    penalty = lam * torch.eye(features.shape[1]).to(features)
    return torch.linalg.solve(features.T @ features + penalty, features.T @ target).T, torch.zeros_like(target[0])


def forgets_the_mean_of_the_features(features, target, lam):
    return linear_probe(features, target, lam)[0], target.mean(0)


def transposes_the_weight(features, target, lam):
    weight, bias = linear_probe(features, target, lam)
    return weight.T, bias


def averages_the_errors(features, target, lam):
    return linear_probe(features, target, lam * len(features))


def doubles_the_penalty(features, target, lam):
    return linear_probe(features, target, 2 * lam)


def squares_the_penalty(features, target, lam):
    return linear_probe(features, target, lam * abs(lam))


def standardises_the_features(features, target, lam):
    std = features.std(0, correction=0)
    return linear_probe(features / torch.where(std == 0, 1, std), target, lam)


def adds_lam_everywhere(features, target, lam):
    linear_probe(features, target, lam)
    f, y = features - features.mean(0), target - target.mean(0)
    weight = (torch.linalg.pinv(f.T @ f + lam) @ (f.T @ y)).T
    return weight, target.mean(0) - weight @ features.mean(0)


def checks_nothing(features, target, lam):
    return with_ones(features, target, [lam] * features.shape[1] + [0.0])


def overwrites_the_features(features, target, lam):
    result = linear_probe(features, target, lam)
    features.sub_(features.mean(0))
    return result


def returns_float64(features, target, lam):
    return linear_probe(features.double(), target.double(), lam)
