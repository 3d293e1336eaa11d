# verdict: wrong
# mistake: The product of the sides is cut off at 0 and not the sides, so that boxes apart in both directions get a common area.
import numpy as np


def iou(boxes1, boxes2):
    a = boxes1[:, None]
    b = boxes2[None]
    w = np.minimum(a[..., 2], b[..., 2]) - np.maximum(a[..., 0], b[..., 0])
    h = np.minimum(a[..., 3], b[..., 3]) - np.maximum(a[..., 1], b[..., 1])
    inter = np.maximum(w * h, 0)
    area_a = (a[..., 2] - a[..., 0]) * (a[..., 3] - a[..., 1])
    area_b = (b[..., 2] - b[..., 0]) * (b[..., 3] - b[..., 1])
    union = area_a + area_b - inter
    return np.where(union > 0, inter / np.where(union > 0, union, 1), 0).astype(boxes1.dtype)
