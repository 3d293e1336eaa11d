"""The known mistakes of interpretability/occlusion_map, as people write them in PyTorch."""

import torch

from solutions.interpretability.torch.occlusion_map import occlusion_map


def explore(f, x, patch, stride, number, cover):
    """A map with `number(score, score of the covered image)`, where `cover(image, rows, columns)` returns the latter image."""
    height, width = (x.shape[1] - patch) // stride + 1, (x.shape[2] - patch) // stride + 1
    if height <= 0 or width <= 0:
        raise ValueError(f"patch {patch}")
    drops, score = x.new_zeros(height, width), f(x)
    for i in range(height):
        for j in range(width):
            rows, columns = (slice(k * stride, k * stride + patch) for k in (i, j))
            drops[i, j] = number(score, f(cover(x.clone(), rows, columns)))
    return drops


def drop(score, covered):
    return score - covered


def covering(fill):
    def cover(image, rows, columns):
        image[:, rows, columns] = fill
        return image

    return cover


def stores_the_score(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: covered, covering(fill))


def turns_the_sign(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: covered - score, covering(fill))


def takes_the_absolute_value(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: abs(score - covered), covering(fill))


def divides_by_the_score(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, lambda score, covered: (score - covered) / abs(score), covering(fill))


def leaves_the_squares(f, x, patch, stride=1, fill=0.0):
    work = x.clone()
    return explore(f, x, patch, stride, drop, lambda image, rows, columns: covering(fill)(work, rows, columns))


def covers_one_channel(f, x, patch, stride=1, fill=0.0):
    def cover(image, rows, columns):
        image[0, rows, columns] = fill
        return image

    return explore(f, x, patch, stride, drop, cover)


def ignores_fill(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, stride)


def fills_with_the_mean(f, x, patch, stride=1, fill=0.0):
    return explore(f, x, patch, stride, drop, lambda image, rows, columns: covering(image.mean())(image, rows, columns))


def adds_the_fill(f, x, patch, stride=1, fill=0.0):
    def cover(image, rows, columns):
        image[:, rows, columns] += fill
        return image

    return explore(f, x, patch, stride, drop, cover)


def covers_the_rest(f, x, patch, stride=1, fill=0.0):
    def cover(image, rows, columns):
        rest = torch.full_like(image, fill)
        rest[:, rows, columns] = image[:, rows, columns]
        return rest

    return explore(f, x, patch, stride, drop, cover)


def ignores_the_stride(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, 1, fill)


def moves_by_one_pixel(f, x, patch, stride=1, fill=0.0):
    rows, columns = occlusion_map(f, x, patch, stride, fill).shape
    return occlusion_map(f, x, patch, 1, fill)[:rows, :columns]


def transposes_the_map(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, stride, fill).T


def returns_float64(f, x, patch, stride=1, fill=0.0):
    return occlusion_map(f, x, patch, stride, fill).double()


def gives_an_empty_map(f, x, patch, stride=1, fill=0.0):
    if patch > min(x.shape[1:]):
        return x.new_zeros(max(x.shape[1] - patch + 1, 0), max(x.shape[2] - patch + 1, 0))
    return occlusion_map(f, x, patch, stride, fill)


def overwrites_the_image(f, x, patch, stride=1, fill=0.0):
    drops = occlusion_map(f, x, patch, stride, fill)
    x[:, -patch:, -patch:] = fill
    return drops
