# verdict: wrong
# mistake: One depth-first search with a global visited set collects only circles closed by a back edge on the present path, so a second circle through a layer already finished is missed.
def needs_delay(edges):
    graph = {}
    for s, t, d in edges:
        if d == 0:
            graph.setdefault(s, []).append(t)
    done, on_circle = set(), set()

    def walk(layer, path):
        if layer in path:
            on_circle.update(path[path.index(layer):])
            return
        if layer in done:
            return
        for target in graph.get(layer, []):
            walk(target, path + [layer])
        done.add(layer)

    for layer in list(graph):
        walk(layer, [])
    return sorted(on_circle)
