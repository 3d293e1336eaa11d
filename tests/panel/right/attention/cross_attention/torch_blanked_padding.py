# verdict: passed
# style: PyTorch, unflatten into heads, padding blanked and its weights zeroed after softmax
import torch


def cross_attention(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    features = x.shape[-1]
    if features % num_heads:
        raise ValueError("num_heads must divide the number of features of x")
    if context_mask is not None:
        context = context.masked_fill(~context_mask[:, :, None], 0.0)

    def heads(t):
        return t.unflatten(-1, (num_heads, features // num_heads)).transpose(1, 2)

    q, k, v = heads(x @ q_weight.T), heads(context @ k_weight.T), heads(context @ v_weight.T)
    scores = q @ k.transpose(-1, -2) / (features // num_heads) ** 0.5
    if context_mask is None:
        attn = scores.softmax(-1)
    else:
        real = context_mask[:, None, None, :]
        attn = scores.masked_fill(~real, torch.finfo(scores.dtype).min).softmax(-1) * real
    return (attn @ v).transpose(1, 2).flatten(2) @ out_weight.T
