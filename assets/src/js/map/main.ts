// SPDX-License-Identifier: EUPL-1.2
// The map that moves, beside the drawing of the page and over the same data. It grows in a tree of
// its own, so that a page which changes leaves it as it is. Where it cannot be drawn the drawing
// stays; on paper the drawing stands always.

import { type GeoJSONSource, Map as Chart, ScaleControl, setWorkerUrl } from "maplibre-gl";

import { PREFIX } from "../space.ts";
import { button } from "../words.ts";
import { Drawing, type Form } from "./draw.ts";
import { finder } from "./find.ts";
import { type Ground, ground } from "./ground.ts";
import { Signs, type Shown, box, fetched, shown } from "./objects.ts";
import { colours, hatches, style } from "./style.ts";

/** The build writes the addresses of these in their place. */
const WORKER = "/static/map-worker.js";
const SHEET = "/static/map.css";
/** The Netherlands, when nothing stands on the map. */
const HOME: [number, number, number, number] = [3.2, 50.7, 7.3, 53.6];
/** West of this the Caribbean part lies: an ocean apart. */
const OCEAN = -30;
const REST_MS = 300;

type Say = (name: string) => string;

class Page {
  #host: HTMLElement;
  #root: ShadowRoot;
  #say: Say;
  #chart: Chart;
  #signs: Signs;
  #drawing: Drawing;
  #ground: Ground;
  #regions: GeoJSON.FeatureCollection | undefined;
  #told: HTMLElement;
  #moves: HTMLElement;
  #first = true;

  constructor(host: HTMLElement, root: ShadowRoot, ground: Ground, say: Say) {
    this.#host = host;
    this.#root = root;
    this.#say = say;
    this.#ground = ground;
    const box = document.createElement("div");
    box.className = "chart";
    this.#told = document.createElement("p");
    this.#told.className = "told";
    this.#told.setAttribute("role", "status");
    const tools = document.createElement("div");
    tools.className = "tools";
    this.#moves = document.createElement("div");
    this.#moves.className = "moves";
    const below = document.createElement("p");
    below.className = "below";
    const label = document.createElement("h2");
    label.textContent = say("label");
    const find = finder({
      say,
      tell: (sentence) => (this.#told.textContent = sentence),
      go: ({ lat, lon }) => this.#chart.jumpTo({ center: [lon, lat], zoom: 14 }),
      form: host.dataset["href"],
    });
    root.append(label, find, tools, this.#told, box, below, this.#moves);
    this.#chart = this.#open(box);
    this.#signs = new Signs(this.#chart, say("stale"));
    this.#drawing = new Drawing(this.#chart, {
      say,
      tell: (sentence) => (this.#told.textContent = sentence),
      changed: (drawing) => tools.replaceChildren(...this.#tools(drawing)),
    });
    tools.replaceChildren(...this.#tools(false));
    this.#chart.on("style.load", () => this.#fill());
    void this.#under(below);
    this.#follow();
  }

  #open(container: HTMLElement): Chart {
    const chart = new Chart({
      container,
      style: style(this.#ground, colours(this.#root)),
      bounds: HOME,
      attributionControl: false,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      // A picture that shows at once is easier to follow than one that flies.
      fadeDuration: 0,
      locale: {
        "Map.Title": this.#say("canvas"),
        "CooperativeGesturesHandler.WindowsHelpText": this.#say("scroll"),
        "CooperativeGesturesHandler.MacHelpText": this.#say("scroll-mac"),
        "CooperativeGesturesHandler.MobileHelpText": this.#say("finger"),
      },
    });
    chart.touchZoomRotate.disableRotation();
    chart.keyboard.disableRotation();
    chart.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
    return chart;
  }

  #tools(drawing: boolean): HTMLElement[] {
    const say = this.#say;
    if (drawing) {
      return [
        button(say("done"), () => this.#drawing.finish()),
        button(say("one-back"), () => this.#drawing.back()),
        button(say("cancel"), () => this.#drawing.stop()),
      ];
    }
    const zoom = [
      button(say("zoom-in"), () => this.#chart.zoomIn()),
      button(say("zoom-out"), () => this.#chart.zoomOut()),
    ];
    const href = this.#host.dataset["href"];
    if (!href) return zoom;
    const tool = (name: string, form: Form, more: Record<string, string> = {}) =>
      button(say(name), () => this.#drawing.begin({ form, href, more }));
    return [
      tool("point", "point"),
      tool("line", "line"),
      tool("area", "area"),
      tool("text", "point", { kind: "label" }),
      ...zoom,
    ];
  }

  /** What a style begins without. */
  #fill(): void {
    for (const [name, image] of hatches(colours(this.#root))) {
      if (!this.#chart.hasImage(name)) this.#chart.addImage(name, image);
    }
    const regions = this.#chart.getSource<GeoJSONSource>("regions");
    if (this.#regions) regions?.setData(this.#regions);
    this.#signs.draw();
    this.#drawing.show();
  }

  /** Draws the borders of regions when there is no base map, and says what lies under the map. */
  async #under(below: HTMLElement): Promise<void> {
    const { state, credit } = this.#ground;
    const said = [this.#say(state === "there" ? "base" : state === "bad" ? "bad-base" : "no-base")];
    if (credit) said.push(credit);
    if (state !== "there") {
      const answer = await fetch(`${PREFIX}/regions`).catch(() => undefined);
      if (answer?.ok) this.#regions = (await answer.json()) as GeoJSON.FeatureCollection;
      const some = (this.#regions?.features.length ?? 0) > 0;
      said.push(this.#say(some ? "regions" : "no-regions"));
      if (this.#chart.isStyleLoaded()) this.#fill();
    }
    below.textContent = said.join(" ");
  }

  /** Fetches the objects, now and whenever the page or its colours change. */
  #follow(): void {
    let timer = 0;
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void this.#objects(), REST_MS);
    };
    void this.#objects();
    const main = document.getElementById("main");
    if (main) new MutationObserver(soon).observe(main, { childList: true, subtree: true });
    const recolour = () => {
      this.#chart.setStyle(style(this.#ground, colours(this.#root)), { diff: false });
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
    const root = { attributes: true, attributeFilter: ["data-theme"] };
    new MutationObserver(recolour).observe(document.documentElement, root);
  }

  async #objects(): Promise<void> {
    let all: Shown[];
    try {
      all = shown(await fetched(this.#host));
    } catch {
      this.#told.textContent = this.#say("lost");
      return;
    }
    this.#signs.show(all);
    this.#offer(all);
    if (!this.#first || all.length === 0) return;
    this.#first = false;
    const east = all.map((it) => it.shape).filter((it) => box([it])[0] > OCEAN);
    const near = east.length > 0 ? east : all.map((it) => it.shape);
    // A name stands to the right of its sign.
    const right = Math.min(200, this.#chart.getContainer().clientWidth / 3);
    const padding = { top: 40, bottom: 40, left: 40, right };
    this.#chart.fitBounds(box(near), { padding, maxZoom: 14, duration: 0 });
  }

  /** A button for each object that this team may move. */
  #offer(all: Shown[]): void {
    const own = all.filter((it) => it.move);
    const list = document.createElement("ul");
    for (const one of own) {
      const form: Form =
        one.shape.type === "Point" ? "point" : one.shape.type === "LineString" ? "line" : "area";
      const move = button(`${one.number} ${one.title}`, () => {
        this.#drawing.begin({ form, href: one.move ?? "", more: {} });
        this.#told.textContent = `${this.#say("moving")} ${one.title}. ${this.#told.textContent}`;
        this.#chart.getContainer().scrollIntoView({ block: "nearest" });
      });
      const line = document.createElement("li");
      line.append(move);
      list.append(line);
    }
    const fold = document.createElement("details");
    const title = document.createElement("summary");
    title.textContent = this.#say("move");
    fold.append(title, list);
    fold.open = this.#moves.querySelector("details")?.open ?? false;
    this.#moves.replaceChildren(...(own.length > 0 ? [fold] : []));
  }
}

/** Lets the map grow in its place; the drawing steps aside on screens once there is one. */
export async function start(host: HTMLElement): Promise<void> {
  if (host.shadowRoot) return;
  const words = JSON.parse(host.dataset["words"] ?? "{}") as Record<string, string>;
  const say = (name: string) => words[name] ?? "";
  const root = host.attachShadow({ mode: "open" });
  try {
    if (!document.createElement("canvas").getContext("webgl2")) throw new Error("no WebGL");
    const sheet = new CSSStyleSheet();
    const answer = await fetch(SHEET);
    root.adoptedStyleSheets = [await sheet.replace(await answer.text())];
    setWorkerUrl(new URL(WORKER, location.href).href);
    new Page(host, root, await ground(), say);
    document.documentElement.dataset["map"] = "moving";
  } catch {
    const sentence = document.createElement("p");
    sentence.className = "told";
    sentence.textContent = say("drawn");
    root.replaceChildren(sentence);
  }
}
