"""The known mistakes of regularization/expected_dropout_loss, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.expected_dropout_loss import expected_dropout_loss


def loss(x, y, weight, p, strength, penalty):
    """The squared error plus strength times another penalty, for a p that is allowed."""
    expected_dropout_loss(x, y, weight, p)
    return torch.nn.functional.mse_loss(x @ weight, y, reduction="sum") + strength * penalty


def squares(x, weight):
    return (x * weight).square().sum()


def forgets_the_variance(x, y, weight, p):
    return loss(x, y, weight, p, 0, 0)


def forgets_the_error(x, y, weight, p):
    expected_dropout_loss(x, y, weight, p)
    return p / (1 - p) * squares(x, weight)


def takes_p_for_the_share_kept(x, y, weight, p):
    return loss(x, y, weight, p, (1 - p) / p if p else torch.inf, squares(x, weight))


def forgets_the_scale(x, y, weight, p):
    expected_dropout_loss(x, y, weight, p)
    return (y - (1 - p) * x @ weight).square().sum() + p * (1 - p) * squares(x, weight)


def takes_the_variance_unscaled(x, y, weight, p):
    return loss(x, y, weight, p, p * (1 - p), squares(x, weight))


def takes_the_mean_square(x, y, weight, p):
    return loss(x, y, weight, p, 1 / (1 - p), squares(x, weight))


def multiplies_by_p(x, y, weight, p):
    return loss(x, y, weight, p, p, squares(x, weight))


def drops_whole_samples(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), (x @ weight).square().sum())


def penalises_by_plain_ridge(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), weight.square().sum())


def assumes_standardised_features(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p) * len(x), weight.square().sum())


def centres_the_features(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), squares(x - x.mean(dim=0), weight))


def penalises_absolute_values(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), (x * weight).abs().sum())


def forgets_to_square_the_weight(x, y, weight, p):
    return loss(x, y, weight, p, p / (1 - p), (x.square() @ weight).sum())


def subtracts_the_variance(x, y, weight, p):
    return loss(x, y, weight, p, -p / (1 - p), squares(x, weight))


def takes_the_mean_over_samples(x, y, weight, p):
    return expected_dropout_loss(x, y, weight, p) / len(x)


def takes_half_of_it(x, y, weight, p):
    return expected_dropout_loss(x, y, weight, p) / 2


def checks_nothing(x, y, weight, p):
    return loss(x, y, weight, 0.0, p / (1 - p), squares(x, weight))


def lets_one_pass(x, y, weight, p):
    return expected_dropout_loss(x, y, weight, p) if p != 1 else torch.inf
