# verdict: wrong
# mistake: A constant is added to the union against division by zero, which spoils small boxes: the IoU must not depend on the unit.
import numpy as np


def iou(boxes1, boxes2):
    top_left = np.maximum(boxes1[:, None, :2], boxes2[None, :, :2])
    bottom_right = np.minimum(boxes1[:, None, 2:], boxes2[None, :, 2:])
    wh = np.clip(bottom_right - top_left, 0, None)
    inter = wh[..., 0] * wh[..., 1]
    area1 = np.prod(boxes1[:, 2:] - boxes1[:, :2], axis=1)
    area2 = np.prod(boxes2[:, 2:] - boxes2[:, :2], axis=1)
    return inter / (area1[:, None] + area2[None, :] - inter + 1e-9)
