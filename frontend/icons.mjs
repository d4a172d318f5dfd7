// The icons that a phone shows when Landsby is installed: our own mark as pictures of fixed sizes.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { initWasm, Resvg } from "@resvg/resvg-wasm";

const program = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");

/** Draw the mark on all of the square, with room around it: a phone cuts the corners as it likes. */
function withRoom(mark) {
  const ground = mark.match(/<rect[^>]*fill="([^"]+)"/)[1];
  const drawing = mark.replace(/^.*?<svg[^>]*>/s, "").replace(/<rect[^>]*>/, "").replace("</svg>", "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 44 44"><rect x="-6" y="-6" width="44" height="44" fill="${ground}"/>${drawing}</svg>`;
}

/** Write the icons into a folder. */
export async function drawIcons(markFile, folder) {
  await initWasm(readFileSync(program));
  const mark = readFileSync(markFile, "utf8");
  const icons = [
    ["icon-192.png", mark, 192],
    ["icon-512.png", mark, 512],
    ["icon-whole-512.png", withRoom(mark), 512],
    ["icon-touch-180.png", withRoom(mark), 180],
  ];
  for (const [name, drawing, width] of icons) {
    const picture = new Resvg(drawing, { fitTo: { mode: "width", value: width } }).render();
    writeFileSync(join(folder, name), picture.asPng());
  }
}
