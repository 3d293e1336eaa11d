"""The known mistakes of llm/speculative_accept, as people write them in PyTorch."""

import torch

from solutions.llm.torch.speculative_accept import speculative_accept

ABSENT = {}


def check(target_probs, draft_probs, tokens, u, accepts=None, left=None, scaled=True):
    accepts = accepts or (lambda p, q, x, r: r < p[x] / q[x])
    left = left or (lambda p, q: torch.relu(p - q))
    result, k = torch.full_like(u, -1, dtype=tokens.dtype), tokens.shape[1]
    for row, target, draft, drafted, r in zip(result, target_probs, draft_probs, tokens, u, strict=True):
        end = next((i for i in range(k) if not accepts(target[i], draft[i], drafted[i], r[i])), k)
        rest = left(target[end], draft[end]) if end < k else target[end]
        rest = rest if rest.any() else target[end]
        reached = torch.cumsum(rest / (rest.sum() if scaled else 1), dim=0) <= r[k]
        row[:end], row[end] = drafted[:end], torch.minimum(reached.sum(), rest.nonzero().max())
    return result


def ends(result):
    return torch.arange(len(result), device=result.device), (result >= 0).sum(dim=1) - 1


def turns_the_ratio_round(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r * p[x] < q[x])


def forgets_the_draft(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r < p[x])


def ignores_the_random_number(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: p[x] >= q[x])


def accepts_the_best_only(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: x == p.argmax())


def accepts_at_the_ratio(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r <= p[x] / q[x])


def accepts_above_the_ratio(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r >= p[x] / q[x])


def corrects_from_the_large_model(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, left=lambda p, q: p)


def takes_the_absolute_difference(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, left=lambda p, q: (p - q).abs())


def subtracts_the_wrong_way(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, left=lambda p, q: torch.relu(q - p))


def does_not_scale_what_is_left(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, scaled=False)


def goes_on_after_a_refusal(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    drawn = result[ends(result)]
    for row, target, draft, drafted, r, last in zip(result, target_probs, draft_probs, tokens, u, drawn, strict=True):
        kept = [x for p, q, x, one in zip(target, draft, drafted, r, strict=False) if one < p[x] / q[x]]
        row[: len(kept) + 1] = torch.stack([*kept, last])
    return result


def ends_all_texts_together(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    result[:, ends(result)[1].min() + 1 :] = -1
    return result


def leaves_out_the_correction(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    texts, end = ends(result)
    refused = end < tokens.shape[1]
    result[texts[refused], end[refused]] = -1
    return result


def leaves_out_the_extra_token(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    result[:, -1] = -1
    return result


def corrects_greedily(target_probs, draft_probs, tokens, u):
    def left(p, q):
        return torch.nn.functional.one_hot(torch.argmax(p - q), len(p)).to(p.dtype)

    return check(target_probs, draft_probs, tokens, u, left=left)


def uses_a_number_twice(target_probs, draft_probs, tokens, u):
    again = u[ends(speculative_accept(target_probs, draft_probs, tokens, u))]
    return speculative_accept(target_probs, draft_probs, tokens, torch.cat([u[:, :-1], again[:, None]], dim=1))


def falls_off_the_end(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    texts, end = ends(result)
    padded = torch.cat([draft_probs, 0 * target_probs[:, :1]], dim=1)
    rest = torch.relu(target_probs[texts, end] - padded[texts, end])
    reached = torch.cumsum(rest / rest.sum(dim=1, keepdim=True), dim=1) <= u[:, -1:]
    result[texts, end] = reached.sum(dim=1).clamp(max=rest.shape[1] - 1)
    return result


def fills_up_with_zeros(target_probs, draft_probs, tokens, u):
    return speculative_accept(target_probs, draft_probs, tokens, u).clamp(min=0)
