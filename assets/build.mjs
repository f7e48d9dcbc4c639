// SPDX-License-Identifier: EUPL-1.2
// Writes assets/dist: app.css, main.js, worker.js, together.js, map.js, map-worker.js, map.css,
// source-sans-3.woff2, licences.txt.
// Names are plain here; platform/web/build.rs adds hashes and compresses. Run after
// `npm ci --ignore-scripts`.

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");

/** A file of a package: all lie beside each other. */
const folder = (name, file) => join(here, "node_modules", name, file);

const FONT = folder(
  "@fontsource-variable/source-sans-3",
  "files/source-sans-3-latin-wght-normal.woff2",
);
/** Most bytes, compressed, that a first view may load besides its HTML. */
const BUDGET = 70_000;

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

// The layers are named in the first file, so the order of the rest follows from the file names.
const sheets = readdirSync(join(here, "src/css")).filter((name) => name.endsWith(".css")).sort();
const css = ["font.css", ...sheets.map((name) => join("css", name))]
  .map((name) => readFileSync(join(here, "src", name), "utf8"))
  .join("\n");
const target = ["chrome123", "firefox120", "safari17.5"];
await build({
  stdin: { contents: css, loader: "css", resolveDir: here },
  outfile: join(dist, "app.css"),
  minify: true,
  target,
  legalComments: "none",
});
await build({
  entryPoints: [join(here, "src/js/main.ts")],
  outfile: join(dist, "main.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target,
  legalComments: "none",
});
await build({
  entryPoints: [join(here, "src/js/worker.ts")],
  outfile: join(dist, "worker.js"),
  bundle: true,
  format: "iife",
  minify: true,
  target,
  legalComments: "none",
});
// Loaded only by a form in which several people type at once.
await build({
  entryPoints: [join(here, "src/js/together/main.ts")],
  outfile: join(dist, "together.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target,
  legalComments: "none",
});
// Loaded only by a page with a map.
await build({
  entryPoints: [join(here, "src/js/map/main.ts")],
  outfile: join(dist, "map.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target,
  legalComments: "none",
});
await build({
  entryPoints: [folder("maplibre-gl", "dist/maplibre-gl-worker.mjs")],
  outfile: join(dist, "map-worker.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target,
  legalComments: "none",
});
await build({
  entryPoints: [join(here, "src/map.css")],
  outfile: join(dist, "map.css"),
  minify: true,
  target,
  legalComments: "none",
});
copyFileSync(FONT, join(dist, "source-sans-3.woff2"));

const licence = (name, what) => {
  const { version, license } = JSON.parse(readFileSync(folder(name, "package.json"), "utf8"));
  const named = readdirSync(folder(name, ".")).find((file) => /^licen[cs]e/i.test(file));
  const text = named ? readFileSync(folder(name, named), "utf8").trim() : "";
  return `${what}: ${name} ${version}, ${license}\n\n${text}\n`;
};
/** The packages that a package is made of; types are no part of what browsers load. */
const needed = (name) => {
  const { dependencies } = JSON.parse(readFileSync(folder(name, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((it) => !it.startsWith("@types/"));
};
const licences = [
  "Style sheet and script: Paraat, EUPL-1.2\n",
  licence("htmx.org", "Part of main.js"),
  licence("yjs", "Part of together.js"),
  licence("lib0", "Part of together.js"),
  ...["maplibre-gl", "pmtiles", ...needed("maplibre-gl"), ...needed("pmtiles")].map((name) =>
    licence(name, "Part of map.js and map-worker.js"),
  ),
  licence("@fontsource-variable/source-sans-3", "source-sans-3.woff2"),
];
writeFileSync(join(dist, "licences.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));

let total = 0;
for (const name of ["app.css", "main.js", "source-sans-3.woff2"]) {
  const bytes = readFileSync(join(dist, name));
  const packed = name.endsWith(".woff2") ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  total += packed;
  console.log(`${name.padEnd(22)} ${String(bytes.length).padStart(7)} bytes, ${packed} compressed`);
}
console.log(`together ${total} bytes compressed, at most ${BUDGET}`);
if (total > BUDGET) {
  console.error("the first view is too large");
  process.exit(1);
}
