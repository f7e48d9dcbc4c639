// SPDX-License-Identifier: EUPL-1.2
// What a map is drawn on: the file kaart.pmtiles of the node, read in pieces, else the boundaries
// of regions that were imported, else nothing but paper. Nothing comes from elsewhere.

import { addProtocol } from "maplibre-gl";
import { PMTiles, Protocol, type RangeResponse, type Source } from "pmtiles";

import { PREFIX } from "../space.ts";

const FILE = `${PREFIX}/ground/kaart.pmtiles`;
/** The name by which styles know the file. */
export const GROUND = "ground";
/** Tiles of shapes; other sorts are pictures. */
const SHAPES = 1;

/** What lies under the objects. */
export interface Ground {
  state: "there" | "none" | "bad";
  /** True for tiles of shapes, false for pictures. */
  shapes: boolean;
  /** The layers that the tiles have. */
  layers: string[];
  zoom: [number, number];
  /** Who made it. */
  credit: string;
}

/** The node says that there is no file. */
class None extends Error {}

class Pieces implements Source {
  getKey(): string {
    return GROUND;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const answer = await fetch(FILE, {
      headers: { range: `bytes=${offset}-${offset + length - 1}` },
      // The beginning says whether another file was laid there meanwhile.
      cache: offset === 0 ? "reload" : "default",
      ...(signal && { signal }),
    });
    if (answer.status === 204) throw new None();
    if (answer.status !== 206) throw new Error(`${FILE}: ${answer.status}`);
    const etag = answer.headers.get("etag");
    return { data: await answer.arrayBuffer(), ...(etag && { etag }) };
  }
}

/** Looks what there is, and lets styles read it as `pmtiles://ground`. */
export async function ground(): Promise<Ground> {
  const none = { shapes: true, layers: [], zoom: [0, 0] as [number, number], credit: "" };
  const file = new PMTiles(new Pieces());
  try {
    const header = await file.getHeader();
    const about = (await file.getMetadata()) as Record<string, unknown>;
    const protocol = new Protocol();
    protocol.add(file);
    addProtocol("pmtiles", protocol.tile);
    const layers = Array.isArray(about["vector_layers"]) ? about["vector_layers"] : [];
    return {
      state: "there",
      shapes: header.tileType === SHAPES,
      layers: layers.map((it: { id?: unknown }) => String(it.id)),
      zoom: [header.minZoom, header.maxZoom],
      credit: plain(about["attribution"]),
    };
  } catch (trouble) {
    return { ...none, state: trouble instanceof None ? "none" : "bad" };
  }
}

/** The text of what may be written with marks in it. */
function plain(text: unknown): string {
  if (typeof text !== "string") return "";
  const page = new DOMParser().parseFromString(text, "text/html");
  return (page.body.textContent ?? "").slice(0, 200);
}
