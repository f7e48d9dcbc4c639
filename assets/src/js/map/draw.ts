// SPDX-License-Identifier: EUPL-1.2
// Drawing a point, a line or an area, by mouse or by keyboard. What was drawn is only typed: it
// leads to the ordinary form with the places filled in, and the form and its rules decide.

import type { GeoJSONSource, LngLat, Map as Chart, MapMouseEvent } from "maplibre-gl";

/** Most points of a drawing: their places must fit in an address. */
const MOST = 200;
const STEP = 20;
const SMALL_STEP = 2;
/** The cross stays so far from the edge; the map moves under it. */
const EDGE = 40;
const SPEAK_MS = 250;

export type Form = "point" | "line" | "area";
const LEAST: Record<Form, number> = { point: 1, line: 2, area: 3 };
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Task {
  form: Form;
  /** The form that takes what was drawn. */
  href: string;
  /** What else is filled in there. */
  more: Record<string, string>;
}

export interface Around {
  say: (name: string) => string;
  /** Speaks to those who do not see the map, and writes it above it. */
  tell: (sentence: string) => void;
  /** The tools change with what is being done. */
  changed: (drawing: boolean) => void;
}

/** A place as the form takes it: north first, a fraction of a metre fine. */
const written = (at: LngLat): string => `${at.lat.toFixed(6)} ${at.lng.toFixed(6)}`;

export class Drawing {
  #chart: Chart;
  #around: Around;
  #task: Task | undefined;
  #points: LngLat[] = [];
  #cross: HTMLElement;
  #at: [number, number] = [0, 0];
  #speaking = 0;

  constructor(chart: Chart, around: Around) {
    this.#chart = chart;
    this.#around = around;
    this.#cross = document.createElement("div");
    this.#cross.className = "cross";
    this.#cross.hidden = true;
    chart.getContainer().append(this.#cross);
    chart.on("click", (event: MapMouseEvent) => this.#clicked(event));
    chart.getCanvas().addEventListener("keydown", (event) => this.#pressed(event));
  }

  begin(task: Task): void {
    this.#task = task;
    this.#points = [];
    const { clientWidth, clientHeight } = this.#chart.getContainer();
    this.#at = [Math.round(clientWidth / 2), Math.round(clientHeight / 2)];
    this.#chart.keyboard.disable();
    this.#chart.doubleClickZoom.disable();
    this.#cross.hidden = false;
    this.#move([0, 0], false);
    this.#around.changed(true);
    this.#around.tell(`${this.#around.say("help")} ${this.#around.say("help-keys")}`);
    this.#chart.getCanvas().focus();
  }

  /** Goes to the form with what was drawn; says what lacks. */
  finish(): void {
    const task = this.#task;
    if (!task) return;
    if (this.#points.length < LEAST[task.form]) {
      this.#around.tell(this.#around.say("few"));
      this.#chart.getCanvas().focus();
      return;
    }
    const address = new URL(task.href, location.href);
    for (const [name, value] of Object.entries(task.more)) address.searchParams.set(name, value);
    address.searchParams.set("form", task.form);
    address.searchParams.set("at", this.#points.map(written).join("\n"));
    location.assign(address);
  }

  back(): void {
    this.#points.pop();
    this.show();
    this.#around.tell(`${this.#around.say("drawing")}: ${this.#points.length}`);
  }

  stop(): void {
    this.#task = undefined;
    this.#points = [];
    this.#cross.hidden = true;
    this.#chart.keyboard.enable();
    this.#chart.doubleClickZoom.enable();
    this.show();
    this.#around.changed(false);
    this.#around.tell(this.#around.say("stopped"));
  }

  /** What was drawn so far; a new style begins without. */
  show(): void {
    const places = this.#points.map((it) => it.toArray());
    const features: GeoJSON.Feature[] = places.map((it) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Point", coordinates: it },
    }));
    const closed = this.#task?.form === "area" && places.length > 2;
    const line = closed ? [...places, places[0]!] : places;
    if (line.length > 1) {
      const geometry = { type: "LineString" as const, coordinates: line };
      features.push({ type: "Feature", properties: {}, geometry });
    }
    const source = this.#chart.getSource<GeoJSONSource>("drawing");
    source?.setData({ type: "FeatureCollection", features });
  }

  #set(at: LngLat): void {
    const last = this.#points.at(-1);
    if (last && written(last) === written(at)) return;
    if (this.#points.length >= MOST) {
      this.#around.tell(this.#around.say("many"));
      return;
    }
    this.#points.push(at);
    this.show();
    const said = `${this.#around.say("set")} ${this.#points.length}, ${written(at)}`;
    this.#around.tell(said);
    if (this.#task?.form === "point") this.finish();
  }

  #clicked(event: MapMouseEvent): void {
    if (!this.#task) return;
    this.#at = [event.point.x, event.point.y];
    this.#move([0, 0], false);
    this.#set(event.lngLat);
  }

  #pressed(event: KeyboardEvent): void {
    if (!this.#task || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const step = event.shiftKey ? SMALL_STEP : STEP;
      this.#move([arrow[0] * step, arrow[1] * step], true);
    } else if (event.key === "Enter" || event.key === " ") {
      this.#set(this.#chart.unproject(this.#at));
    } else if (event.key === "Backspace") {
      this.back();
    } else if (event.key === "Escape") {
      if (this.#points.length >= LEAST[this.#task.form]) this.finish();
      else this.stop();
    } else if (event.key === "+" || event.key === "=") {
      this.#chart.zoomTo(this.#chart.getZoom() + 1, { around: this.#chart.unproject(this.#at) });
    } else if (event.key === "-") {
      this.#chart.zoomTo(this.#chart.getZoom() - 1, { around: this.#chart.unproject(this.#at) });
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Moves the cross, and the map under it when it would leave. */
  #move([x, y]: [number, number], speak: boolean): void {
    const { clientWidth, clientHeight } = this.#chart.getContainer();
    const wanted = [this.#at[0] + x, this.#at[1] + y] as const;
    const kept = [
      Math.max(EDGE, Math.min(clientWidth - EDGE, wanted[0])),
      Math.max(EDGE, Math.min(clientHeight - EDGE, wanted[1])),
    ] as const;
    const off: [number, number] = [wanted[0] - kept[0], wanted[1] - kept[1]];
    if (speak && (off[0] || off[1])) this.#chart.panBy(off, { duration: 0 });
    this.#at = speak ? [kept[0], kept[1]] : [wanted[0], wanted[1]];
    this.#cross.style.transform = `translate(${this.#at[0]}px, ${this.#at[1]}px)`;
    if (!speak) return;
    window.clearTimeout(this.#speaking);
    this.#speaking = window.setTimeout(() => {
      if (!this.#task) return;
      const at = written(this.#chart.unproject(this.#at));
      this.#around.tell(`${this.#around.say("at")} ${at}`);
    }, SPEAK_MS);
  }
}
