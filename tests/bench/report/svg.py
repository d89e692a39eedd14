"""Bars and lines as SVG that reads without colours: values and names stand beside what they are of."""
import math
from html import escape

# Okabe and Ito's, told apart by the colour-blind; dark enough for text beside them.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#000000", "#E69F00", "#7A5195")
DASHES = ("", "7 4", "2 3", "9 3 2 3")
INK = "#1a1a1a"
GREY = "#5c5c5c"
GRID = "#dddddd"


def number(value):
    """As short as it stays telling: 5.5, 193, 21 k, 1.2 M."""
    for limit, unit in ((1e6, " M"), (1e4, " k")):
        if value >= limit:
            return number(value / (1e6 if unit == " M" else 1e3)) + unit
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


class Drawing:
    def __init__(self, width, height, title, description):
        self.width = width
        self.height = height
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
            f'aria-labelledby="title description" font-family="sans-serif" font-size="13">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>']
        self.text(16, 26, title, size=16, weight="bold")

    def text(self, x, y, text, anchor="start", colour=INK, size=13, weight="normal"):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" '
                          f'font-size="{size}" font-weight="{weight}">{escape(text)}</text>')

    def rect(self, x, y, width, height, colour):
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
                          f'height="{height:.1f}" fill="{colour}"/>')

    def line(self, points, colour, width=1.0, dash=""):
        place = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{place}" fill="none" stroke="{colour}" '
                          f'stroke-width="{width}" stroke-dasharray="{dash}"/>')

    def dot(self, x, y, colour):
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>')

    def done(self):
        return "\n".join([*self.parts, "</svg>"]) + "\n"


def decades(low, high):
    return [10.0 ** power for power in
            range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]


def scale(low, high, start, end):
    """From a logarithmic axis to places."""
    factor = (end - start) / (math.log10(high) - math.log10(low))
    return lambda value: start + (math.log10(value) - math.log10(low)) * factor


def bars(title, unit, rows):
    """`rows`: name, value, whether it is LQ's. A logarithmic axis."""
    left, right, top, step = 270, 90, 66, 26
    width, height = 840, 66 + 26 * len(rows) + 20
    drawing = Drawing(width, height, title,
                      "; ".join(f"{name}: {number(value)} {unit}" for name, value, _ in rows))
    drawing.text(left, 50, f"{unit}, on a logarithmic scale; shorter is faster", colour=GREY)
    values = [value for _, value, _ in rows]
    ticks = decades(min(values) / 1.5, max(values))
    place = scale(ticks[0], ticks[-1], left, width - right)
    for tick in ticks:
        drawing.line([(place(tick), top - 8), (place(tick), height - 18)], GRID)
    for index, (name, value, ours) in enumerate(rows):
        y = top + index * step
        drawing.text(left - 10, y + 14, name, "end", weight="bold" if ours else "normal")
        drawing.rect(left, y, place(value) - left, 18, COLOURS[0] if ours else "#9a9a9a")
        drawing.text(place(value) + 6, y + 14, number(value))
    return drawing.done()


def spread(wanted, least):
    """Places as near to the wanted ones as can be, at least so far apart."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = list(wanted)
    for before, index in zip(order, order[1:]):
        places[index] = max(places[index], places[before] + least)
    return places


def lines(title, x_name, y_name, series, height=520, last_values=True):
    """`series`: name to points, both axes logarithmic. Names that begin with LQ are drawn strong;
    `last_values`: with their last figures."""
    labels = [f"{name}, {number(points[-1][1])}" if last_values else name
              for name, points in series.items()]
    left, right, top, bottom = 76, 30 + 7.7 * max(map(len, labels)), 60, 56
    width = round(left + 580 + right)
    xs = [x for points in series.values() for x, _ in points]
    ys = [y for points in series.values() for _, y in points]
    x_ticks = sorted(set(xs)) if len(set(xs)) <= 6 else decades(min(xs), max(xs))
    y_ticks = decades(min(ys), max(ys))
    x_of = scale(min(xs), max(xs), left, width - right)
    y_of = scale(y_ticks[0], y_ticks[-1], height - bottom, top)
    drawing = Drawing(width, height, title, f"{y_name} by {x_name}: " + "; ".join(
        f"{name}: " + ", ".join(f"{number(x)}: {number(y)}" for x, y in points)
        for name, points in series.items()))
    drawing.text(16, 48, y_name, colour=GREY)
    drawing.text((left + width - right) / 2, height - 14, x_name, "middle", GREY)
    for tick in y_ticks:
        drawing.line([(left, y_of(tick)), (width - right, y_of(tick))], GRID)
        drawing.text(left - 8, y_of(tick) + 4, number(tick), "end", GREY)
    for tick in x_ticks:
        if min(xs) <= tick <= max(xs):
            drawing.line([(x_of(tick), top), (x_of(tick), height - bottom)], GRID)
            drawing.text(x_of(tick), height - bottom + 20, f"{tick:,.0f}", "middle", GREY)
    ends = spread([y_of(points[-1][1]) for points in series.values()], 16)
    for index, (name, points) in enumerate(series.items()):
        colour = COLOURS[index % len(COLOURS)]
        ours = name.startswith("LQ")
        places = [(x_of(x), y_of(y)) for x, y in points]
        drawing.line(places, colour, 3 if ours else 1.6, DASHES[index // len(COLOURS)])
        for x, y in places if len(places) < 12 else []:
            drawing.dot(x, y, colour)
        end_x, end_y = places[-1]
        drawing.line([(end_x, end_y), (width - right + 14, ends[index])], colour, 0.7)
        drawing.text(width - right + 18, ends[index] + 4, labels[index],
                     colour=colour if ours else INK, weight="bold" if ours else "normal")
    return drawing.done()
