# verdict: wrong
# mistake: A score of 0 is read as the answer -1, so an example with the label -1 and a score of 0 counts as right.
import numpy as np


def perceptron_fit(x, target, max_epochs=100):
    if not np.all(np.abs(target) == 1):
        raise ValueError("target must hold -1 or +1 only")
    w = np.zeros(x.shape[1], dtype=x.dtype)
    b = 0.0
    history = []
    for _ in range(max_epochs):
        errors = 0
        for i in range(x.shape[0]):
            prediction = 1 if w @ x[i] + b > 0 else -1
            y = int(target[i])
            if prediction != y:
                w = w + y * x[i]
                b = b + y
                errors += 1
        history.append(errors)
        if errors == 0:
            break
    return {"weight": w, "bias": b, "mistakes_per_epoch": history, "converged": history[-1] == 0}
