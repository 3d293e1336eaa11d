# verdict: passed
# style: np.minimum.outer and np.maximum.outer, one coordinate at a time
import numpy as np


def _overlap(lo1, hi1, lo2, hi2):
    length = np.minimum.outer(hi1, hi2) - np.maximum.outer(lo1, lo2)
    return np.maximum(length, 0)


def iou(boxes1, boxes2):
    ax, ay, bx, by = boxes1.T
    cx, cy, dx, dy = boxes2.T
    common = _overlap(ax, bx, cx, dx) * _overlap(ay, by, cy, dy)
    union = np.add.outer((bx - ax) * (by - ay), (dx - cx) * (dy - cy)) - common
    result = np.zeros_like(common)
    np.divide(common, union, out=result, where=union > 0)
    return result
