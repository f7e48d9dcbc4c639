// SPDX-License-Identifier: EUPL-1.2
// A base map as small as can be, made here: one tile of the whole world in the form of PMTiles,
// version 3, with land and water as shapes (Mapbox Vector Tile, version 2).

/** A whole number in pieces of seven bits, the last first. */
function varint(number) {
  const bytes = [];
  let rest = number;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

/** A field of a message with a length before it. */
const part = (number, bytes) =>
  Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
const whole = (number, value) => Buffer.concat([varint(number << 3), varint(value)]);
const zigzag = (number) => (number << 1) ^ (number >> 31);

/** A box in tile units as the commands of a polygon: move, three lines, close. */
function box(west, north, east, south) {
  const steps = [east - west, 0, 0, south - north, west - east, 0].map(zigzag);
  const commands = [9, zigzag(west), zigzag(north), 26, ...steps, 15];
  return Buffer.concat(commands.map(varint));
}

function layer(name, shape) {
  const feature = Buffer.concat([whole(3, 3), part(4, shape)]);
  const fields = [whole(15, 2), part(1, Buffer.from(name)), part(2, feature), whole(5, 4096)];
  return part(3, Buffer.concat(fields));
}

/** The bytes of `kaart.pmtiles`. */
export function baseMap(credit = "Proefkaart van deze test") {
  const tile = Buffer.concat([
    layer("earth", box(0, 0, 4096, 4096)),
    layer("water", box(0, 0, 2048, 4096)),
  ]);
  // One entry: the number of its tile, how many it stands for, its length, its place plus one.
  const directory = Buffer.concat([1, 0, 1, tile.length, 1].map(varint));
  const layers = ["earth", "water"].map((id) => ({ id, fields: {} }));
  const about = Buffer.from(JSON.stringify({ vector_layers: layers, attribution: credit }));
  const header = Buffer.alloc(127);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  let at = 127;
  const place = (offset, length) => {
    header.writeBigUInt64LE(BigInt(at), offset);
    header.writeBigUInt64LE(BigInt(length), offset + 8);
    at += length;
  };
  place(8, directory.length);
  place(24, about.length);
  place(40, 0);
  place(56, tile.length);
  for (const offset of [72, 80, 88]) header.writeBigUInt64LE(1n, offset);
  // Clustered; neither directories nor tiles are packed; shapes; zoom 0 only.
  header.set([1, 1, 1, 1, 0, 0], 96);
  header.writeInt32LE(-1_800_000_000, 102);
  header.writeInt32LE(-850_000_000, 106);
  header.writeInt32LE(1_800_000_000, 110);
  header.writeInt32LE(850_000_000, 114);
  return Buffer.concat([header, directory, about, tile]);
}
