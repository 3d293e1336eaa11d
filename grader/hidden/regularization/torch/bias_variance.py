"""The known mistakes of regularization/bias_variance, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.bias_variance import bias_variance

ABSENT = {}


def parts(bias2, variance, noise):
    return {"bias2": bias2, "variance": variance, "mse": bias2 + variance + noise}


def divides_by_one_less(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], preds.var(dim=0).mean(), noise_var)


def averages_the_bias_first(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts((preds.mean(dim=0) - f_true).mean() ** 2, found["variance"], noise_var)


def takes_the_error_for_the_bias(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts((preds - f_true).square().mean(), found["variance"], noise_var)


def averages_over_the_points(preds, f_true, noise_var):
    bias_variance(preds, f_true, noise_var)
    centre = preds.mean(dim=1, keepdim=True)
    return parts((centre - f_true).square().mean(), (preds - centre).square().mean(), noise_var)


def takes_one_mean_for_all(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], torch.var(preds, correction=0), noise_var)


def forgets_the_square(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts((preds.mean(dim=0) - f_true).abs().mean(), found["variance"], noise_var)


def sums_over_the_points(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"] * len(f_true), found["variance"] * len(f_true), noise_var)


def forgets_the_noise(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return found | {"mse": found["bias2"] + found["variance"]}


def counts_the_noise_twice(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return found | {"mse": found["mse"] + noise_var}


def squares_the_noise(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], found["variance"], noise_var**2)


def subtracts_two_squares(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, noise_var)
    return parts(found["bias2"], (preds.square().mean(dim=0) - preds.mean(dim=0).square()).mean(), noise_var)


def checks_nothing(preds, f_true, noise_var):
    found = bias_variance(preds, f_true, abs(noise_var))
    return parts(found["bias2"], found["variance"], noise_var)
