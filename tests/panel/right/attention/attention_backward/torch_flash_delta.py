# verdict: passed
# style: PyTorch einsum, with the row constant taken from the output as in FlashAttention
import torch


def attention_backward(grad_output, query, key, value):
    scale = query.shape[-1] ** -0.5
    probs = torch.softmax(torch.einsum("...le,...se->...ls", query, key) * scale, dim=-1)
    out = torch.einsum("...ls,...sv->...lv", probs, value)
    delta = (grad_output * out).sum(dim=-1, keepdim=True)
    d_probs = torch.einsum("...lv,...sv->...ls", grad_output, value)
    d_scores = probs * (d_probs - delta) * scale
    grad_query = torch.einsum("...ls,...se->...le", d_scores, key)
    grad_key = torch.einsum("...ls,...le->...se", d_scores, query)
    grad_value = torch.einsum("...ls,...lv->...sv", probs, grad_output)
    return grad_query, grad_key, grad_value
