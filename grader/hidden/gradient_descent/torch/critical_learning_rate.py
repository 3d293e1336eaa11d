"""The known mistakes of gradient_descent/critical_learning_rate, as people write them in PyTorch."""

import torch

from solutions.gradient_descent.torch.critical_learning_rate import critical_learning_rate


def checked(hessian):
    """The eigenvalues in ascending order, if the matrix is symmetric."""
    critical_learning_rate(hessian)
    return torch.linalg.eigvalsh(hessian)


def stops_at_one_over(hessian):
    return 1 / checked(hessian).max()


def divides_by_the_trace(hessian):
    checked(hessian)
    return 2 / hessian.trace()


def divides_by_the_largest_on_the_diagonal(hessian):
    checked(hessian)
    return 2 / hessian.diagonal().max()


def divides_by_the_smallest(hessian):
    return 2 / checked(hessian).min()


def divides_by_the_mean(hessian):
    return 2 / checked(hessian).mean()


def takes_the_fastest_rate(hessian):
    eigenvalues = checked(hessian)
    return 2 / (eigenvalues[0] + eigenvalues[-1])


def divides_by_the_frobenius_norm(hessian):
    checked(hessian)
    return 2 / hessian.norm()


def divides_by_the_largest_row_sum(hessian):
    checked(hessian)
    return 2 / hessian.abs().sum(dim=1).max()


def divides_by_the_square(hessian):
    return 2 / checked(hessian).max() ** 2


def returns_the_curvature(hessian):
    return checked(hessian).max()


def raises_for_a_flat_loss(hessian):
    return 2 / checked(hessian).max().item()


def returns_zero_for_a_flat_loss(hessian):
    return torch.nan_to_num(critical_learning_rate(hessian), posinf=0.0)


def adds_eps(hessian):
    return 2 / (checked(hessian).max() + 1e-8)


def checks_nothing(hessian):
    return critical_learning_rate(torch.tril(hessian) + torch.tril(hessian, -1).T)


def makes_it_symmetric(hessian):
    return critical_learning_rate((hessian + hessian.T) / 2)
