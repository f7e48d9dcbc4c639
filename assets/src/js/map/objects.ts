// SPDX-License-Identifier: EUPL-1.2
// The objects of the page: what each is called, its sign and its age stand in the table, its shape
// comes from the node as GeoJSON. What is not in the table is not on the map.

import { type GeoJSONSource, LngLat, type Map as Chart, Marker } from "maplibre-gl";

/** Most signs that stand on the map at once; the others are dots until one comes nearer. */
const MOST = 200;

export interface Shown {
  number: string;
  title: string;
  sort: string;
  tone: string;
  stale: boolean;
  wordsOnly: boolean;
  /** The shape of the sign, as the table has it. */
  sign: Element | null;
  /** The form that moves it; none for what another team keeps. */
  move: string | undefined;
  shape: GeoJSON.Geometry;
}

type Shapes = globalThis.Map<string, GeoJSON.Geometry>;

/** The shapes of all objects, by the name that the table knows them by. */
export async function fetched(host: HTMLElement): Promise<Shapes> {
  const shapes: Shapes = new globalThis.Map();
  const addresses = [...host.querySelectorAll<HTMLElement>("[data-address]")];
  await Promise.all(
    addresses.map(async (it) => {
      const answer = await fetch(it.dataset["address"] ?? "", { cache: "no-store" });
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      const all = (await answer.json()) as GeoJSON.FeatureCollection;
      for (const one of all.features) if (one.geometry) shapes.set(String(one.id), one.geometry);
    }),
  );
  return shapes;
}

/** The lines of the table that have a shape. */
export function shown(shapes: Shapes): Shown[] {
  const marks = document.querySelectorAll<HTMLElement>("main [data-feature]");
  return [...marks].flatMap((mark) => {
    const line = mark.closest("tr");
    const shape = shapes.get(mark.dataset["feature"] ?? "");
    if (!line || !shape) return [];
    const tag = line.querySelector(".tag");
    const tone = /tone-([a-z]+)/.exec(tag?.className ?? "")?.[1] ?? "neutral";
    return {
      number: mark.textContent?.trim() ?? "",
      title: line.querySelector("strong")?.textContent?.trim() ?? "",
      sort: tag?.textContent?.trim() ?? "",
      tone,
      stale: "stale" in mark.dataset,
      wordsOnly: "wordsOnly" in mark.dataset,
      sign: symbol(line) ?? tag?.querySelector("svg") ?? null,
      move: line.querySelector<HTMLAnchorElement>("a[data-verb=move]")?.href,
      shape,
    };
  });
}

/** The drawing of the set that a team chose; a node without it answers with next to nothing. */
function symbol(line: HTMLElement): HTMLImageElement | undefined {
  const image = line.querySelector<HTMLImageElement>("img.symbol");
  return image && image.complete && image.naturalWidth > 1 ? image : undefined;
}

/** Where the sign of a shape stands, as in the drawing: half along a line, else the middle. */
function middle(shape: GeoJSON.Geometry): LngLat {
  if (shape.type === "LineString") {
    const place = shape.coordinates[shape.coordinates.length >> 1] ?? [0, 0];
    return new LngLat(place[0]!, place[1]!);
  }
  const [west, south, east, north] = box([shape]);
  return new LngLat((west + east) / 2, (south + north) / 2);
}

/** Every place of a shape. */
function places(shape: GeoJSON.Geometry): GeoJSON.Position[] {
  if (shape.type === "Point") return [shape.coordinates];
  if (shape.type === "LineString") return shape.coordinates;
  return shape.type === "Polygon" ? shape.coordinates.flat() : [];
}

/** West, south, east and north of all of them. */
export function box(shapes: GeoJSON.Geometry[]): [number, number, number, number] {
  const all = shapes.flatMap(places);
  return all.reduce<[number, number, number, number]>(
    (it, [x = 0, y = 0]) => [
      Math.min(it[0], x),
      Math.min(it[1], y),
      Math.max(it[2], x),
      Math.max(it[3], y),
    ],
    [180, 90, -180, -90],
  );
}

/** Puts them on the map: shapes as they are, and signs with their names where they are in view. */
export class Signs {
  #chart: Chart;
  #stale: string;
  #shown: Shown[] = [];
  #markers = new globalThis.Map<Shown, Marker>();

  constructor(chart: Chart, stale: string) {
    this.#chart = chart;
    this.#stale = stale;
    chart.on("moveend", () => this.#inView());
  }

  show(shown: Shown[]): void {
    for (const marker of this.#markers.values()) marker.remove();
    this.#markers.clear();
    this.#shown = shown;
    this.draw();
    this.#inView();
  }

  /** The shapes once more: a new style begins without. */
  draw(): void {
    const features = this.#shown.map((it) => ({
      type: "Feature" as const,
      geometry: it.shape,
      properties: { tone: it.tone },
    }));
    const source = this.#chart.getSource<GeoJSONSource>("objects");
    source?.setData({ type: "FeatureCollection", features });
  }

  #inView(): void {
    const view = this.#chart.getBounds();
    const near = this.#shown.filter((it) => view.contains(middle(it.shape))).slice(0, MOST);
    for (const [one, marker] of this.#markers) {
      if (near.includes(one)) continue;
      marker.remove();
      this.#markers.delete(one);
    }
    for (const one of near) {
      if (this.#markers.has(one)) continue;
      const marker = new Marker({ element: this.#element(one), anchor: "left" });
      marker.setLngLat(middle(one.shape)).setOffset([-11, 0]).addTo(this.#chart);
      this.#markers.set(one, marker);
    }
    this.#names();
  }

  /** Names that would stand over others are left out; their sign keeps its number. */
  #names(): void {
    const taken: DOMRect[] = [];
    for (const marker of this.#markers.values()) {
      const name = marker.getElement().querySelector<HTMLElement>(".name");
      if (!name) continue;
      name.hidden = false;
      const here = name.getBoundingClientRect();
      const beside = (it: DOMRect) => here.right <= it.left || it.right <= here.left;
      const apart = (it: DOMRect) => here.bottom <= it.top || it.bottom <= here.top;
      const over = taken.some((it) => !beside(it) && !apart(it));
      name.hidden = over;
      if (!over) taken.push(here);
    }
  }

  #element(one: Shown): HTMLElement {
    const sign = document.createElement("a");
    sign.className = `sign tone-${one.tone}${one.stale ? " stale" : ""}`;
    sign.href = `#object-${one.number}`;
    const said = [`${one.number} ${one.title}`, one.sort, ...(one.stale ? [this.#stale] : [])];
    sign.setAttribute("aria-label", said.join(", "));
    sign.title = said.join(", ");
    if (!one.wordsOnly && one.sign) {
      const spot = document.createElement("span");
      spot.className = "spot";
      spot.append(one.sign.cloneNode(true));
      sign.append(spot);
    }
    const number = document.createElement("span");
    number.textContent = one.wordsOnly ? "" : one.number;
    const name = document.createElement("span");
    name.className = "name";
    name.textContent = one.title;
    sign.append(number, " ", name);
    return sign;
  }
}
