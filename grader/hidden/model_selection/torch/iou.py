"""The known mistakes of model_selection/iou, as people write them in PyTorch."""

import torch

from solutions.model_selection.torch.iou import iou

ABSENT = {}


def parts(boxes1, boxes2):
    sides = torch.minimum(boxes1[:, None, 2:], boxes2[:, 2:]) - torch.maximum(boxes1[:, None, :2], boxes2[:, :2])
    area1, area2 = ((boxes[:, 2:] - boxes[:, :2]).prod(1) for boxes in (boxes1, boxes2))
    return sides, area1[:, None], area2


def share(common, union):
    return common / union.where(union != 0, 1)


def forgets_to_cut_off(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = sides.prod(-1)
    return share(common, area1 + area2 - common)


def cuts_off_the_product(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = sides.prod(-1).relu()
    return share(common, area1 + area2 - common)


def counts_pixels(boxes1, boxes2):
    pixel = torch.tensor([0, 0, 1, 1], dtype=boxes1.dtype)
    return iou(boxes1 + pixel, boxes2 + pixel)


def counts_the_common_area_twice(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(sides.relu().prod(-1), area1 + area2)


def takes_the_dice_score(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(2 * sides.relu().prod(-1), area1 + area2)


def divides_by_the_smaller(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    return share(sides.relu().prod(-1), torch.minimum(area1, area2))


def divides_by_the_first(boxes1, boxes2):
    sides, area1, _ = parts(boxes1, boxes2)
    return share(sides.relu().prod(-1), area1)


def divides_by_the_box_around(boxes1, boxes2):
    sides, _, _ = parts(boxes1, boxes2)
    around = torch.maximum(boxes1[:, None, 2:], boxes2[:, 2:]) - torch.minimum(boxes1[:, None, :2], boxes2[:, :2])
    return share(sides.relu().prod(-1), around.prod(-1))


def divides_zero_by_zero(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = sides.relu().prod(-1)
    return common / (area1 + area2 - common)


def adds_a_small_number(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = sides.relu().prod(-1)
    return common / (area1 + area2 - common + 1e-7)


def takes_corners_for_sizes(boxes1, boxes2):
    return iou(*(torch.cat([b[:, :2], b[:, :2] + b[:, 2:]], 1) for b in (boxes1, boxes2)))


def reads_the_sides_in_turn(boxes1, boxes2):
    return iou(boxes1[:, [0, 2, 1, 3]], boxes2[:, [0, 2, 1, 3]])


def forgets_the_height(boxes1, boxes2):
    sides, area1, area2 = parts(boxes1, boxes2)
    common = sides.relu()[..., 0]
    return share(common, area1 + area2 - common)


def swaps_rows_and_columns(boxes1, boxes2):
    return iou(boxes2, boxes1)


def compares_in_parallel(boxes1, boxes2):
    n = min(len(boxes1), len(boxes2))
    return iou(boxes1[:n], boxes2[:n]).diag()


def returns_the_distance(boxes1, boxes2):
    return 1 - iou(boxes1, boxes2)


def returns_float64(boxes1, boxes2):
    return iou(boxes1.double(), boxes2)


def overwrites_the_boxes(boxes1, boxes2):
    result = iou(boxes1, boxes2)
    boxes1[:, 2:] -= boxes1[:, :2]
    return result
