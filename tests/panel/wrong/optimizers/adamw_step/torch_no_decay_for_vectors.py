# verdict: wrong
# mistake: Parameters with fewer than two axes are taken for biases and do not decay, although every parameter shrinks by the same factor.
# told: forgets_the_decay
import torch


def adamw_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step must be at least 1, got {step}")
    m = beta1 * exp_avg + (1 - beta1) * grad
    v = beta2 * exp_avg_sq + (1 - beta2) * grad * grad
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    # biases and norm gains are not decayed
    decay = weight_decay if param.dim() >= 2 else 0.0
    return (1 - lr * decay) * param - lr * m_hat / (torch.sqrt(v_hat) + eps), m, v
