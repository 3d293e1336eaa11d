# verdict: passed
# style: forward accumulation (real-time recurrent learning): carries dh/d(everything) along and never goes backward
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = weight_hh.shape[0]
    sizes = [T * D, H, H * D, H * H, H, H]
    edges = np.concatenate([[0], np.cumsum(sizes)])
    eye = np.eye(H)
    h = h0.astype(np.float64)
    sens = np.zeros((N, H, edges[-1]))  # dh[n, i] / d theta[p]; x and h0 are those of sequence n
    sens[:, :, edges[1]:edges[2]] = eye
    grad = np.zeros((N, edges[-1]))
    loss = 0.0
    for t in range(T):
        dz = weight_hh @ sens
        dz[:, :, t * D:(t + 1) * D] += weight_ih
        dz[:, :, edges[2]:edges[3]] += np.einsum("ih,nd->nihd", eye, x[:, t]).reshape(N, H, H * D)
        dz[:, :, edges[3]:edges[4]] += np.einsum("ih,nj->nihj", eye, h).reshape(N, H, H * H)
        dz[:, :, edges[4]:edges[5]] += eye
        dz[:, :, edges[5]:] += eye
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        sens = (1 - h**2)[:, :, None] * dz
        error = h - target[:, t]
        loss += 0.5 * np.sum(error**2, dtype=np.float64)
        grad += np.einsum("ni,nip->np", error, sens)
    pieces = [grad[:, edges[k]:edges[k + 1]] for k in range(6)]
    out = [pieces[0].reshape(N, T, D), pieces[1]] + [p.sum(axis=0) for p in pieces[2:]]
    like = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return float(loss), tuple(g.reshape(a.shape).astype(a.dtype) for g, a in zip(out, like))
