# verdict: passed
# style: PyTorch, broadcast corners, prod over the last axis, masked division
import torch


def iou(boxes1, boxes2):
    lo1, hi1 = boxes1[:, None, :2], boxes1[:, None, 2:]
    lo2, hi2 = boxes2[None, :, :2], boxes2[None, :, 2:]
    side = (torch.minimum(hi1, hi2) - torch.maximum(lo1, lo2)).clamp(min=0)
    inter = side[..., 0] * side[..., 1]
    d1, d2 = hi1 - lo1, hi2 - lo2
    union = d1[..., 0] * d1[..., 1] + d2[..., 0] * d2[..., 1] - inter
    empty = union <= 0
    return torch.where(empty, torch.zeros_like(inter), inter / torch.where(empty, torch.ones_like(union), union))
