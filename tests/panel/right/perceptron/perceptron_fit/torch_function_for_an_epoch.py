# verdict: passed
# style: PyTorch, one function for an epoch that hands on weight and bias
import torch


def _epoch(weight, bias, x, labels):
    count = 0
    for features, y in zip(x, labels):
        score = torch.dot(weight, features).item() + bias
        if y * score <= 0:
            weight = weight + y * features
            bias += y
            count += 1
    return weight, bias, count


def perceptron_fit(x, target, max_epochs=100):
    labels = [int(y) for y in target.tolist()]
    if set(labels) - {-1, 1}:
        raise ValueError("target: labels are -1 and +1")
    weight, bias = torch.zeros(x.shape[1], dtype=x.dtype), 0.0
    counts = []
    for _ in range(max_epochs):
        weight, bias, count = _epoch(weight, bias, x, labels)
        counts.append(count)
        if count == 0:
            break
    return dict(weight=weight, bias=bias, mistakes_per_epoch=counts, converged=counts[-1] == 0)
