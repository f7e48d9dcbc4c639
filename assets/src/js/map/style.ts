// SPDX-License-Identifier: EUPL-1.2
// How the map looks: a small style of our own, in the colours of the page, light or dark. Tiles of
// the usual schemes are drawn by what their layers are called; a layer that we do not know is left
// out. Names are drawn with the letters of the device, so no file of letters is fetched.

import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";

import { GROUND, type Ground } from "./ground.ts";

const TONES = ["critical", "serious", "elevated", "good", "info", "neutral"] as const;
/** Colours of the page that the map uses. */
const COLOURS = ["ground", "surface", "sunken", "line", "line-strong", "ink", "action", "selected"];
/** Colours that organisations choose from, and the patterns that go with them. */
const ORGANISATIONS = ["violet", "teal", "magenta", "brown", "indigo", "slate"];
const PATTERNS = ["bars", "posts", "grid"];

export type Colours = Record<string, string>;

/** The colours as they count now: a probe in the tree knows which of two the page shows. */
export function colours(tree: ShadowRoot): Colours {
  const probe = document.createElement("i");
  tree.append(probe);
  const found: Colours = {};
  for (const name of [...TONES, ...COLOURS]) {
    probe.style.color = `var(--${name === "neutral" ? "ink" : name})`;
    found[name] = getComputedStyle(probe).color;
  }
  for (const name of ORGANISATIONS) {
    probe.style.color = `var(--org-${name})`;
    found[`org-${name}`] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

/** Names of layers in the schemes that tiles are made by, and how we draw them. */
function shapes(layers: string[], of: Colours): LayerSpecification[] {
  const drawn: LayerSpecification[] = [];
  const fill = (name: string, colour: string, opacity = 1) => {
    if (!layers.includes(name)) return;
    drawn.push({
      id: `ground-${name}`,
      type: "fill",
      source: GROUND,
      "source-layer": name,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colour, "fill-opacity": opacity },
    });
  };
  const line = (name: string, colour: string, width: number, dashes?: number[]) => {
    if (!layers.includes(name)) return;
    drawn.push({
      id: `ground-${name}`,
      type: "line",
      source: GROUND,
      "source-layer": name,
      paint: {
        "line-color": colour,
        "line-width": ["interpolate", ["linear"], ["zoom"], 6, width / 3, 12, width, 17, width * 4],
        ...(dashes && { "line-dasharray": dashes }),
      },
    });
  };
  fill("earth", of["surface"]!);
  for (const name of ["landcover", "landuse", "park"]) fill(name, of["sunken"]!);
  fill("water", of["selected"]!);
  for (const name of ["waterway", "physical_line"]) line(name, of["selected"]!, 2);
  for (const name of ["building", "buildings"]) fill(name, of["line"]!, 0.8);
  for (const name of ["road", "roads", "transportation"]) line(name, of["line"]!, 1.5);
  for (const name of ["boundary", "boundaries"]) line(name, of["line-strong"]!, 1, [4, 2]);
  for (const name of ["place", "places"]) if (layers.includes(name)) drawn.push(names(name, of));
  return drawn;
}

function names(layer: string, of: Colours): LayerSpecification {
  return {
    id: `ground-${layer}`,
    type: "symbol",
    source: GROUND,
    "source-layer": layer,
    layout: { "text-field": ["coalesce", ["get", "name"], ""], "text-size": 12 },
    paint: {
      "text-color": of["ink"]!,
      "text-halo-color": of["surface"]!,
      "text-halo-width": 1.5,
    },
  };
}

/** A hatch of one colour, as the drawing has it: colour is never the only difference. */
export function hatch(colour: string, sort: string): ImageData | undefined {
  const size = 16;
  const canvas = new OffscreenCanvas(size, size);
  const pen = canvas.getContext("2d");
  if (!pen) return undefined;
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = 1.2;
  const draw = (from: number[], to: number[]) => {
    pen.beginPath();
    pen.moveTo(from[0]!, from[1]!);
    pen.lineTo(to[0]!, to[1]!);
    pen.stroke();
  };
  for (const step of [-size, 0, size]) {
    if (sort === "stripes" || sort === "cross") draw([step, size], [step + size, 0]);
    if (sort === "cross") draw([step, 0], [step + size, size]);
  }
  if (sort === "dots") {
    pen.arc(4, 4, 1.6, 0, 7);
    pen.arc(12, 12, 1.6, 0, 7);
    pen.fill();
  }
  const straight = [4, 12];
  if (sort === "bars" || sort === "grid") for (const at of straight) draw([0, at], [size, at]);
  if (sort === "posts" || sort === "grid") for (const at of straight) draw([at, 0], [at, size]);
  return pen.getImageData(0, 0, size, size);
}

const HATCHES: Record<string, string> = { critical: "cross", serious: "stripes", elevated: "dots" };

/** The hatches that areas are drawn with, by name: of what presses, and of organisations. */
export function hatches(of: Colours): [string, ImageData][] {
  const made: [string, ImageData][] = [];
  for (const [tone, sort] of Object.entries(HATCHES)) {
    const image = hatch(of[tone]!, sort);
    if (image) made.push([`hatch-${tone}`, image]);
  }
  for (const name of ORGANISATIONS) {
    for (const pattern of PATTERNS) {
      const image = hatch(of[`org-${name}`]!, pattern);
      if (image) made.push([`org-${name}-${pattern}`, image]);
    }
  }
  return made;
}

const empty = (): SourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features: [] },
});

/** The whole style. */
export function style(ground: Ground, of: Colours): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {
    regions: empty(),
    objects: empty(),
    drawing: empty(),
  };
  const under: LayerSpecification[] = [
    { id: "paper", type: "background", paint: { "background-color": of["ground"]! } },
  ];
  if (ground.state === "there") {
    const [minzoom, maxzoom] = ground.zoom;
    const url = `pmtiles://${GROUND}`;
    sources[GROUND] = ground.shapes
      ? { type: "vector", url, minzoom, maxzoom }
      : { type: "raster", url, minzoom, maxzoom, tileSize: 256 };
    if (ground.shapes) under.push(...shapes(ground.layers, of));
    else under.push({ id: "ground", type: "raster", source: GROUND });
  }
  return { version: 8, sources, layers: [...under, ...over(of)] };
}

function over(of: Colours): LayerSpecification[] {
  const tone = ["match", ["get", "tone"], ...TONES.flatMap((it) => [it, of[it]!]), of["ink"]!];
  const colour = tone as never;
  const names = ORGANISATIONS.flatMap((it) => [it, of[`org-${it}`]!]);
  const chosen = ["match", ["coalesce", ["get", "colour"], ""], ...names, of["line"]!];
  const form = (name: string) => ["==", ["geometry-type"], name] as never;
  return [
    {
      id: "regions",
      type: "fill",
      source: "regions",
      paint: { "fill-color": chosen as never, "fill-opacity": 0.15 },
    },
    {
      id: "region-pattern",
      type: "fill",
      source: "regions",
      filter: ["in", ["get", "pattern"], ["literal", PATTERNS]],
      paint: { "fill-pattern": ["concat", "org-", ["get", "colour"], "-", ["get", "pattern"]] },
    },
    {
      id: "region-borders",
      type: "line",
      source: "regions",
      paint: { "line-color": of["line-strong"]!, "line-width": 1 },
    },
    {
      id: "areas",
      type: "fill",
      source: "objects",
      filter: form("Polygon"),
      paint: { "fill-color": colour, "fill-opacity": 0.12 },
    },
    {
      id: "area-hatches",
      type: "fill",
      source: "objects",
      filter: ["all", form("Polygon"), ["in", ["get", "tone"], ["literal", Object.keys(HATCHES)]]],
      paint: { "fill-pattern": ["concat", "hatch-", ["get", "tone"]] },
    },
    {
      id: "lines",
      type: "line",
      source: "objects",
      filter: ["!", form("Point")],
      layout: { "line-join": "round" },
      paint: { "line-color": colour, "line-width": 3 },
    },
    {
      id: "spots",
      type: "circle",
      source: "objects",
      filter: form("Point"),
      paint: {
        "circle-radius": 5,
        "circle-color": of["surface"]!,
        "circle-stroke-color": colour,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "drawing-line",
      type: "line",
      source: "drawing",
      filter: ["!", form("Point")],
      paint: { "line-color": of["action"]!, "line-width": 3, "line-dasharray": [2, 1] },
    },
    {
      id: "drawing-spots",
      type: "circle",
      source: "drawing",
      filter: form("Point"),
      paint: {
        "circle-radius": 6,
        "circle-color": of["action"]!,
        "circle-stroke-color": of["surface"]!,
        "circle-stroke-width": 2,
      },
    },
  ];
}
