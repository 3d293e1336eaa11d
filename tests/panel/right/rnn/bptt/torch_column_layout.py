# verdict: passed
# style: PyTorch in the column layout of the formulas, outer products summed step by step with torch.outer per sequence
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    given = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    wide = [a.to(torch.float64) for a in given]
    X, S, Wi, Wh, bi, bh = wide
    Y = target.to(torch.float64)
    loss = torch.zeros((), dtype=torch.float64, device=x.device)
    gWi, gWh, gb = torch.zeros_like(Wi), torch.zeros_like(Wh), torch.zeros_like(bi)
    gX, gS = [], []
    for n in range(X.shape[0]):
        h = [S[n]]
        for x_t in X[n]:
            h.append(torch.tanh(Wi.mv(x_t) + bi + Wh.mv(h[-1]) + bh))
        delta = torch.zeros_like(bi)
        row = []
        for t in range(len(h) - 1, 0, -1):
            e = h[t] - Y[n, t - 1]
            loss = loss + e.dot(e) / 2
            delta = (e + Wh.T.mv(delta)) * (1 - h[t] * h[t])
            gWh = gWh + torch.outer(delta, h[t - 1])
            gWi = gWi + torch.outer(delta, X[n, t - 1])
            gb = gb + delta
            row.append(Wi.T.mv(delta))
        gX.append(torch.stack(row[::-1]))
        gS.append(Wh.T.mv(delta))
    grads = [torch.stack(gX), torch.stack(gS), gWi, gWh, gb.clone(), gb.clone()]
    return loss.to(x.dtype), tuple(g.to(a.dtype) for g, a in zip(grads, given))
