# verdict: wrong
# mistake: Layers without incoming or without outgoing connections are peeled off, which leaves also a layer on the way from one circle to another, though it is on none.
def needs_delay(edges):
    live = {(s, t) for s, t, d in edges if d == 0}
    while True:
        sources = {s for s, _ in live}
        targets = {t for _, t in live}
        kept = {(s, t) for s, t in live if s in targets and t in sources}
        if kept == live:
            break
        live = kept
    return sorted({layer for edge in live for layer in edge})
