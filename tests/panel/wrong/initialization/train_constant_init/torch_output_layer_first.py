# verdict: wrong
# mistake: Updates weight2 in place before the hidden layer's gradient is computed with it.
# told: moves_one_layer_after_the_other
import torch


def train_constant_init(x, target, value, hidden, lr, steps):
    n, d = x.shape
    w1, b1 = x.new_full((hidden, d), value), x.new_zeros(hidden)
    w2, b2 = x.new_full((1, hidden), value), x.new_zeros(1)
    losses = []
    for step in range(steps + 1):
        a = torch.tanh(x @ w1.T + b1)
        diff = a @ w2.T + b2 - target[:, None]
        losses.append((diff**2).mean())
        if step == steps:
            break
        d2 = 2 * diff / n
        w2 -= lr * d2.T @ a
        b2 -= lr * d2.sum(0)
        d1 = d2 @ w2 * (1 - a**2)
        w1 -= lr * d1.T @ x
        b1 -= lr * d1.sum(0)
    return {"losses": torch.stack(losses), "weight1": w1, "bias1": b1, "weight2": w2, "bias2": b2}
