# verdict: wrong
# mistake: Where the union has the area 0 the result is NaN in place of 0.
# told: divides_zero_by_zero
import torch


def iou(boxes1, boxes2):
    x1 = torch.maximum(boxes1[:, 0].unsqueeze(1), boxes2[:, 0])
    y1 = torch.maximum(boxes1[:, 1].unsqueeze(1), boxes2[:, 1])
    x2 = torch.minimum(boxes1[:, 2].unsqueeze(1), boxes2[:, 2])
    y2 = torch.minimum(boxes1[:, 3].unsqueeze(1), boxes2[:, 3])
    inter = torch.relu(x2 - x1) * torch.relu(y2 - y1)

    def area(b):
        return (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])

    return inter / (area(boxes1).unsqueeze(1) + area(boxes2) - inter)
