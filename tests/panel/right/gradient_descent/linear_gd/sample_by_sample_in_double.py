# verdict: passed
# style: plain loops over epochs, batches and samples, in float64 with a cast at the end
import numpy as np


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    samples = [row.astype(np.float64) for row in x]
    labels = [float(label) for label in y]
    w = weight.astype(np.float64)
    updates = 0
    for order in orders.tolist():
        while order:
            batch, order = order[:batch_size], order[batch_size:]
            gradient = np.zeros_like(w)
            for i in batch:
                error = samples[i] @ w - labels[i]
                gradient = gradient + 2.0 * error * samples[i] / len(batch)
            w = w - lr * gradient
            updates += 1
    return w.astype(weight.dtype), updates
