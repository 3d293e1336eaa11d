"""The known mistakes of gradient_flow/orthogonal_init, as people write them in PyTorch."""

import torch

from solutions.gradient_flow.torch.orthogonal_init import orthogonal_init

ABSENT = {}


def factors(gaussian):
    orthogonal_init(gaussian)
    return torch.linalg.qr(gaussian.T if gaussian.shape[0] < gaussian.shape[1] else gaussian)


def turned(q, gaussian):
    return q.T if gaussian.shape[0] < gaussian.shape[1] else q


def forgets_the_signs(gaussian, gain=1.0):
    q, _ = factors(gaussian)
    return gain * turned(q, gaussian)


def flips_the_rows(gaussian, gain=1.0):
    q, r = factors(gaussian)
    return gain * turned(torch.sign(r.diagonal())[:, None] * q, gaussian)


def makes_the_first_row_positive(gaussian, gain=1.0):
    q, _ = factors(gaussian)
    return gain * turned(q * torch.sign(q[:1]), gaussian)


def takes_the_closest_matrix(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    u, _, vt = torch.linalg.svd(gaussian, full_matrices=False)
    return gain * (u @ vt)


def only_scales_the_columns(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    return gain * gaussian / gaussian.norm(dim=0)


def takes_square_for_wide(gaussian, gain=1.0):
    square = gaussian.ndim == 2 and len(gaussian) == gaussian.shape[1]
    return orthogonal_init(gaussian.T, gain).T.clone() if square else orthogonal_init(gaussian, gain)


def decomposes_wide_matrices_as_they_are(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    q, r = torch.linalg.qr(gaussian)
    return gain * q * torch.sign(r.diagonal())


def forgets_to_transpose_back(gaussian, gain=1.0):
    w = orthogonal_init(gaussian, gain)
    return w.T.clone() if len(w) < w.shape[1] else w


def starts_at_the_right(gaussian, gain=1.0):
    orthogonal_init(gaussian)
    return orthogonal_init(gaussian.flip(0, 1), gain).flip(0, 1)


def ignores_the_gain(gaussian, gain=1.0):
    return orthogonal_init(gaussian)


def divides_by_the_gain(gaussian, gain=1.0):
    return orthogonal_init(gaussian, 1 / gain)


def scales_like_gaussian_weights(gaussian, gain=1.0):
    w = orthogonal_init(gaussian, gain)
    return w / w.shape[1] ** 0.5


def accepts_any_number_of_axes(gaussian, gain=1.0):
    return orthogonal_init(gaussian.reshape(-1, gaussian.shape[-1]), gain).reshape(gaussian.shape)


def returns_float64(gaussian, gain=1.0):
    return orthogonal_init(gaussian.double(), gain)


def overwrites_gaussian(gaussian, gain=1.0):
    return gaussian.copy_(orthogonal_init(gaussian, gain))
