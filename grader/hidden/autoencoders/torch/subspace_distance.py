"""The known mistakes of autoencoders/subspace_distance, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.subspace_distance import subspace_distance


def basis(a):
    u, s, _ = torch.linalg.svd(a, full_matrices=False)
    return u[:, s > 1e-5 * s[0]]


def distance(a, b, projector):
    subspace_distance(a, b)
    return torch.linalg.norm(projector(a) - projector(b))


def compares_the_bases(a, b):
    subspace_distance(a, b)
    return torch.linalg.norm(a - b)


def skips_the_orthonormal_basis(a, b):
    return distance(a, b, lambda a: a @ a.T)


def only_normalizes_the_columns(a, b):
    return distance(a, b, lambda a: (a / a.norm(dim=0)) @ (a / a.norm(dim=0)).T)


def takes_every_column_of_qr(a, b):
    return distance(a, b, lambda a: torch.linalg.qr(a)[0] @ torch.linalg.qr(a)[0].T)


def has_an_absolute_threshold(a, b):
    def projector(a):
        u, s, _ = torch.linalg.svd(a, full_matrices=False)
        return u[:, s > 1e-5] @ u[:, s > 1e-5].T

    return distance(a, b, projector)


def has_the_threshold_of_the_library(a, b):
    return distance(a, b, lambda a: a @ torch.linalg.pinv(a))


def takes_the_rows(a, b):
    subspace_distance(a, b)
    return torch.linalg.norm(basis(a.T) @ basis(a.T).T - basis(b.T) @ basis(b.T).T)


def subtracts_nearly_equal_numbers(a, b):
    subspace_distance(a, b)
    p, q = basis(a), basis(b)
    return torch.sqrt(torch.clamp(p.shape[1] + q.shape[1] - 2 * ((p.T @ q) ** 2).sum(), min=0))


def returns_the_square(a, b):
    return subspace_distance(a, b) ** 2


def measures_the_sines(a, b):
    return subspace_distance(a, b) / 2**0.5


def takes_the_spectral_norm(a, b):
    subspace_distance(a, b)
    return torch.linalg.matrix_norm(basis(a) @ basis(a).T - basis(b) @ basis(b).T, 2)


def measures_the_angles(a, b):
    subspace_distance(a, b)
    cosines = torch.linalg.svdvals(basis(a).T @ basis(b))
    return torch.sqrt(2 * (torch.acos(torch.clamp(cosines, max=1)) ** 2).sum())


def looks_from_one_side(a, b):
    subspace_distance(a, b)
    return 2**0.5 * torch.linalg.norm(basis(a) - basis(b) @ (basis(b).T @ basis(a)))


def checks_nothing(a, b):
    return torch.linalg.norm(basis(a) @ basis(a).T - basis(b) @ basis(b).T)


def returns_float32(a, b):
    return subspace_distance(a.float(), b.float())


def overwrites_a(a, b):
    result = subspace_distance(a, b)
    a.div_(a.norm(dim=0))
    return result
