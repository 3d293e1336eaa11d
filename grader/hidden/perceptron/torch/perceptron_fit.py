"""The known mistakes of perceptron/perceptron_fit, as people write them in PyTorch."""

import torch

from solutions.perceptron.torch.perceptron_fit import perceptron_fit


def is_wrong(label, score):
    return label * score <= 0


def run(
    x, target, max_epochs, wrong=is_wrong, error=lambda label, score: label, bias_rate=1, start=0.0, order=1, first_only=False
):
    """The algorithm with one thing changed."""
    perceptron_fit(x, target, 1)  # refuses bad labels
    weight, bias, history = torch.full_like(x[0], start), start, []
    for _ in range(max_epochs):
        history.append(0)
        for features, label in list(zip(x, target.tolist(), strict=True))[::order]:
            score = float((weight * features).sum()) + bias
            if wrong(label, score):
                step = float(error(label, score))
                weight, bias = weight + step * features, bias + bias_rate * step
                history[-1] += 1
                if first_only:
                    break
        if history[-1] == 0:
            break
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": history, "converged": history[-1] == 0}


def takes_zero_for_right(x, target, max_epochs=100):
    return run(x, target, max_epochs, wrong=lambda label, score: label * score < 0)


def answers_plus_at_zero(x, target, max_epochs=100):
    return run(x, target, max_epochs, wrong=lambda label, score: label != (1 if score >= 0 else -1))


def learns_from_right_examples(x, target, max_epochs=100):
    return run(x, target, max_epochs, wrong=lambda label, score: True)


def mixes_up_the_labels(x, target, max_epochs=100):
    return run(x, target, max_epochs, lambda label, score: label != (score > 0), lambda label, score: label - int(score > 0))


def moves_twice_as_far(x, target, max_epochs=100):
    return run(x, target, max_epochs, error=lambda label, score: 2 * label)


def leaves_the_bias(x, target, max_epochs=100):
    return run(x, target, max_epochs, bias_rate=0)


def starts_with_ones(x, target, max_epochs=100):
    return run(x, target, max_epochs, start=1.0)


def walks_backwards(x, target, max_epochs=100):
    return run(x, target, max_epochs, order=-1)


def leaves_after_the_first_mistake(x, target, max_epochs=100):
    return run(x, target, max_epochs, first_only=True)


def learns_at_the_end_of_the_epoch(x, target, max_epochs=100):
    perceptron_fit(x, target, 1)
    weight, bias, history, y = torch.zeros_like(x[0]), 0.0, [], target.to(x.dtype)
    for _ in range(max_epochs):
        wrong = y * (x @ weight + bias) <= 0
        history.append(int(wrong.sum()))
        if not history[-1]:
            break
        weight, bias = weight + (y * wrong) @ x, bias + float((y * wrong).sum())
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": history, "converged": history[-1] == 0}


def drops_the_clean_epoch(x, target, max_epochs=100):
    fitted = perceptron_fit(x, target, max_epochs)
    history = fitted["mistakes_per_epoch"]
    return {**fitted, "mistakes_per_epoch": history[:-1] if fitted["converged"] else history}


def goes_on_to_the_limit(x, target, max_epochs=100):
    fitted = perceptron_fit(x, target, max_epochs)
    history = fitted["mistakes_per_epoch"]
    return {**fitted, "mistakes_per_epoch": history + [0] * (max_epochs - len(history))}


def runs_one_epoch_more(x, target, max_epochs=100):
    return perceptron_fit(x, target, max_epochs + 1)


def ignores_the_limit(x, target, max_epochs=100):
    return perceptron_fit(x, target)


def always_converges(x, target, max_epochs=100):
    return {**perceptron_fit(x, target, max_epochs), "converged": True}


def accepts_any_label(x, target, max_epochs=100):
    return perceptron_fit(x, torch.where(target > 0, 1, -1), max_epochs)


def returns_float64(x, target, max_epochs=100):
    return perceptron_fit(x.double(), target, max_epochs)


def overwrites_x(x, target, max_epochs=100):
    fitted = perceptron_fit(x, target, max_epochs)
    x.mul_(target[:, None])
    return fitted
