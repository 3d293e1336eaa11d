# verdict: wrong
# mistake: The check only looks at the size of the labels, so 0 passes as a label instead of being an error.
import torch


def perceptron_fit(x, target, max_epochs=100):
    if target.abs().max() > 1:
        raise ValueError("target must be -1 or +1")
    w = torch.zeros(x.shape[1], dtype=x.dtype)
    b = 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(x.shape[0]):
            y = int(target[i])
            if y * (float(w @ x[i]) + b) <= 0:
                w = w + y * x[i]
                b = b + y
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return {"weight": w, "bias": b, "mistakes_per_epoch": mistakes, "converged": mistakes[-1] == 0}
