"""The known mistakes of rnn/is_causal, as people write them in PyTorch."""

from solutions.rnn.torch.is_causal import is_causal


def moved(f, x, t, delta, start=1, stop=None):
    is_causal(f, x, t, delta)
    other = x.clone()
    other[:, t + start : stop] += delta
    return f(other) - f(x)


def verdict(leak, atol):
    return bool(leak <= atol), leak


def compares_all_outputs(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta).abs().max(), atol)


def compares_one_step(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta)[:, t].abs().max(), atol)


def leaves_out_step_t(f, x, t, delta=1.0, atol=1e-8):
    change = moved(f, x, t, delta)[:, :t].abs()
    return verdict(change.max() if t else 0.0, atol)


def changes_the_present(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta, start=0)[:, : t + 1].abs().max(), atol)


def changes_the_next_step_only(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta, stop=t + 2)[:, : t + 1].abs().max(), atol)


def changes_too_late(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta, start=2)[:, : t + 1].abs().max(), atol)


def changes_the_past(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta, start=-t, stop=t + 1)[:, : t + 1].abs().max(), atol)


def forgets_the_absolute_value(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta)[:, : t + 1].max(), atol)


def averages_the_differences(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta)[:, : t + 1].abs().mean(), atol)


def looks_at_the_first_sequence(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta)[0, : t + 1].abs().max(), atol)


def replaces_the_inputs(f, x, t, delta=1.0, atol=1e-8):
    is_causal(f, x, t, delta)
    other = x.clone()
    other[:, t + 1 :] = delta
    return verdict((f(other) - f(x))[:, : t + 1].abs().max(), atol)


def turns_the_verdict_round(f, x, t, delta=1.0, atol=1e-8):
    causal, leak = is_causal(f, x, t, delta, atol)
    return not causal, leak


def forgives_in_proportion(f, x, t, delta=1.0, atol=1e-8):
    leak = is_causal(f, x, t, delta)[1]
    return bool(leak <= atol + 1e-5 * f(x).abs().max()), leak


def is_strict_at_the_tolerance(f, x, t, delta=1.0, atol=1e-8):
    leak = is_causal(f, x, t, delta)[1]
    return bool(leak < atol) or bool(leak == 0), leak


def ignores_the_tolerance(f, x, t, delta=1.0, atol=1e-8):
    return is_causal(f, x, t, delta, 0.0)


def returns_the_verdict_alone(f, x, t, delta=1.0, atol=1e-8):
    return is_causal(f, x, t, delta, atol)[0]


def checks_nothing(f, x, t, delta=1.0, atol=1e-8):
    other = x.clone()
    other[:, t + 1 :] += delta
    change = (f(other) - f(x))[:, : t + 1].abs()
    return verdict(change.max() if change.numel() else 0.0, atol)


def lets_a_negative_step_pass(f, x, t, delta=1.0, atol=1e-8):
    return is_causal(f, x, max(t, 0), delta, atol)


def overwrites_x(f, x, t, delta=1.0, atol=1e-8):
    result = is_causal(f, x, t, delta, atol)
    x[:, t + 1 :] += delta
    return result
